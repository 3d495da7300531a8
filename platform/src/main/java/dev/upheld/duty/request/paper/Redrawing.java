package dev.upheld.duty.request.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws the pages of a file anew. What it says of its size is looked at before anything is decoded,
 * and a large picture is thinned out while it is read, so that it is never whole in memory. Runs in
 * the process of {@link ScreeningMain}.
 */
final class Redrawing {
  /** A telephone's camera has fewer. */
  static final long MOST_PIXELS = 60_000_000;

  /** A mandate has fewer. */
  static final int MOST_PAGES = 10;

  private static final int MOST_PASSES = 100;
  private static final int LONGEST_SIDE = 1_800;
  private static final float MOST_SCALE = 2.5f;
  private static final int MARK = 0xFF;
  private static final int SCAN = 0xDA;

  private Redrawing() {}

  /** Says why a file is not taken. */
  static final class NotTaken extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Screened.Why why;

    NotTaken(Screened.Why why) {
      super(why.name());
      this.why = why;
    }

    Screened.Why why() {
      return why;
    }
  }

  /**
   * The pages as PNG.
   *
   * @throws NotTaken when it is no document we take
   * @throws IOException when it cannot be read
   */
  static List<byte[]> pages(byte[] file) throws IOException {
    FileKind kind = FileKind.of(file).orElseThrow(() -> new NotTaken(Screened.Why.KIND));
    return switch (kind) {
      case GIF, PNG -> List.of(png(picture(kind, file)));
      case JPEG -> {
        passes(file);
        yield List.of(png(picture(kind, file)));
      }
      case PDF -> pdf(file);
    };
  }

  /** A picture of many passes is drawn as often over: little to send, and much to do. */
  private static void passes(byte[] file) throws NotTaken {
    int passes = 0;
    for (int i = 1; i < file.length; i++) {
      if ((file[i] & MARK) == SCAN && (file[i - 1] & MARK) == MARK) {
        passes++;
      }
    }
    if (passes > MOST_PASSES) {
      throw new NotTaken(Screened.Why.TOO_MUCH);
    }
  }

  /** Of several pictures in a file the first. */
  private static BufferedImage picture(FileKind kind, byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
        throw new NotTaken(Screened.Why.TOO_MUCH);
      }
      ImageReadParam thinned = reader.getDefaultReadParam();
      int step = (int) Math.ceilDiv(Math.max(width, height), LONGEST_SIDE);
      thinned.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, thinned);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IOException(e);
    } finally {
      reader.dispose();
    }
  }

  private static List<byte[]> pdf(byte[] file) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.isEncrypted()) {
        throw new NotTaken(Screened.Why.LOCKED);
      }
      if (document.getNumberOfPages() < 1) {
        throw new NotTaken(Screened.Why.BROKEN);
      }
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new NotTaken(Screened.Why.TOO_MUCH);
      }
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      List<byte[]> pages = new ArrayList<>();
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        float scale = scale(document.getPage(page).getCropBox());
        pages.add(png(renderer.renderImage(page, scale, ImageType.RGB)));
      }
      return pages;
    } catch (InvalidPasswordException e) {
      throw new NotTaken(Screened.Why.LOCKED);
    }
  }

  private static float scale(PDRectangle box) throws NotTaken {
    float longest = Math.max(box.getWidth(), box.getHeight());
    float shortest = Math.min(box.getWidth(), box.getHeight());
    if (!(shortest >= 1) || !(longest <= LONGEST_SIDE * (float) LONGEST_SIDE)) {
      throw new NotTaken(Screened.Why.TOO_MUCH);
    }
    return Math.min(MOST_SCALE, LONGEST_SIDE / longest);
  }

  /** On white, in plain colours: nothing of the file goes along but what is seen. */
  private static byte[] png(BufferedImage picture) throws IOException {
    BufferedImage plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = plain.createGraphics();
    pen.drawImage(picture, 0, 0, Color.WHITE, null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(plain, "png", out);
    return out.toByteArray();
  }
}

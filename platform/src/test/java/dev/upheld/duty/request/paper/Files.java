package dev.upheld.duty.request.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as people send them, and as attackers do. */
public final class Files {
  private Files() {}

  /** A small picture of a format: red, with a white corner. */
  public static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(10, 10, 50, 30);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** A PDF of so many pages, with a script that runs where scripts run. */
  public static byte[] pdf(int pages) throws IOException {
    try (PDDocument document = pages(pages)) {
      document
          .getDocumentCatalog()
          .setOpenAction(new PDActionJavaScript("app.alert('evil script');"));
      return saved(document);
    }
  }

  static byte[] locked() throws IOException {
    try (PDDocument document = pages(1)) {
      document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      return saved(document);
    }
  }

  private static PDDocument pages(int pages) throws IOException {
    PDDocument document = new PDDocument();
    for (int i = 0; i < pages; i++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setNonStrokingColor(Color.BLUE);
        content.addRect(100, 100, 300, 300);
        content.fill();
      }
    }
    return document;
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
    return out.toByteArray();
  }

  /** A PNG that says it has so many pixels, all of one colour: little to send, much to unpack. */
  static byte[] pngBomb(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write(number(width));
    header.write(number(height));
    header.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] row = new byte[width * 3 + 1];
      for (int y = 0; y < Math.min(height, 6_000); y++) {
        deflater.write(row);
      }
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] number(int n) {
    return java.nio.ByteBuffer.allocate(4).putInt(n).array();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(number(data.length));
    out.write(name);
    out.write(data);
    out.write(number((int) crc.getValue()));
  }

  /** A PDF whose page unpacks to so many bytes. */
  static byte[] pdfBomb(int megabytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      byte[] block = new byte[1 << 20];
      java.util.Arrays.fill(block, (byte) ' ');
      for (int i = 0; i < megabytes; i++) {
        deflater.write(block);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>> endobj\n"
                + "4 0 obj <</Filter/FlateDecode/Length "
                + packed.size()
                + ">> stream\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(packed.toByteArray());
    out.write("\nendstream endobj\ntrailer <</Root 1 0 R>>\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}

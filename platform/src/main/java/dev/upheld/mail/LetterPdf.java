package dev.upheld.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A letter on A4 paper: text in paragraphs, with the address where a window envelope has its
 * window. One typeface, embedded, so that names in Latin, Greek and Cyrillic script are printed.
 */
public final class LetterPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MM = 72 / 25.4f;
  private static final float LEFT = 25 * MM;
  private static final float RIGHT = PDRectangle.A4.getWidth() - 25 * MM;
  private static final float TOP = PDRectangle.A4.getHeight() - 20 * MM;
  private static final float BOTTOM = 22 * MM;
  private static final float WINDOW = PDRectangle.A4.getHeight() - 50 * MM;
  private static final float BODY = PDRectangle.A4.getHeight() - 98 * MM;
  private static final float WINDOW_LEFT = 110 * MM;
  private static final float SIZE = 10.5f;
  private static final float HEADING = 12.5f;
  private static final float LEADING = 1.4f;

  private final PDDocument document;
  private final PDType0Font font;
  private PDPageContentStream page;
  private float y = TOP;

  /**
   * A letter.
   *
   * @param from lines of the sender, the first one large
   * @param to lines of the address
   * @param paragraphs text; one that begins with {@code #} is a heading
   */
  public record Text(
      String language, String title, List<String> from, List<String> to, List<String> paragraphs) {
    public Text {
      from = List.copyOf(from);
      to = List.copyOf(to);
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public String toString() {
      return "Text";
    }
  }

  private LetterPdf(PDDocument document) throws IOException {
    this.document = document;
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, Objects.requireNonNull(in, FONT));
    }
    page = fresh();
  }

  /** The letter as a PDF; one without an address begins at the top of the page. */
  public static byte[] of(Text text) {
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(text.title());
      document.getDocumentCatalog().setLanguage(text.language());
      LetterPdf letter = new LetterPdf(document);
      letter.write(text);
      letter.page.close();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPageContentStream fresh() throws IOException {
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    y = TOP;
    return new PDPageContentStream(document, next);
  }

  private void write(Text text) throws IOException {
    float size = HEADING;
    for (String line : text.from()) {
      paragraph(line, size, LEFT, WINDOW_LEFT);
      size = SIZE - 1;
    }
    if (!text.to().isEmpty()) {
      y = WINDOW;
      for (String line : text.to()) {
        paragraph(line, SIZE, WINDOW_LEFT, RIGHT);
      }
      y = Math.min(y, BODY);
    }
    for (String paragraph : text.paragraphs()) {
      boolean heading = paragraph.startsWith("#");
      y -= heading ? SIZE : SIZE * 0.4f;
      paragraph(
          heading ? paragraph.substring(1) : paragraph, heading ? HEADING : SIZE, LEFT, RIGHT);
    }
  }

  private void paragraph(String text, float size, float left, float right) throws IOException {
    for (String line : text.lines().toList()) {
      for (String part : broken(printable(line), size, right - left)) {
        if (y < BOTTOM) {
          page.close();
          page = fresh();
        }
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(left, y);
        page.showText(part);
        page.endText();
        y -= size * LEADING;
      }
    }
  }

  private List<String> broken(String line, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      String longer = one.isEmpty() ? word : one + " " + word;
      if (!one.isEmpty() && width(longer, size) > width) {
        lines.add(one.toString());
        one.setLength(0);
        longer = word;
      }
      one.setLength(0);
      one.append(fitting(longer, size, width, lines));
    }
    lines.add(one.toString());
    return lines;
  }

  /** A word that is wider than the line is cut; what is left of it comes back. */
  private String fitting(String word, float size, float width, List<String> lines)
      throws IOException {
    String rest = word;
    while (width(rest, size) > width) {
      int end = rest.length() - 1;
      while (end > 1 && width(rest.substring(0, end), size) > width) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /** What the typeface cannot print becomes a question mark, so that the letter is made at all. */
  private String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || c == 0x00A0 || c == 0x202F ? ' ' : c)
        .filter(c -> !Character.isISOControl(c))
        .forEach(c -> out.append(printable(c) ? Character.toString(c) : "?"));
    return out.toString();
  }

  private boolean printable(int character) {
    try {
      font.encode(Character.toString(character));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}

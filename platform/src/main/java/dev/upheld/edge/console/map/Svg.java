package dev.upheld.edge.console.map;

import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Kind;
import dev.upheld.edge.console.map.Group.Sample;
import dev.upheld.edge.console.map.Picture.Box;
import dev.upheld.edge.console.map.Picture.Curve;
import dev.upheld.edge.console.map.Picture.Part;
import java.util.Locale;

/**
 * Writes a picture as SVG 2. Colours are attributes, so that the file stands alone and prints; a
 * page gives it its own by the classes. Every text is escaped.
 */
public final class Svg {
  /** Wide enough for most letters at the size used; a label is cut so that it cannot run over. */
  private static final double LETTER = 7.6;

  private static final double SMALL_LETTER = 6.8;
  private static final int PAD = 10;
  private static final int MARK = 22;
  private static final int SAMPLE = 34;

  private final StringBuilder out = new StringBuilder(4096);

  private Svg() {}

  /**
   * @param title what the picture shows, for those who hear it
   */
  static Svg of(Picture picture, String title) {
    Svg svg = new Svg();
    svg.write(picture, title);
    return svg;
  }

  /** The element, to stand in a page or a file as it is: nothing else makes one of these. */
  public String text() {
    return out.toString();
  }

  private void write(Picture picture, String title) {
    put(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" role=\"group\" aria-label=\"%s\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" font-size=\"13\">"
            .formatted(
                escaped(title),
                picture.width(),
                picture.height(),
                picture.width(),
                picture.height()));
    out.append(SvgParts.DEFINITIONS);
    put("<g class=\"wires\" fill=\"none\" stroke=\"#8a94a6\" aria-hidden=\"true\">");
    picture.curves().forEach(this::curve);
    put("</g>");
    legend(picture);
    picture.boxes().forEach(this::box);
    put("</svg>");
  }

  private void put(String text) {
    out.append(text);
  }

  private void legend(Picture picture) {
    int x = 30;
    for (Sample sample : picture.legend()) {
      put(
          "<g class=\"wires\" fill=\"none\" stroke=\"#8a94a6\" aria-hidden=\"true\"><path class=\"%s\" d=\"M%d 22H%d\"%s/></g>"
              .formatted(css(sample.kind()), x, x + SAMPLE, SvgParts.style(sample.kind(), 1)));
      put(
          "<text class=\"aside\" x=\"%d\" y=\"26\" font-size=\"12\" fill=\"#5b6472\">%s</text>"
              .formatted(x + SAMPLE + 8, escaped(sample.label())));
      x += SAMPLE + 26 + (int) (sample.label().length() * SMALL_LETTER);
    }
  }

  private static String css(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void curve(Curve c) {
    put(
        "<path class=\"%s\" d=\"M%d %dC%d %d %d %d %d %d\"%s/>"
            .formatted(
                css(c.kind()),
                c.fromX(),
                c.fromY(),
                c.fromX() + c.fromBend(),
                c.fromY(),
                c.toX() + c.toBend(),
                c.toY(),
                c.toX(),
                c.toY(),
                SvgParts.style(c.kind(), c.wires())));
  }

  private void box(Box box) {
    boolean leads = box.item().href().isPresent();
    if (leads) {
      put("<a href=\"%s\">".formatted(escaped(box.item().href().orElse(""))));
    }
    switch (box.part()) {
      case HEADING ->
          put(
              "<text class=\"band\" x=\"%d\" y=\"%d\" font-size=\"15\" font-weight=\"600\" fill=\"#1c2330\">%s</text>"
                  .formatted(box.x(), box.y() + 22, escaped(cut(box.item().label(), box.width()))));
      case FRAME -> item(box, "frame", "#ffffff", "#c9ced8");
      case ITEM -> item(box, "item", "#f4f5f8", "none");
    }
    if (leads) {
      put("</a>");
    }
  }

  private void item(Box box, String style, String fill, String stroke) {
    Item item = box.item();
    int mark = item.mark().isPresent() ? MARK : 0;
    double aside = item.aside().codePointCount(0, item.aside().length()) * SMALL_LETTER;
    double room = box.width() - (aside > 0 ? 3 : 2) * PAD - aside - mark;
    if (!cut(item.label(), room).equals(item.label())) {
      put("<title>%s</title>".formatted(escaped(item.label())));
    }
    rect(box, style, fill, stroke);
    item.mark().ifPresent(m -> out.append(SvgParts.mark(m, box.x() + PAD, box.y() + 7)));
    put(
        "<text%s x=\"%d\" y=\"%d\" fill=\"#1c2330\">%s</text>"
            .formatted(
                box.part() == Part.FRAME ? " class=\"head\" font-weight=\"600\"" : "",
                box.x() + PAD + mark,
                baseline(box),
                escaped(cut(item.label(), room))));
    if (!item.aside().isEmpty()) {
      put(
          "<text class=\"aside\" x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"12\" fill=\"#5b6472\">%s</text>"
              .formatted(box.x() + box.width() - PAD, baseline(box), escaped(item.aside())));
    }
  }

  private void rect(Box box, String style, String fill, String stroke) {
    int inset = box.frame() ? 0 : 1;
    put(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\" stroke=\"%s\"/>"
            .formatted(
                style,
                box.x(),
                box.y() + inset,
                box.width(),
                box.height() - 2 * inset,
                fill,
                stroke));
  }

  private static int baseline(Box box) {
    return box.y() + 19;
  }

  /** As many letters as fit. */
  static String cut(String label, double room) {
    int fits = Math.max(3, (int) (room / LETTER));
    int letters = label.codePointCount(0, label.length());
    return letters <= fits
        ? label
        : label.substring(0, label.offsetByCodePoints(0, fits - 1)) + "…";
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isWritable(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** What XML 1.0 lets stand in a text, without the marks that turn the direction of writing. */
  private static boolean isWritable(int c) {
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c <= 0xDFFF);
    boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !turning && c != 0xFFFE && c != 0xFFFF;
  }
}

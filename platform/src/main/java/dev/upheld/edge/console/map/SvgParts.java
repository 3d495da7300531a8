package dev.upheld.edge.console.map;

import dev.upheld.edge.console.map.Group.Kind;
import dev.upheld.edge.console.map.Group.Mark;
import dev.upheld.verdict.Verdict;
import java.util.Locale;

/** Pieces of pictures that are always the same: ends of lines, and the signs of verdicts. */
final class SvgParts {
  /** Told apart by their form: full arrow, open arrow, ring. */
  static final String DEFINITIONS =
      """
      <defs><marker id="end-owns" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="end" d="M0 0L10 5L0 10z" fill="#8a94a6" stroke="none"/></marker>\
      <marker id="end-shared" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path class="end open" d="M1 1L9 5L1 9" fill="none" stroke="#8a94a6" stroke-width="1.6"/></marker>\
      <marker id="end-mentions" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse"><circle class="end open" cx="5" cy="5" r="3" fill="#ffffff" stroke="#8a94a6" stroke-width="1.6"/></marker></defs>""";

  private static final int WIDEST = 4;

  private SvgParts() {}

  /** How a line of this kind is drawn; thicker where it stands for many. */
  static String style(Kind kind, int wires) {
    double width = Math.min(WIDEST, 1.2 + 0.6 * (Math.log(wires) / Math.log(2)));
    String dash =
        switch (kind) {
          case PLAIN -> "";
          case OWNS -> " marker-end=\"url(#end-owns)\"";
          case SHARED -> " stroke-dasharray=\"9 5\" marker-end=\"url(#end-shared)\"";
          case MENTIONS ->
              " stroke-dasharray=\"1 5\" stroke-linecap=\"round\" marker-end=\"url(#end-mentions)\"";
        };
    return String.format(Locale.ROOT, " stroke-width=\"%.1f\"", width) + dash;
  }

  /** The sign of a verdict, as pages show it, 16 pixels wide. */
  static String mark(Mark mark, int x, int y) {
    String sign =
        switch (mark.verdict()) {
          case UPHELD ->
              sign(
                  "#1a6a43",
                  "M14.7 8A6.7 6.7 0 1 1 1.3 8A6.7 6.7 0 1 1 14.7 8zM4.9 8.3l2.1 2.1 4.1-4.6");
          case AT_RISK -> sign("#805300", "M8 1.7l6.8 12H1.2zM8 6.1v3.5M8 11.5v.3");
          case BROKEN ->
              sign(
                  "#a3221b",
                  "M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2zM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6");
          case UNPROVEN ->
              sign(
                  "#545d68",
                  "M1.6 1.6h12.8v12.8H1.6zM6.1 6.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.8.6-.8 1.2M8 11.3v.2");
        };
    return "<g class=\"mark %s\" transform=\"translate(%d %d)\" role=\"img\" aria-label=\"%s\">%s</g>"
        .formatted(css(mark.verdict()), x, y, Svg.escaped(mark.word()), sign);
  }

  private static String css(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> "broken";
      case UNPROVEN -> "unproven";
      case AT_RISK -> "risk";
      case UPHELD -> "upheld";
    };
  }

  private static String sign(String colour, String path) {
    return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        .formatted(path, colour);
  }
}

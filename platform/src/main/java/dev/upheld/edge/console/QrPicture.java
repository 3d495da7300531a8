package dev.upheld.edge.console;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG: one unit per module, the quiet zone of four modules around it
 * included (ISO/IEC 18004).
 *
 * @param size of the square, in units
 * @param path its dark modules
 */
public record QrPicture(int size, String path) {
  private static final int QUIET = 4;

  /** Draws a text. */
  public static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }
}

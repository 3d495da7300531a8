package dev.upheld.mail;

/**
 * A mail as it is sent.
 *
 * @param subject one line, without control characters
 * @param text the body in plain text
 */
record Letter(String to, String subject, String text) {

  /** The same in simple HTML: paragraphs, and links that can be followed. */
  String html() {
    StringBuilder html = new StringBuilder("<!doctype html><html><body>");
    for (String paragraph : text.strip().split("\n\\s*\n", -1)) {
      html.append("<p>")
          .append(
              escaped(paragraph)
                  .replaceAll("(https?://[^\\s<>&]+)", "<a href=\"$1\">$1</a>")
                  .replace("\n", "<br>"))
          .append("</p>");
    }
    return html.append("</body></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return "Letter";
  }
}

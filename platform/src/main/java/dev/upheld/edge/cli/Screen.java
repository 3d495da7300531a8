package dev.upheld.edge.cli;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, everything about the work itself (progress,
 * errors) to {@code err}, so that a pipe gets results only.
 *
 * @param width columns a line may have
 * @param colour whether results may carry ANSI colours
 * @param live whether {@code err} is a terminal, where a progress line can overwrite itself
 */
public record Screen(PrintWriter out, PrintWriter err, int width, boolean colour, boolean live) {

  private static final int NARROWEST = 60;
  private static final int WIDEST = 120;
  private static final int USUAL = 100;

  /**
   * The process's own terminal.
   *
   * @param env for {@code COLUMNS}, {@code NO_COLOR} (no-color.org), {@code CLICOLOR_FORCE} and
   *     {@code TERM}
   */
  public static Screen ofProcess(Map<String, String> env) {
    boolean terminal = isTerminal();
    boolean plain = env.containsKey("NO_COLOR") || "dumb".equals(env.get("TERM"));
    boolean forced = env.containsKey("CLICOLOR_FORCE");
    return new Screen(
        new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
        width(env.get("COLUMNS")),
        forced || (terminal && !plain),
        terminal && !"dumb".equals(env.get("TERM")));
  }

  // JDK 25 gives null again where no terminal is attached, whatever JDK 22 to 24 did
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }

  private static int width(@org.jspecify.annotations.Nullable String columns) {
    try {
      return columns == null
          ? USUAL
          : Math.clamp(Integer.parseInt(columns.strip()), NARROWEST, WIDEST);
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  /** The text in an ANSI style, or plain where colours are off. */
  String styled(Style style, String text) {
    return colour ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
  }

  /** One line of a list on {@code out}, wrapped under its mark; safe whatever the text holds. */
  void item(Style style, String mark, String text) {
    String lead = "  " + styled(style, mark) + " ";
    for (String line : Words.wrap(Words.safe(text), width - 4)) {
      out.println(lead + line);
      lead = "    ";
    }
  }

  /** The few styles in use. */
  enum Style {
    STRONG("1"),
    FAINT("2"),
    RED("1;31"),
    YELLOW("33"),
    BLUE("34"),
    GREEN("32");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }
}

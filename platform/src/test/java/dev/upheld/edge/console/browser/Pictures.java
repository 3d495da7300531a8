package dev.upheld.edge.console.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of pages for people to look at, in {@code target/pictures}. They prove nothing and cost
 * a third of the time, so they are taken on request only: {@code -Dupheld.pictures=true}.
 */
final class Pictures {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final double LONGEST_MILLIS = 120_000;

  private Pictures() {}

  /**
   * Of the whole page, down to its end.
   *
   * @param name of the file, without its ending
   */
  static void take(Page page, String name) {
    if (Boolean.getBoolean("upheld.pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve(name + ".png"))
              .setTimeout(LONGEST_MILLIS)
              .setFullPage(true));
    }
  }
}

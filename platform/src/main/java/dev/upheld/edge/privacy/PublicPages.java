package dev.upheld.edge.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.upheld.charter.model.Charter;
import dev.upheld.kernel.Sha256;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Turns views into HTML, and holds the style sheet. Thread-safe. */
public final class PublicPages {
  private static final String STYLES = "public.css";
  private static final int HASH_DIGITS = 16;

  private final boolean fiction;
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final byte[] styles = read();
  private final String hash = Sha256.hex(styles).substring(0, HASH_DIGITS);

  /** Of a real server. */
  public PublicPages() {
    this(false);
  }

  /**
   * @param fiction whether it is a demonstration, whose mails lie on its machine
   */
  public PublicPages(boolean fiction) {
    this.fiction = fiction;
  }

  boolean isFiction() {
    return fiction;
  }

  private static byte[] read() {
    return read(STYLES);
  }

  private static byte[] read(String file) {
    try (InputStream in = PublicPages.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the style sheet; it holds the hash, so that browsers may keep it for ever. */
  public String stylesAt() {
    return "/privacy/assets/" + hash + "/" + STYLES;
  }

  /** The style sheet. */
  byte[] styles() {
    return styles.clone();
  }

  /** The page in UTF-8. */
  public byte[] bytes(PublicView view, Visit visit) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template(view), Map.of("p", visit, "view", view), output);
    return output.toByteArray();
  }

  /** A report that needs nothing beside it: no file, no network. */
  public byte[] report(CopyReport report, Tongue tongue, Charter charter) {
    Visit visit = new Visit(tongue, charter, new Visit.FormField("", ""), "", "", false);
    String css = new String(styles, UTF_8) + new String(read("report.css"), UTF_8);
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(
        "privacy/report.jte",
        Map.of("p", visit, "view", report, "w", new CopyWords(visit), "css", css),
        output);
    return output.toByteArray();
  }

  private static String template(PublicView view) {
    return switch (view) {
      case PublicView.Centre v -> "privacy/centre.jte";
      case PublicView.Code v -> "privacy/code.jte";
      case PublicView.Landing v -> "privacy/login.jte";
      case PublicView.Account v -> "privacy/account.jte";
      case PublicView.Own v -> "privacy/own.jte";
      case PublicView.CopyCode v -> "privacy/copy-code.jte";
      case PublicView.Said v -> "privacy/said.jte";
    };
  }
}

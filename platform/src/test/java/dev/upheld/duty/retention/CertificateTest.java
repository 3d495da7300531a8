package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.engine.Expired;
import dev.upheld.journal.EntryId;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A certificate says in words what a run did not do, in both languages. */
class CertificateTest {
  private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");

  private final Path folder = TestFolders.create("certificate");
  private final SigningKeys keys = SigningKeys.in(folder.resolve("keys"));

  private String signed(boolean whole, DueRows due) {
    Expired done =
        new Expired(
            9,
            new TreeMap<>(Map.of("visit", new Expired.Tally(3, 0, 0, 0))),
            new TreeMap<>(
                Map.of(
                    Expired.PEOPLE,
                    1L,
                    Expired.POINTED_AT,
                    1L,
                    Expired.CHANGED,
                    1L,
                    Expired.YOUNGER,
                    1L,
                    Expired.IN_USE,
                    1L,
                    Expired.LINKED,
                    1L,
                    Expired.PROMISE + "shop/books/keep",
                    1L)),
            1,
            whole);
    Ran ran =
        new Ran(
            UUID.randomUUID(),
            "shop/visits/keep@shop/visit",
            "d",
            AT,
            Optional.of(AT.plusSeconds(60)),
            Optional.of(due),
            Optional.of(done),
            Optional.of(due),
            Optional.empty());
    String statement = Certificate.statement(ran, Optional.empty(), new EntryId(7));
    return Certificate.signed(statement, Optional.empty(), AT, keys.current());
  }

  private static String paper(String signed, String language) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(CertificatePdf.of(signed, "Shop SAS", language))) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private static DueRows due(boolean about) {
    return new DueRows(300, 9, 0, 0, 0, Optional.empty(), about);
  }

  @Test
  void whatWasKeptBackIsSaidInWords() throws IOException {
    String signed = signed(true, due(false));
    assertThat(paper(signed, "en")).contains("hold", "shop/books/keep").doesNotContain("kept.");
    assertThat(paper(signed, "fr")).contains("gel", "shop/books/keep").doesNotContain("kept.");
  }

  @Test
  void aRunThatStoppedInTheMidstDoesNotReadAsOneThatEnded() throws IOException {
    assertThat(paper(signed(true, due(false)), "en")).doesNotContain("stopped");
    assertThat(paper(signed(false, due(false)), "en"))
        .contains("stopped before it had gone through all of its list");
    assertThat(paper(signed(false, due(false)), "fr")).contains("avant la fin de sa liste");

    Files.writeString(folder.resolve("key.pem"), keys.all().getFirst().pem());
    Files.writeString(folder.resolve("whole.json"), signed(true, due(false)));
    Files.writeString(folder.resolve("part.json"), signed(false, due(false)));
    Terminal terminal = new Terminal(folder, Map.of());
    assertThat(terminal.run("retain", "verify", "whole.json", "--key", "key.pem").out())
        .contains("genuine", ", ended 2026-11-22T01:01:00Z");
    assertThat(terminal.run("retain", "verify", "part.json", "--key", "key.pem").out())
        .contains("genuine", "stopped at 2026-11-22T01:01:00Z before")
        .doesNotContain("ended");
  }

  @Test
  void anEstimateIsCalledOne() throws IOException {
    assertThat(paper(signed(true, due(true)), "en")).contains("estimated by the server: 300");
    assertThat(paper(signed(true, due(true)), "fr")).contains("estimées par le serveur");
    assertThat(paper(signed(true, due(false)), "en")).doesNotContain("estimated");
    assertThat(DueRows.of(due(true).json())).isEqualTo(due(true));
    String old = "{\"rows\":3,\"past\":1,\"unknown\":0,\"future\":0,\"exempt\":0,\"oldest\":\"\"}";
    assertThat(DueRows.of(old)).isEqualTo(new DueRows(3, 1, 0, 0, 0, Optional.empty()));
  }
}

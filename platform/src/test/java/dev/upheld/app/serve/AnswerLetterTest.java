package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever wrote a letter gets one: with the decision, its ground, and the authority. */
class AnswerLetterTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  private static String letter(Browser officer, String language) {
    officer.get("/requests/new");
    Page opened =
        officer.post(
            "/requests/new",
            "right",
            "access",
            "channel",
            "letter",
            "received",
            "2026-11-20",
            "name",
            "Zofia Łukaszewicz-Ødegård",
            "postal",
            "1 rue Haute\n44000 Nantes",
            "language",
            language,
            "details",
            "What is asked");
    assertThat(opened.status()).as(opened.body()).isEqualTo(303);
    return opened.to();
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Your request', 'refused', 'You can complain'",
    "fr, 'Votre demande', 'refusé', 'plaindre'"
  })
  void theAnswerIsALetterWithTheAuthority(
      String language, String subject, String decided, String complain) throws IOException {
    try (RunningServer server = new RunningServer(Map.of())) {
      Browser officer = server.signedIn(Role.OFFICER);
      String here = letter(officer, language);
      assertThat(officer.get(here + "/letter.pdf").status()).as("while it is open").isEqualTo(404);
      String why = "Rights of others stand against it. ".repeat(60) + "END-OF-REASON";
      officer.post(here + "/refuse", "right", "access", "ground", "not-covered", "words", why);
      assertThat(officer.get(here).body()).contains("/letter.pdf");

      HttpResponse<byte[]> answer = officer.download(here + "/letter.pdf");

      assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
      try (PDDocument pdf = Loader.loadPDF(answer.body())) {
        String text = new PDFTextStripper().getText(pdf);
        assertThat(text)
            .contains(subject, decided, complain, "CNIL", "Zofia Łukaszewicz-Ødegård")
            .contains("44000 Nantes", "END-OF-REASON", "dpo@nimbus.example", "Nimbus Cloud SAS");
        Files.createDirectories(PICTURES);
        for (int page = 0; page < pdf.getNumberOfPages(); page++) {
          ImageIO.write(
              new PDFRenderer(pdf).renderImageWithDPI(page, 80),
              "png",
              PICTURES.resolve("letter-" + language + "-" + page + ".png").toFile());
        }
      }
      assertThat(server.signedIn(Role.AUDITOR).get(here + "/letter.pdf").status()).isEqualTo(403);
    }
  }
}

package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.duty.request.paper.Files;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Papers over HTTP: sent from the private page, seen in the console, destroyed after the check. */
class PapersTest {
  private static final int TWO_MB = 2 * 1024 * 1024;

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Browser person;

  @BeforeEach
  void start() {
    server = new RunningServer(Map.of());
    person = server.browser();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String asks(String behalf) {
    person.get("/privacy");
    Page asked =
        person.post(
            "/privacy/ask", "right", "access", "email", "ada@people.example", "behalf", behalf);
    Page opened =
        person.post(
            "/privacy/code",
            "token",
            found("name=\"token\" value=\"([^\"]+)\"", asked.body()),
            "code",
            server.code("ada@people.example"));
    return opened.to().replaceAll("\\?.*", "");
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private static byte[] form(byte[] file, String name, String type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        ("--frame\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: "
                + type
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.write(file);
    out.write("\r\n--frame--\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  /** What the private page says after this file was sent, whatever it calls itself. */
  private String sent(String own, byte[] file) throws IOException {
    person.get(own);
    Page answer =
        person.postBody(
            own + "/document?lang=en&_csrf=" + person.token(),
            "multipart/form-data; boundary=frame",
            form(file, "paper.png", "image/png"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return found("role=\"status\"><p>([^<]+)<", person.get(answer.to()).body());
  }

  private String journalled(String kind) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 500, kind).stream().map(Entry::facts).toList().toString();
    }
  }

  @Test
  void aMandateIsSeenAsAPictureAndDestroyedAfterTheCheck() throws IOException {
    String own = asks("My mother, Anna Lovelace");
    assertThat(person.get(own).body()).contains("Send your mandate", "2 MB at most");
    assertThat(sent(own, Files.pdf(2))).contains("has arrived");
    Browser operator = server.signedIn(Role.OPERATOR);
    String here =
        "/requests/"
            + found("/requests/([2-9A-Z]{4}-[2-9A-Z]{4})", operator.get("/requests").body());
    String page = operator.get(here).body();
    assertThat(page).contains("A mandate", "Page 1", "Page 2");
    String picture = found("href=\"(/requests/[^\"]+/papers/[^\"]+/1)\"", page);
    Page seen = operator.get(picture);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.body()).contains("PNG").doesNotContain("evil", "%PDF");
    assertThat(server.signedIn(Role.AUDITOR).get(picture).status()).isIn(403, 404);
    String paper = found("name=\"paper\" value=\"([^\"]+)\"", page);

    operator.post(here + "/paper-checked", "paper", paper);

    assertThat(operator.get(picture).status()).isEqualTo(404);
    assertThat(operator.get(here).body()).contains("Document checked and destroyed");
    try (Store store = Stores.open(server.store())) {
      assertThat(store.dsl().fetchCount(dev.upheld.store.generated.Tables.REQUEST_PAPER_PAGE))
          .isZero();
      assertThat(store.dsl().fetchSingle(dev.upheld.store.generated.Tables.REQUEST_PAPER).getKey())
          .as("whose key is dropped")
          .satisfies(
              key ->
                  assertThat(
                          java.nio.file.Files.exists(
                              server.home().resolve("keys/cases").resolve(key + ".key")))
                      .isFalse());
    }
    assertThat(journalled("request.paper-")).contains("mandate", "page").doesNotContain("ada@");
  }

  @Test
  void aDocumentOfIdentityIsTakenOnADoubtOnlyAndGoneOnceItIsClear() throws IOException {
    String own = asks("");
    assertThat(person.get(own).body()).doesNotContain("type=\"file\"");
    assertThat(sent(own, Files.picture("png"))).contains("No document is needed");
    Browser operator = server.signedIn(Role.OPERATOR);
    String here =
        "/requests/"
            + found("/requests/([2-9A-Z]{4}-[2-9A-Z]{4})", operator.get("/requests").body());
    operator.post(here + "/ask", "words", "Two accounts have this address: which one is yours?");
    assertThat(person.get(own).body()).contains("Show who you are", "Two accounts");
    assertThat(sent(own, Files.picture("jpg"))).contains("has arrived");
    operator.post(here + "/prove", "method", "document");
    try (Store store = Stores.open(server.store())) {
      assertThat(store.dsl().fetchCount(dev.upheld.store.generated.Tables.REQUEST_PAPER_PAGE))
          .isZero();
    }
    assertThat(operator.get(here).body()).contains("Clear by").doesNotContain("Page 1");
  }

  @Test
  void hostileFilesGetAClearSentence() throws IOException {
    String own = asks("My mother");
    assertThat(
            sent(own, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
        .contains("no GIF, JPG, PNG or PDF");
    byte[] gif = Files.picture("gif");
    assertThat(sent(own, Arrays.copyOf(gif, TWO_MB + 1))).contains("more than 2 MB");
    assertThat(sent(own, Arrays.copyOf(gif, 6 * TWO_MB))).contains("more than 2 MB");
    assertThat(sent(own, Arrays.copyOf(gif, 20))).contains("cannot be read");
    assertThat(sent(own, new byte[0])).contains("No file was chosen");
    assertThat(journalled("request.paper-refused")).contains("kind", "broken");
    assertThat(
            person
                .postBody(
                    own + "/document?lang=en",
                    "multipart/form-data; boundary=frame",
                    form(gif, "a", "b"))
                .status())
        .as("without the token of the form")
        .isEqualTo(403);
  }
}

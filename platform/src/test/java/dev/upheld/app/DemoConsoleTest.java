package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code upheld demo} as a newcomer sees it: a company, a console, a proof. */
class DemoConsoleTest {
  private static final Pattern WAY_IN = Pattern.compile("http://\\S+/enter/\\S+");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path home = TestFolders.create("demo-home");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  @Test
  void theConsoleAnswersBeforeTheProofIsDoneAndThenShowsIt() throws Exception {
    Thread terminal = Thread.ofVirtual().start(this::demo);
    try {
      URI wayIn = URI.create(awaited(() -> find(WAY_IN)));
      String before = out.toString();
      HttpClient browser =
          HttpClient.newBuilder()
              .cookieHandler(new CookieManager())
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      assertThat(page(browser, wayIn)).contains("<title");
      assertThat(before).doesNotContain("BROKEN");

      awaited(() -> find(Pattern.compile("Planted on purpose")));
      assertThat(out.toString()).contains("BROKEN", "UPHELD");
      assertThat(page(browser, wayIn.resolve("/promises"))).contains("nimbus/accounts/form");
    } finally {
      terminal.interrupt();
      exit.handle((code, failure) -> code).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    try (Stream<Path> inHome = Files.list(home)) {
      assertThat(inHome).containsExactly(home.resolve("demo")); // apart from a real company's
    }
  }

  private void demo() {
    try {
      exit.complete(
          new Terminal(
                  repository(),
                  Map.of(
                      "UPHELD_HOME", home.toString(),
                      "UPHELD_STORE_URL", "jdbc:postgresql://127.0.0.1:1/real",
                      "UPHELD_MAIL_HOST", "mail.real.example"))
              .run(out, err, "demo", "--customers", "100", "--port", "0"));
    } catch (RuntimeException e) {
      exit.completeExceptionally(e);
    }
  }

  private static Path repository() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  private Optional<String> find(Pattern pattern) {
    return pattern.matcher(out.toString()).results().map(MatchResult::group).findFirst();
  }

  private String awaited(Supplier<Optional<String>> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !exit.isDone()) {
      Optional<String> found = wanted.get();
      if (found.isPresent()) {
        return found.get();
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("it never came; printed so far: " + out + err);
  }

  private static String page(HttpClient browser, URI address)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    HttpResponse<String> answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}

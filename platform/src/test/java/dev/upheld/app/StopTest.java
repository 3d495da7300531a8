package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.store.EmbeddedPostgres;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import dev.upheld.store.generated.Tables;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server on its own database that is told to stop (SIGTERM). */
class StopTest {
  private static final int TERMINATED = 128 + 15;

  private final Path home = TestFolders.create("stopped-home");

  @Test
  void whileItProvesItEndsInOrderAndSealsTheJournal() throws Exception {
    prepare();
    Instant began;
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ChildJvm child = serve(silent.getLocalPort())) {
      String url = child.await("Upheld is at ").substring("Upheld is at ".length());
      silent.setSoTimeout(60_000);
      silent.accept(); // it proves, and waits for an answer that does not come
      assertThat(get(url + "/health")).contains("\"status\":\"up\"");

      began = Instant.now();
      assertThat(child.terminate()).isEqualTo(TERMINATED);
      assertThat(child.said())
          .noneMatch(line -> line.contains("WARNING") || line.contains("SEVERE"))
          .noneMatch(line -> line.contains("Exception") || line.contains("fault"));
    }
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
    List<String> log = Files.readAllLines(home.resolve("postgres/store/server.log"));
    assertThat(log)
        .as("no connection was cut off")
        .noneMatch(line -> line.contains("FATAL") || line.contains("ERROR"))
        .noneMatch(line -> line.contains("unexpected EOF"));
    assertThat(log.getLast()).contains("database system is shut down");
    thereIsNothingToMend();
  }

  private void thereIsNothingToMend() throws IOException {
    StoreAddress address = new StoreAddress.Embedded(new StoreHome(home));
    try (Store store = Store.open(address, Progress.SILENT)) {
      Journal journal = new Journal(store, InstantSource.system());
      List<String> seals = Files.readAllLines(home.resolve("checkpoints/journal.jsonl"));
      assertThat(seals.getLast())
          .as("the newest entry is sealed")
          .contains("\"hash\":\"" + journal.head().hash() + "\"");
      assertThat(store.dsl().fetchCount(Tables.JOB, Tables.JOB.PICKED.isTrue()))
          .as("jobs that another server would have to wait for")
          .isZero();
    }
  }

  /** As root the data belongs to a user that every Linux has. */
  private void prepare() {
    EmbeddedPostgres.HostOptions host =
        new EmbeddedPostgres.HostOptions(
            Optional.of(TestFolders.programs()), Optional.of("nobody"));
    EmbeddedPostgres.start(EmbeddedPostgres.Options.in(home, "store").withHost(host)).close();
  }

  private ChildJvm serve(int silentPort) {
    String port = String.valueOf(silentPort);
    Map<String, String> env =
        Map.of(
            "UPHELD_HOME",
            home.toString(),
            "UPHELD_DEMO_HOST",
            "127.0.0.1",
            "UPHELD_DEMO_EU_PORT",
            port,
            "UPHELD_DEMO_US_PORT",
            port,
            "UPHELD_DEMO_USER",
            "nobody",
            "UPHELD_DEMO_PASSWORD",
            "nothing");
    Path workspace = Path.of("..", "examples", "demo").toAbsolutePath().normalize();
    return ChildJvm.start(env, "256m", Main.class, "serve", workspace.toString(), "--port", "0");
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}

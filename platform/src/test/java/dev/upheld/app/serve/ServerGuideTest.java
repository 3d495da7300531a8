package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Origin;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.access.SignIn.Outcome;
import dev.upheld.access.SignIn.SignedIn;
import dev.upheld.app.Page;
import dev.upheld.app.Page.Block;
import dev.upheld.app.Terminal;
import dev.upheld.app.Terminal.Run;
import dev.upheld.crypto.MasterKey;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.edge.cli.ServerStarter.Order;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/server.md says, block by block. */
class ServerGuideTest {
  private static final Path WORKSPACE =
      Path.of("..", "examples", "demo").toAbsolutePath().normalize();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  private final TestDatabase admin = Databases.postgres().freshDatabase();

  /** The test server has one set of roles and databases: each run of the page has its own. */
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  private final List<String> databases = new ArrayList<>();
  private Optional<Server> server = Optional.empty();
  private String token = "";
  private int port;

  @Test
  void everyBlockOfThePageDoesWhatThePageSays() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.createDirectories(folder.resolve("etc"));
    Files.createDirectories(folder.resolve("backup"));
    for (String secret : List.of("owner", "run", "mail")) {
      Files.writeString(folder.resolve("etc/" + secret + ".password"), secret(secret));
    }
    Files.writeString(folder.resolve("etc/master.key"), MasterKey.random());
    int blocks = 0;
    try {
      for (Block block :
          Page.parse(Files.readString(Path.of("..", "docs", "server.md"))).blocks()) {
        blocks += run(block);
      }
    } finally {
      server.ifPresent(Server::close);
      databases.forEach(d -> admin.execute("DROP DATABASE " + d));
      admin.execute("DROP ROLE " + marked("upheld_owner"), "DROP ROLE " + marked("upheld_run"));
    }
    assertThat(blocks).isGreaterThan(8);
  }

  private static String secret(String of) {
    return switch (of) {
      case "owner" -> "choose-one";
      case "run" -> "choose-another";
      default -> "not used";
    };
  }

  private String marked(String name) {
    return name + "_" + mark;
  }

  /** Blocks for other programs are left to them. */
  private int run(Block block) throws Exception {
    switch (block.language()) {
      case "sql" -> roles(block.text());
      case "yaml" -> Files.writeString(config(), here(block.text(), "upheld"));
      case "sh" -> {
        for (String line : block.text().lines().toList()) {
          command(line);
        }
      }
      case "ini", "nginx" -> {
        return 0;
      }
      default -> throw new AssertionError("no way to run a block of " + block.language());
    }
    return 1;
  }

  private Path config() {
    return folder.resolve("etc/server.yaml");
  }

  private void roles(String sql) {
    for (String statement : sql.split(";", -1)) {
      if (!statement.isBlank()) {
        admin.execute(
            statement
                .replace("upheld_owner", marked("upheld_owner"))
                .replace("upheld_run", marked("upheld_run"))
                .replaceAll("DATABASE upheld\\b", "DATABASE " + marked("upheld")));
      }
    }
    databases.add(marked("upheld"));
  }

  /** The same on this machine. */
  private String here(String yaml, String database) {
    return yaml.replace("/etc/upheld/", folder.resolve("etc") + "/")
            .replace("127.0.0.1:5432/upheld", "127.0.0.1:" + admin.port() + "/" + marked(database))
            .replace("owner: upheld_owner", "owner: " + marked("upheld_owner"))
            .replace("run: upheld_run", "run: " + marked("upheld_run"))
            .replace("mail.example.com", "127.0.0.1")
        + "listen: {port: "
        + port
        + "}\n";
  }

  private void command(String line) throws Exception {
    List<String> words =
        Page.words(
            line.replace("/etc/upheld/", folder.resolve("etc") + "/")
                .replace("/backup/", folder.resolve("backup") + "/"));
    switch (words.getFirst()) {
      case "curl" -> curl(words);
      case "upheld" -> upheld(words.subList(1, words.size()));
      default -> throw new AssertionError("no way to run " + line);
    }
  }

  private void upheld(List<String> words) throws IOException {
    switch (words.getFirst()) {
      case "serve" -> serve();
      case "restore" -> {
        admin.execute("CREATE DATABASE " + marked("empty") + " OWNER " + marked("upheld_owner"));
        databases.add(marked("empty"));
        String yaml = Files.readString(config());
        Files.writeString(config(), yaml.replace("/" + marked("upheld"), "/" + marked("empty")));
        assertThat(terminal(words).out()).contains("rows restored");
        Files.writeString(config(), yaml);
      }
      default -> assertThat(terminal(words).all()).isNotBlank();
    }
  }

  private Run terminal(List<String> words) {
    Run run = new Terminal(folder, env()).run(words.toArray(String[]::new));
    assertThat(run.exit()).as("%s%n%s", words, run.all()).isZero();
    return run;
  }

  private Map<String, String> env() {
    return Map.of("UPHELD_HOME", folder.resolve("home").toString());
  }

  private void serve() {
    Order order =
        new Order(
            Workspaces.read(WORKSPACE, References.machine()).workspace().orElseThrow(),
            Optional.of(config()),
            Map.of(),
            env(),
            false);
    InstantSource clock = InstantSource.system();
    Server started = Server.start(order, clock, Progress.SILENT);
    server = Optional.of(started);
    assertThat(started.wayIn().orElseThrow()).startsWith("https://privacy.example.com/invitation/");
    token = token(started.access(), clock);
  }

  /** As the console makes it for somebody who signed in. */
  private static String token(Access access, InstantSource clock) {
    String link = access.people().enterOnce("officer@example.com", "Officer", Role.OFFICER);
    Outcome outcome =
        access.accounts().enter(link.substring("/enter/".length()), new Origin("::1", "test"));
    Secret<String> session = ((SignedIn) outcome).session();
    Identity officer = access.sessions().visit(session.reveal()).orElseThrow().identity();
    Set<Permission> scopes =
        Set.of(
            Permission.PROMISES_READ,
            Permission.PROMISES_PROVE,
            Permission.JOURNAL_READ,
            Permission.METRICS_READ);
    Instant until = clock.instant().plus(Duration.ofDays(1));
    return access.tokens().issue(officer, "guide", scopes, until).reveal();
  }

  /** The same request, without the proxy. */
  private void curl(List<String> words) throws IOException, InterruptedException {
    URI said = URI.create(words.getLast());
    assertThat(said.getHost()).isEqualTo("privacy.example.com");
    String query = said.getRawQuery() == null ? "" : "?" + said.getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + said.getRawPath() + query));
    for (int i = 1; i < words.size() - 1; i += 2) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "-H" -> header(request, value.split(": ", 2));
        case "-d" -> request.POST(BodyPublishers.ofString(value));
        default -> throw new AssertionError("no way to give curl " + words.get(i));
      }
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s%n%s", said, answer.body()).isBetween(200, 299);
    }
  }

  private void header(HttpRequest.Builder request, String[] nameAndValue) {
    request.header(nameAndValue[0], nameAndValue[1].replace("$UPHELD_TOKEN", token));
  }
}

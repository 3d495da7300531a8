package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.kernel.Sha256;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upheld drift} on a real database. */
class DriftCommandTest {

  @TempDir Path folder;

  private final TestDatabase database = Databases.postgres().freshDatabase();

  @BeforeEach
  void mapped() throws IOException {
    DemoWorkspace.copyTo(folder.resolve("privacy"), database);
    database.execute(
        "create table customer (id int primary key, email varchar(200), tier varchar(40))",
        "insert into customer values (1, 'ada@example.com', 'gold')");
    Files.createDirectories(folder.resolve("privacy/datamap"));
    Files.writeString(
        folder.resolve("privacy/datamap/main.yaml"),
        """
        system: main
        places:
          customer:
            activity: accounts
            fields:
              email: email
            technical: [id, tier]
        """);
  }

  private Run drift(String... more) {
    String[] line = new String[more.length + 1];
    line[0] = "drift";
    System.arraycopy(more, 0, line, 1, more.length);
    return new Terminal(folder, Map.of("SECRET", database.password())).run(line);
  }

  @Test
  void aDatabaseLikeItsMapHasNone() {
    Run run = drift("--system", "main");
    assertThat(run.out()).contains("No difference");
    assertThat(run.exit()).isZero();
  }

  @Test
  void personalDataTheMapDoesNotKnowIsTold() {
    database.execute(
        "create table lead (id int primary key, mail varchar(200))",
        "insert into lead values (1, 'jane.doe@mail.example')",
        "update customer set tier = 'jane.doe@mail.example'");
    Run run = drift();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("new-table main/lead", "changed-content main/customer.tier", "datamap/main.yaml")
        .contains("+  lead:")
        .doesNotContain("jane");
    Run json = drift("--format", "json");
    assertThat(json.out())
        .contains("\"kind\" : \"new-table\"", "\"nature\" : \"personal\"")
        .doesNotContain("jane");
  }

  @Test
  void aStoppedDiscoveryCanStillBeTakenUp() throws IOException {
    database.execute("create table lead (id int primary key, c1 text)");
    Path home = folder.resolve("home");
    String where =
        String.join(
            "\n",
            "main",
            "postgres",
            "127.0.0.1:" + database.port(),
            database.database(),
            database.user());
    Path notes = home.resolve("discover").resolve(Sha256.hex(where) + ".jsonl");
    Files.createDirectories(notes.resolveSibling(""));
    Files.writeString(notes, "{}\n");
    Map<String, String> env = Map.of("SECRET", database.password(), "UPHELD_HOME", home.toString());

    assertThat(new Terminal(folder, env).run("drift").out()).contains("+  lead:");

    assertThat(notes).hasContent("{}");
    assertThat(new Terminal(folder, env).run("discover", "main").exit()).isZero();
    assertThat(notes).doesNotExist(); // it was that file
  }

  @Test
  void oneSystemIsLookedAtAndNoOther() throws IOException {
    database.execute(
        "create table lead (id int primary key, mail varchar(200))",
        "insert into lead values (1, 'jane.doe@mail.example')");
    try (ServerSocketChannel other = ServerSocketChannel.open()) {
      other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      other.configureBlocking(false);
      int port = ((InetSocketAddress) other.getLocalAddress()).getPort();
      Files.writeString(
          folder.resolve("privacy/systems.yaml"),
          """
            other: {kind: postgres, host: 127.0.0.1, port: %d, database: d, user: u, password: env:SECRET, tls: "off"}
          """
              .formatted(port),
          StandardOpenOption.APPEND);
      Files.writeString(
          folder.resolve("privacy/datamap/other.yaml"),
          """
          system: other
          places:
            person:
              activity: accounts
              fields:
                email: email
          """);

      Run run = drift("--system", "main");

      assertThat(other.accept()).as("a connection to the other system").isNull();
      assertThat(run.out()).contains("new-table main/lead", "+  lead:").doesNotContain("not seen");
    }
  }

  @Test
  void aSilentSystemIsNotSeen() {
    Run run = new Terminal(folder, Map.of("SECRET", "wrong")).run("drift", "--system", "main");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("not seen");
  }

  @Test
  void anUnknownSystemIsAFault() {
    assertThat(drift("--system", "nowhere").exit()).isEqualTo(2);
  }
}

package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an erasure over a restore to the erasure again, on the command line, without a store. */
class ReapplyCommandTest {
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          clocks: {collected: made}
          fields: {email: {data: email, end: delete}, name: {data: name, end: delete}}
          technical: [id, made]
      """;

  private static final String[] REAPPLY = {
    "reapply", "ws", "--restored", "main", "--since", "2020-01-01T00:00:00Z"
  };

  private final Path folder = TestFolders.create("reapply");
  private final Path home = folder.resolve("home");
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final Terminal terminal =
      new Terminal(folder, Map.of("SECRET", database.password(), "UPHELD_HOME", home.toString()));

  @BeforeEach
  void sets() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, name text, made timestamptz)",
        "insert into customer values (1, 'ada@people.example', 'Ada', '2024-01-01T10:00Z'),"
            + " (2, 'bob@people.example', 'Bob', '2024-01-01T10:00Z')",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder.resolve("ws"), database);
    Files.writeString(folder.resolve("ws/datamap/main.yaml"), MAP);
    Files.writeString(folder.resolve("ada.yaml"), "email: ada@people.example\n");
  }

  private static String digest(Terminal.Run run) {
    Matcher matcher = Pattern.compile("--approve ([0-9a-f]{64})").matcher(run.err());
    assertThat(matcher.find()).as(run.all()).isTrue();
    return matcher.group(1);
  }

  private String people() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select string_agg(id::text, ' ' order by id) from customer")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] and(String[] words, String... more) {
    return java.util.stream.Stream.of(words, more)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private void adaIsErased() {
    String[] run = {"request", "run", "ws", "--subject-from", "ada.yaml", "--right", "erasure"};
    Terminal.Run done = terminal.run(and(run, "--approve", digest(terminal.run(run))));
    assertThat(done.exit()).as(done.all()).isZero();
    assertThat(people()).isEqualTo("2");
  }

  @Test
  void anErasureOutlivesARestore() throws IOException {
    adaIsErased();
    Path kept = home.resolve("keys/people/tombstones.json");
    assertThat(Files.readString(kept)).doesNotContainIgnoringCase("ada@");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    database.execute(
        "insert into customer values (1, 'ada@people.example', 'Ada', '2024-01-01T10:00Z'),"
            + " (7, 'ada@people.example', 'Ada', now() + interval '1 hour')");

    Terminal.Run shown = terminal.run(REAPPLY);
    assertThat(shown.exit()).as(shown.all()).isEqualTo(1);
    assertThat(shown.out()).contains("customer", "deletes 1 row");
    assertThat(shown.err()).contains("1 person would be erased again");
    assertThat(shown.all()).doesNotContainIgnoringCase("ada@");
    assertThat(people()).isEqualTo("1 2 7");
    Terminal.Run wrong = terminal.run(and(REAPPLY, "--approve", "0".repeat(64)));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(people()).isEqualTo("1 2 7");

    Terminal.Run done = terminal.run(and(REAPPLY, "--approve", digest(shown)));

    assertThat(done.exit()).as(done.all()).isZero();
    assertThat(done.out()).contains("done", "signature");
    assertThat(people()).isEqualTo("2 7");
    Terminal.Run again = terminal.run(REAPPLY);
    assertThat(again.exit()).as(again.all()).isZero();
    assertThat(again.out()).contains("Nobody who was erased");
  }

  @Test
  void whoWasErasedBeforeTheBackupIsNotLookedFor() {
    adaIsErased();
    database.execute(
        "insert into customer values (1, 'ada@people.example', 'Ada', '2024-01-01T10:00Z')");

    Terminal.Run run =
        terminal.run("reapply", "ws", "--restored", "main", "--since", "2099-01-01T00:00:00Z");

    assertThat(run.out()).contains("Nobody who was erased");
    assertThat(people()).isEqualTo("1 2");
  }

  @Test
  void anInstantNeedsItsZone() {
    Terminal.Run run = terminal.run("reapply", "ws", "--restored", "main", "--since", "yesterday");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--since is no instant").doesNotContain("yesterday");
  }
}

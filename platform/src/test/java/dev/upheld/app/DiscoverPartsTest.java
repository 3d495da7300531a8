package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code upheld discover} opens documents and key-value tables of real databases. */
class DiscoverPartsTest {

  @TempDir Path folder;

  static Stream<TestServer> servers() {
    return Stream.of(Databases.postgres(), Databases.mariadb());
  }

  private Terminal workspace(TestDatabase database) throws IOException {
    Path privacy = folder.resolve("privacy");
    DemoWorkspace.copyTo(privacy, database);
    Files.writeString(
        privacy.resolve("systems.yaml"),
        "  partner:\n    kind: partner\n",
        StandardOpenOption.APPEND);
    return new Terminal(folder, Map.of("SECRET", database.password()));
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("privacy/datamap/main.yaml"));
  }

  private static void rows(TestDatabase database) {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    database.execute(
        "create table customer (id int primary key, email varchar(200), profile "
            + (postgres ? "jsonb" : "json")
            + ")",
        "create table user_attribute (id int primary key, customer_id int references customer (id),"
            + " name varchar(80), value varchar(2000))");
    for (int i = 0; i < 8; i++) {
      database.execute(
          "insert into customer values (%d, 'p%d@example.com', '%s')"
              .formatted(
                  i,
                  i,
                  """
                  {"contact": {"mail": "q%d@example.com", "verified": true}, "ui": {"theme": "dark"},
                   "shared": {"friend%d@example.com": 1}}
                  """
                      .formatted(i, i)),
          "insert into user_attribute values (%d, %d, 'email', 'r%d@example.com')"
              .formatted(2 * i, i, i),
          "insert into user_attribute values (%d, %d, 'locale', 'fr')".formatted(2 * i + 1, i));
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void proposesPathsAndKeysAndLaterTheNewOnes(TestServer server) throws IOException {
    TestDatabase database = server.freshDatabase();
    rows(database);
    Terminal terminal = workspace(database);

    Run run = terminal.run("discover", "main");

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(text())
        .contains("      \"profile->contact.mail\": {data: email, end: delete}  # 0.9")
        .containsPattern("\"profile->shared\\.\\*\": .*of its keys")
        .contains("      - \"profile->contact.verified\"")
        .contains("      - \"profile->ui.theme\"")
        .contains("      \"value[name=email]\": {data: email")
        .contains("      - \"value[name=locale]\"")
        .containsPattern("people can be found in it by: email, .*profile->contact.mail")
        .doesNotContain("      profile:", "- profile\n", "      value:", "@example", "friend");
    assertThat(run.all()).doesNotContain("@example", "friend");
    Run check = terminal.run("check");
    assertThat(check.exit()).as(check.all()).isZero();

    String before = text();
    assertThat(terminal.run("discover", "main").exit()).isZero();
    assertThat(text()).isEqualTo(before);

    database.execute(
        "update customer set profile = '{\"contact\": {\"mail\": \"x@example.com\"}, \"iban\": \"DE89370400440532013000\"}'",
        "insert into user_attribute values (100, 1, 'phone', '+33 6 12 34 56 78'),"
            + " (101, 2, 'phone', '+33 6 12 34 56 79')");
    Run later = terminal.run("discover", "main");
    assertThat(later.exit()).as(later.all()).isZero();
    assertThat(text().lines().filter(l -> !before.lines().toList().contains(l)).toList())
        .anyMatch(l -> l.startsWith("      \"profile->iban\": \"pd:BankAccount"))
        .anyMatch(l -> l.startsWith("      \"value[name=phone]\": \"pd:TelephoneNumber"));
    assertThat(text()).doesNotContain("DE89", "+33");
    assertThat(later.out()).doesNotContain("not there any more");
  }
}

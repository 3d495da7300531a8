package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same people in billing (PostgreSQL) and support (MariaDB), found by {@code discover}. */
class PeopleElsewhereTest {
  private static final int PEOPLE = 400;

  @TempDir Path folder;
  private final TestDatabase billing = Databases.postgres().freshDatabase();
  private final TestDatabase support = Databases.mariadb().freshDatabase();
  private Terminal terminal;

  @BeforeEach
  void twoSystems() throws IOException {
    DemoWorkspace.copyTo(folder.resolve("privacy"));
    systems(support.port());
    terminal =
        new Terminal(folder, Map.of("BILLING", billing.password(), "SUPPORT", support.password()));
    billing();
    support("c.%04d", 0);
    assertThat(terminal.run("discover", "billing").exit()).isZero();
  }

  private void systems(int supportPort) throws IOException {
    Files.writeString(
        folder.resolve("privacy/systems.yaml"),
        """
        systems:
          billing: {kind: postgres, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:BILLING", tls: "off"}
          support: {kind: mariadb, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:SUPPORT", tls: "off"}
        """
            .formatted(
                billing.port(),
                billing.database(),
                billing.user(),
                supportPort,
                support.database(),
                support.user()));
  }

  /** Customers; countries, tariffs and row numbers as every database has them. */
  private void billing() {
    billing.execute(
        "create table customer (id int primary key, number varchar(20) not null unique,"
            + " email varchar(200) not null unique, country char(2), status varchar(10), tariff int)");
    Random random = new Random(5);
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= PEOPLE; i++) {
      rows.add(
          "(%d, 'K-%05d', 'c.%04d@mail.example', '%s', '%s', %d)"
              .formatted(
                  i,
                  i * 37,
                  i,
                  List.of("FR", "DE", "IT", "FI").get(random.nextInt(4)),
                  random.nextBoolean() ? "active" : "closed",
                  random.nextInt(9)));
    }
    billing.execute("insert into customer values " + String.join(", ", rows));
  }

  /** Three of four tickets are of customers; addresses are written as people write them. */
  private void support(String address, int shift) {
    support.execute("drop table if exists ticket", "drop table if exists agent");
    support.execute(
        "create table ticket (id int primary key, client_ref varchar(40), reply_to varchar(200),"
            + " country char(2), status varchar(10), priority int)",
        "create table agent (id int primary key, email varchar(200) unique)");
    Random random = new Random(6);
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= PEOPLE; i++) {
      int who = 1 + random.nextInt(PEOPLE);
      boolean known = i % 4 != 0;
      rows.add(
          "(%d, '%s', '%s@%s', 'FR', 'active', %d)"
              .formatted(
                  i,
                  known ? "K-%05d".formatted((who + shift) * 37 + (shift == 0 ? 0 : 1)) : "N-" + i,
                  (known ? address : "stranger%04d")
                      .formatted(who)
                      .toUpperCase(java.util.Locale.ROOT),
                  "Mail.Example ",
                  random.nextInt(9)));
    }
    support.execute("insert into ticket values " + String.join(", ", rows));
    support.execute("insert into agent values (1, 'help@shop.example'), (2, 'info@shop.example')");
  }

  private String map() throws IOException {
    return Files.readString(folder.resolve("privacy/datamap/support.yaml"));
  }

  private static List<String> across(String map) {
    return map.lines().filter(l -> l.contains("to: ") && l.contains("billing/")).toList();
  }

  @Test
  void theRightLinksAreProposedWithTheirReasonsAndSharedSmallThingsAreNot() throws IOException {
    Run run = terminal.run("discover", "support");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(across(map()))
        .as(map())
        .hasSize(2)
        .anySatisfy(
            l ->
                assertThat(l)
                    .contains("client_ref", "billing/customer.number", "kind: owns")
                    .containsPattern("# 0\\.\\d+: .*[0-9]+% of the values of the smaller one"))
        .anySatisfy(
            l ->
                assertThat(l)
                    .contains("reply_to", "billing/customer.email", "both hold e-mail addresses")
                    .containsPattern("[0-9]+% of the values"));
    assertThat(map() + run.all()).doesNotContainIgnoringCase("@mail.example", "K-0");
    Run check = terminal.run("check");
    assertThat(check.exit()).as(check.all()).isZero();
    String once = map();
    Run again = terminal.run("discover", "support");
    assertThat(map()).isEqualTo(once);
    assertThat(again.out()).doesNotContain("+ link");
  }

  @Test
  void otherPeopleAreNoLinkHoweverTheColumnsAreCalled() throws IOException {
    support("someone.else.%04d", 3_000);
    assertThat(terminal.run("discover", "support").exit()).isZero();
    assertThat(across(map())).as(map()).isEmpty();
  }

  @Test
  void whatIsMappedAlreadyIsToldAndLeftAsItIs() throws IOException {
    String reviewed =
        """
        system: support
        places:
          ticket:
            activity: support
            technical: [id, country, status, priority, client_ref]
            fields: {reply_to: email}
        ignore:
          agent: mailboxes of the desk
        """;
    Files.writeString(folder.resolve("privacy/datamap/support.yaml"), reviewed);
    Run run = terminal.run("discover", "support");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(map()).isEqualTo(reviewed);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("+ link ticket.client_ref: billing/customer.number")
        .contains("+ link ticket.reply_to: billing/customer.email");
  }

  @Test
  void aSystemThatIsDownIsToldAndIsNoError() throws IOException {
    assertThat(terminal.run("discover", "support").exit()).isZero();
    systems(1);
    Run run = terminal.run("discover", "billing");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("its values were not compared");
  }

  @Test
  void withoutLookingAtValuesOnlyNamesSpeak() throws IOException {
    Run run = terminal.run("discover", "support", "--schema-only");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(map()).doesNotContain("% of the values");
  }
}

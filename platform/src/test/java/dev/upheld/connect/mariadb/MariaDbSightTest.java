package dev.upheld.connect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Description;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Grants, roles, types and times: what only MariaDB has to be seen through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbSightTest extends MariaDbLab {

  @Test
  void anAccountWithGrantsOnTablesKnowsThatThereMayBeMore() {
    database().execute("create table known (id int)", "create table hidden (id int)");
    TestDatabase user = database().restricted("grant select on known to {user}");
    try (Session session = open(user)) {
      Description description = session.describe();
      assertThat(description.blind()).singleElement().asString().contains("whole database");
      assertThat(description.table(table("hidden"))).isEmpty();
      assertThat(description.table(table("known")).orElseThrow().sight().isFull()).isTrue();
    }
    TestDatabase whole =
        database().restricted("grant select on `" + database().database() + "`.* to {user}");
    try (Session session = open(whole)) {
      assertThat(session.describe().blind()).isEmpty();
      assertThat(session.describe().table(table("hidden"))).isPresent();
    }
  }

  @Test
  void aGrantThroughARoleIsAGrant() {
    String role = "r_" + UUID.randomUUID().toString().substring(0, 8);
    database()
        .execute(
            "create table by_role (id int primary key, other int references by_role (id), unique (other))",
            "create role " + role,
            "grant select on by_role to " + role);
    TestDatabase user =
        database()
            .restricted("grant " + role + " to {user}", "set default role " + role + " for {user}");
    try (Session session = open(user)) {
      Description.Table table = session.describe().table(table("by_role")).orElseThrow();
      assertThat(table.sight().isFull()).isTrue();
      assertThat(table.key()).containsExactly("id");
      assertThat(table.foreignKeys()).hasSize(1);
      assertThat(session.checkup(List.of()).excess()).isEmpty();
    }
  }

  @Test
  void aVersionedTableHidesItsPast() {
    database().execute("create table versioned (v int) with system versioning");
    try (Session session = open()) {
      assertThat(session.describe().table(table("versioned")).orElseThrow().sight().blind())
          .singleElement()
          .asString()
          .contains("earlier versions");
      Question.CountWhere count =
          new Question.CountWhere(
              table("versioned"), Optional.empty(), new Condition.IsNull("v", false));
      assertThat(session.ask(count, Progress.SILENT).sight().isFull()).isFalse();
    }
  }

  @Test
  void typesFallIntoFamilies() {
    database()
        .execute(
            "create table typed (e enum('a','b'), s set('x','y'), y year, b1 bit(1), b8 bit(8), t1 tinyint(1), t4 tinyint(4),"
                + " u int unsigned, bi binary(16), vb varbinary(9), lb longblob, i4 inet4, i6 inet6, id uuid, j json, ti time,"
                + " p point, f float, vc varchar(7) comment 'Short', tt text) comment 'All types'");
    try (Session session = open()) {
      Description.Table typed = session.describe().table(table("typed")).orElseThrow();
      assertThat(typed.comment()).contains("All types");
      assertThat(typed.column("vc").orElseThrow().comment()).contains("Short");
      assertThat(typed.column("vc").orElseThrow().length()).contains(7);
      assertThat(typed.column("tt").orElseThrow().length()).isEmpty();
      assertThat(typed.columns())
          .extracting(c -> c.name() + " " + c.type())
          .containsExactly(
              "e TEXT",
              "s TEXT",
              "y WHOLE",
              "b1 BOOLEAN",
              "b8 OTHER",
              "t1 BOOLEAN",
              "t4 WHOLE",
              "u WHOLE",
              "bi BYTES",
              "vb BYTES",
              "lb BYTES",
              "i4 ADDRESS",
              "i6 ADDRESS",
              "id UUID",
              "j TEXT",
              "ti OTHER",
              "p OTHER",
              "f DECIMAL",
              "vc TEXT",
              "tt TEXT");
      assertThat(session.describe().product()).matches("MariaDB \\d+\\.\\d+\\.\\d+");
    }
  }

  @Test
  void everyTypeCanBeAskedAnything() {
    database()
        .execute(
            "create table all_types (e enum('a','b'), s set('x','y'), y year, b1 bit(1), b8 bit(8), t1 tinyint(1),"
                + " u bigint unsigned, bi binary(16), lb longblob, i4 inet4, i6 inet6, id uuid, ti time,"
                + " p point, f float, de decimal(30,2), tt text, d date)",
            "insert into all_types values ('a', 'x,y', 2026, b'1', b'101', 1, 18446744073709551615, x'00', x'ff', '1.2.3.4',"
                + " '2001:db8::1', uuid(), '10:00', point(1, 2), 1.5, 3.5, 'text', '2026-01-01')");
    try (Session session = open()) {
      List<String> columns =
          session.describe().table(table("all_types")).orElseThrow().columns().stream()
              .map(Description.Column::name)
              .toList();
      for (Coarse coarse : Coarse.values()) {
        Question.FindValues find =
            new Question.FindValues(
                table("all_types"), columns, coarse, Optional.empty(), v -> true);
        assertThat(session.ask(find, Progress.SILENT).answer().rows()).isEqualTo(1);
      }
      for (String column : columns) {
        Question.Tally tally =
            new Question.Tally(table("all_types"), List.of(), column, Optional.empty());
        assertThat(session.ask(tally, Progress.SILENT).answer().byValue()).hasSize(1);
        Question.Fingerprint print =
            new Question.Fingerprint(table("all_types"), column, h -> true);
        assertThat(session.ask(print, Progress.SILENT).answer().rows()).isEqualTo(1);
        Condition in = new Condition.In(column, List.of("a", "1.2.3.4"), false);
        session.ask(
            new Question.CountWhere(table("all_types"), Optional.empty(), in), Progress.SILENT);
      }
    }
  }

  @Test
  void zeroDatesAreUnknown() {
    database()
        .execute(
            "create table zeroes (d date null, t datetime(6) null, s timestamp null)",
            "set statement sql_mode = '' for insert into zeroes values"
                + " ('0000-00-00', '0000-00-00', '0000-00-00'), ('2025-00-10', '2025-10-00', '2025-01-01'),"
                + " ('2025-01-01', '2025-01-01', '2025-01-01')");
    for (String column : List.of("d", "t", "s")) {
      Due due =
          new Due.Before(
              new BoundClock(
                  "c", new Clock.Column(column, Reading.NATIVE), BoundClock.Missing.UNKNOWN),
              TODAY);
      Answer.DueCount count =
          answer(
              new Question.CountDue(
                  table("zeroes"), due, Optional.empty(), List.of(), TODAY, PARIS));
      assertThat(count.unknown()).as(column).isEqualTo(column.equals("s") ? 1 : 2);
      assertThat(count.past()).as(column).isEqualTo(column.equals("s") ? 2 : 1);
    }
  }

  private Endpoint strict(TestDatabase database, Map<String, String> options) {
    Endpoint plain = endpoint(database, Duration.ofSeconds(20));
    return new Endpoint(
        plain.kind(),
        plain.host(),
        plain.port(),
        plain.database(),
        plain.user(),
        plain.password(),
        options,
        plain.statementTimeout());
  }

  private Answer.TransportFacts facts(Endpoint endpoint) {
    try (Session session = connector().open(system(), endpoint)) {
      return session.ask(new Question.Transport(), Progress.SILENT).answer();
    }
  }

  @Test
  void tellsWhetherTheLineIsEncrypted() {
    assertThat(facts(strict(database(), Map.of("tls", "off"))))
        .isEqualTo(
            new Answer.TransportFacts(
                false, Optional.empty(), Optional.of(false), Optional.of("127.0.0.1")));
    TestDatabase tls = Databases.mariadbTls().freshDatabase();
    Answer.TransportFacts facts = facts(strict(tls, Map.of("tls", "require")));
    assertThat(facts.encrypted()).isTrue();
    assertThat(facts.protocol()).hasValueSatisfying(p -> assertThat(p).startsWith("TLSv1."));
    assertThat(facts.clearRefused()).contains(true);
    assertThatThrownBy(() -> facts(strict(tls, Map.of("tls", "off"))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().getFirst().code())
                    .isEqualTo(ConnectProblem.SIGN_IN_REFUSED));
    try (Session session = connector().open(system(), strict(tls, Map.of()))) {
      Checkup checkup = session.checkup(List.of());
      assertThat(checkup.facts())
          .anyMatch(f -> f.contains("encrypted (TLSv1."))
          .anyMatch(f -> f.contains("refuses connections in clear"));
    }
  }

  @Test
  void bothKindsAreFoundAmongTheBuiltIn() {
    assertThat(Connectors.builtIn())
        .extracting(Connector::kind)
        .containsExactly("files", "mariadb", "mysql", "postgres", "vault");
  }

  /** The driver is MariaDB's, and so is this server: only what the flavours share is shown here. */
  @Test
  void mySqlSpeaksItsOwnWords() {
    assertThat(Flavour.MYSQL.timeout(1_500)).isEqualTo("set session max_execution_time = 1500");
    assertThat(Flavour.MYSQL.timeout(0)).isEqualTo("set session max_execution_time = 0001");
    assertThat(Flavour.MARIADB.timeout(400)).isEqualTo("set session max_statement_time = 0.400");
    assertThat(Flavour.MYSQL.transport()).contains("performance_schema.session_status");
    assertThat(new MySqlConnector().kind()).isEqualTo("mysql");
  }
}

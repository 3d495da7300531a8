package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upheld discover} on databases as they are: what can be read is, the rest is told. */
class DiscoverBadDaysTest {
  @TempDir Path folder;

  @Test
  void postgresOfEveryKindOfTableAndType() {
    TestDatabase database = Databases.postgres().freshDatabase();
    database.execute(
        "create table \"Client\" (id int primary key, \"E-Mail\" text, \"e-mail\" text)",
        "create table \"client\" (id int primary key, \"Почта\" text, \"select\" text)",
        "insert into \"Client\" values (1, 'ada@example.org', 'bob@example.org')",
        "insert into \"client\" values (1, 'ada@example.org', 'x')",
        "create type mood as enum ('ada@example.org', 'bob@example.org')",
        "create domain mail as varchar(200) check (value like '%@%')",
        "create type pair as (a text, b int)",
        "create table odd (m mood, d mail, p pair, t tsvector, r int4range, pt point, x xml, ms mood[], bits bit(9))",
        "insert into odd values ('ada@example.org', 'bob@example.org', ('carl@example.org', 1),"
            + " to_tsvector('ada'), '[1,2]', '(1,2)', '<a/>', '{ada@example.org}', B'101010101')",
        "create table visit (id int, at date, c1 text) partition by range (at)",
        "create table visit_2025 partition of visit for values from ('2025-01-01') to ('2026-01-01')",
        "create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01')",
        "insert into visit values (1, '2025-05-05', 'ada@example.org'), (2, '2026-05-05', 'b@example.org')",
        "create table log (id int, c1 text)",
        "create table log_1 () inherits (log)",
        "create table log_2 (extra text) inherits (log)",
        "insert into log_1 values (1, 'ada@example.org')",
        "create table made (c1 text, c2 text generated always as (lower(c1)) stored)",
        "insert into made values ('Ada@example.org')",
        "create table keyless (c1 text)",
        "create table empty_one (email text)",
        "create view seen as select c1 from made",
        "create materialized view copied as select c1 from made",
        "create view broken as select 1 / (id - id) as n, 'x'::text as email from log");
    DiscoverFolder discover = new DiscoverFolder(folder, database);

    Run run = discover.discover();

    assertThat(run.exit()).as(run.all()).isEqualTo(3); // a materialised view may be out of date
    assertThat(run.all()).doesNotContain("example.org");
    assertThat(run.out().lines().filter(l -> l.contains("not seen"))).hasSize(1);
    assertThat(discover.map())
        .contains(
            "  Client:\n",
            "  client:\n",
            "      E-Mail: {data: email",
            "      e-mail: {data: email")
        .contains("\"Почта\": {data: email")
        .contains("  odd:\n", "      m: {data: email", "      d: {data: email", "      ms: {data: ")
        .contains("  visit:\n", "  log:\n", "  made:\n", "  empty_one:\n", "  log_2:")
        .contains("  seen: \"a view", "  broken: \"a view", "  copied: \"a view")
        .doesNotContain("visit_2025", "visit_2026", "log_1", "example.org");
    assertThat(discover.run("check").exit()).isZero();
  }

  @Test
  void valuesOfAHundredMegabytesFillNoMemory() {
    TestDatabase database = Databases.postgres().freshDatabase();
    database.execute(
        "create table large (c1 text, c2 bytea, c3 jsonb, c4 text)",
        "insert into large select repeat('ada@example.org ', 8000000),"
            + " convert_to(repeat('x', 110000000), 'UTF8'),"
            + " to_jsonb(array(select md5(g::text) from generate_series(1, 90000) g)),"
            + " 'ada@example.org'");
    DiscoverFolder discover = new DiscoverFolder(folder, database);
    try (ChildJvm child = discover.start("96m")) {
      assertThat(child.ends(Duration.ofSeconds(60))).isTrue();
      assertThat(child.said())
          .noneMatch(l -> l.contains("Memory") || l.contains("fault"))
          .anyMatch(l -> l.contains("not seen: public.large: the values of c3 are too large"));
    }
    assertThat(discover.map()).contains("      c4: {data: email", "      c1:");
  }

  @Test
  void mariaDbToo() {
    TestDatabase database = Databases.mariadb().freshDatabase();
    database.execute(
        "create table `Kunde` (id int primary key, `E-Mail` varchar(99), `ä``b` int)",
        "create table `kunde` (id int primary key, `Почта` varchar(99), `select` text)",
        "insert into `kunde` values (1, 'ada@example.org', 'x')",
        "create table odd (e enum('ada@example.org', 'x'), s set('a','b'), y year, g point, u uuid, b bit(9))",
        "insert into odd values ('ada@example.org', 'a', 2001, point(1,2), uuid(), b'1')",
        "create table visit (id int, at date, c1 varchar(99)) partition by range (year(at))"
            + " (partition a values less than (2026), partition b values less than maxvalue)",
        "insert into visit values (1, '2025-05-05', 'ada@example.org')",
        "create table made (c1 varchar(99), c2 varchar(99) as (lower(c1)) persistent)",
        "insert into made (c1) values ('Ada@example.org')",
        "create table old (c1 varchar(99)) charset latin1",
        "insert into old values (concat('Ren', x'E9', ' Ren', x'E9'))",
        "create table bytes (c1 varbinary(99), c2 longtext)",
        "insert into bytes values (x'FFFE80', repeat('ada@example.org ', 500000))",
        "create table keyless (c1 text)",
        "create view seen as select c1 from made",
        "create view broken as select c1 from keyless",
        "drop table keyless");
    DiscoverFolder discover = new DiscoverFolder(folder, database);

    Run run = discover.discover();

    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.all()).doesNotContain("example.org");
    assertThat(discover.map())
        .contains(
            "  Kunde:\n", "  kunde:\n", "      E-Mail: {data: email", "\"Почта\": {data: email")
        .contains("      e: {data: email", "  visit:\n", "  made:\n", "  seen: \"a view")
        .doesNotContain("example.org");
    assertThat(discover.run("check").exit()).isZero();
  }

  /** The database keeps whatever bytes it is given, and calls them text. */
  @Test
  void bytesThatAreNoTextInAnyEncoding() throws SQLException {
    TestDatabase admin = Databases.postgres().freshDatabase();
    String name = admin.database() + "_ascii";
    admin.execute(
        "create database "
            + name
            + " encoding 'SQL_ASCII' template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'");
    String url = "jdbc:postgresql://" + admin.host() + ":" + admin.port() + "/" + name;
    try (Connection connection =
            DriverManager.getConnection(
                url + "?sslmode=disable&allowEncodingChanges=true",
                admin.user(),
                admin.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (id int primary key, c1 text, c2 text)");
      statement.execute(
          "insert into t select g, 'ada' || g || '@example.org', 'Ren' || E'\\xE9' from generate_series(1, 40) g");
    }
    TestDatabase database =
        new TestDatabase(
            admin.engine(),
            url + "?sslmode=disable",
            admin.host(),
            admin.port(),
            name,
            admin.user(),
            admin.password(),
            Optional.empty());
    DiscoverFolder discover = new DiscoverFolder(folder, database);
    try {
      Run run = discover.discover();
      assertThat(run.exit()).as(run.all()).isEqualTo(3);
      assertThat(run.all()).contains("not seen: public.t: values of c2 could not be read");
      assertThat(run.all()).doesNotContain("example.org", "Ren");
      assertThat(discover.map()).contains("      c1: {data: email");
    } finally {
      admin.execute("drop database " + name + " with (force)");
    }
  }
}

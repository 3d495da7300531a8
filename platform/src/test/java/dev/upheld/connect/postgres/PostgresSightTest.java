package dev.upheld.connect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Sight;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Row-level security, partitions, schemas and types: what only PostgreSQL has to be seen through.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresSightTest extends PostgresLab {

  private Sight sight(TestDatabase user, String table) {
    try (Session session = open(user)) {
      Sight described = session.describe().table(table(table)).orElseThrow().sight();
      Sight asked =
          session
              .ask(
                  new Question.CountWhere(
                      table(table), Optional.empty(), new Condition.IsNull("a", false)),
                  Progress.SILENT)
              .sight();
      assertThat(asked).isEqualTo(described);
      return asked;
    }
  }

  @Test
  void rowLevelSecurityIsSeenUnlessAPolicyShowsEverything() {
    database()
        .execute(
            "create table rls (a int)",
            "insert into rls values (1), (2)",
            "alter table rls enable row level security");
    TestDatabase user = database().restricted("grant select on rls to {user}");
    assertThat(sight(database(), "rls").isFull()).isTrue();
    assertThat(sight(user, "rls").blind())
        .containsExactly("public.rls: row-level security is in force for this account");

    database().execute("create policy some_rows on rls for select using (a = 1)");
    assertThat(sight(user, "rls").isFull()).isFalse();

    database()
        .execute("create policy all_rows on rls for select to " + user.user() + " using (true)");
    assertThat(sight(user, "rls").isFull()).isTrue();

    database().execute("create policy fewer on rls as restrictive for select using (a = 1)");
    assertThat(sight(user, "rls").isFull()).isFalse();
  }

  @Test
  void aPolicyForAnotherRoleShowsNothing() {
    database()
        .execute(
            "create table rls_other (a int)",
            "alter table rls_other enable row level security",
            "create role somebody_else");
    TestDatabase user = database().restricted("grant select on rls_other to {user}");
    database()
        .execute("create policy theirs on rls_other for select to somebody_else using (true)");
    assertThat(sight(user, "rls_other").isFull()).isFalse();
    database().execute("grant somebody_else to " + user.user());
    assertThat(sight(user, "rls_other").isFull()).isTrue();
  }

  @Test
  void theDoctorsScriptOpensRowLevelSecurity() {
    database()
        .execute(
            "create schema \"odd \"\"s\"",
            "create table \"odd \"\"s\".\"T;\" (a int)",
            "alter table \"odd \"\"s\".\"T;\" enable row level security");
    TableName table = new TableName(Optional.of("odd \"s"), "T;");
    List<Place> places =
        List.of(
            new Place(
                "t",
                table,
                Set.of("x"),
                Optional.empty(),
                List.of("a"),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Map.of("a", new Field("a", "w", Optional.empty(), Location.wholeFile("m"))),
                Set.of(),
                Location.wholeFile("m")));
    TestDatabase user = database().restricted();
    try (Session session = open(user)) {
      Description.Table seen = session.describe().table(table).orElseThrow();
      assertThat(seen.sight().blind()).hasSize(2).anyMatch(b -> b.contains("schema"));
      assertThat(seen.columns()).noneMatch(Description.Column::readable);
      Checkup before = session.checkup(places);
      assertThat(before.missing()).hasSize(3);
      assertThat(before.script())
          .hasSize(3)
          .last()
          .asString()
          .contains("BYPASSRLS")
          .contains("CREATE POLICY");
      database().execute(before.script().toArray(String[]::new));
      assertThat(session.checkup(places))
          .extracting("missing", "excess", "script")
          .containsExactly(List.of(), List.of(), List.of());
    }
    try (Session session = open(user)) {
      Question.CountWhere count =
          new Question.CountWhere(table, Optional.empty(), new Condition.IsNull("a", false));
      assertThat(session.ask(count, Progress.SILENT).sight().isFull()).isTrue();
    }
  }

  @Test
  void partitionsArePartOfTheirParent() {
    database()
        .execute(
            "create table parted (a int, at date, primary key (a, at)) partition by range (at)",
            "create table parted_1 partition of parted for values from ('2025-01-01') to ('2026-01-01')",
            "create table parted_2 partition of parted for values from ('2026-01-01') to ('2027-01-01')",
            "create table parted_old partition of parted for values from ('2024-01-01') to ('2025-01-01')",
            "create table parted_own partition of parted for values from ('2023-01-01') to ('2024-01-01')",
            "insert into parted select g, date '2025-06-01' from generate_series(1, 500) g",
            "insert into parted values (501, '2026-06-01')",
            "alter table parted detach partition parted_old",
            "alter table parted_own enable row level security",
            "analyze parted");
    try (Session session = open()) {
      Description description = session.describe();
      assertThat(description.tables())
          .extracting(t -> t.name().name())
          .contains("parted", "parted_old", "parted_own")
          .doesNotContain("parted_1", "parted_2");
      Description.Table parted = description.table(table("parted")).orElseThrow();
      assertThat(parted.estimate()).isEqualTo(501);
      assertThat(parted.key()).containsExactly("a", "at");
      assertThat(description.table(table("parted_old")).orElseThrow().estimate()).isEqualTo(-1);
    }
  }

  @Test
  void typesAreResolvedBelowDomains() {
    database()
        .execute(
            "create domain mail as varchar(80)",
            "create domain work_mail as mail check (value like '%@%')",
            "create type mood as enum ('sad', 'glad')",
            "create table typed (a int, m work_mail, e mood, r int[], i inet, c cidr, u uuid, j json, x xml, b bit(1),"
                + " bb bit(8), ch char(3), f real, mo money, t time, dr daterange, ts timestamp(0))",
            "comment on table typed is 'About types'",
            "comment on column typed.m is 'Mail at work'");
    try (Session session = open()) {
      Description.Table typed = session.describe().table(table("typed")).orElseThrow();
      assertThat(typed.comment()).contains("About types");
      assertThat(typed.columns())
          .extracting(c -> c.name() + " " + c.type())
          .containsExactly(
              "a WHOLE",
              "m TEXT",
              "e TEXT",
              "r ARRAY",
              "i ADDRESS",
              "c ADDRESS",
              "u UUID",
              "j JSON",
              "x TEXT",
              "b BOOLEAN",
              "bb OTHER",
              "ch TEXT",
              "f DECIMAL",
              "mo DECIMAL",
              "t OTHER",
              "dr OTHER",
              "ts TIMESTAMP");
      Description.Column mail = typed.column("m").orElseThrow();
      assertThat(mail.length()).contains(80);
      assertThat(mail.comment()).contains("Mail at work");
      assertThat(mail.sqlType()).isEqualTo("public.work_mail");
    }
  }

  @Test
  void everyTypeCanBeAskedAnything() {
    database()
        .execute(
            "create type colour as enum ('red')",
            "create table all_types (e colour, r int[], i inet, u uuid, j json, x xml, b bit(1), f real, mo money, t time,"
                + " dr daterange, bo bool, by bytea, o oid, p point)",
            "insert into all_types values ('red', '{1,2}', '1.2.3.4', gen_random_uuid(), '{}', '<a/>', '1', 1.5, 3.5, '10:00',"
                + " '[2026-01-01,2026-02-01)', true, '\\x00', 7, '(1,2)')");
    try (Session session = open()) {
      List<String> columns =
          session.describe().table(table("all_types")).orElseThrow().columns().stream()
              .map(Description.Column::name)
              .toList();
      for (dev.upheld.connect.Coarse coarse : dev.upheld.connect.Coarse.values()) {
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
        Condition in = new Condition.In(column, List.of("red", "1.2.3.4", "3.50"), false);
        session.ask(
            new Question.CountWhere(table("all_types"), Optional.empty(), in), Progress.SILENT);
      }
      Condition bit = new Condition.IsTrue("b", false);
      assertThat(
              session
                  .ask(
                      new Question.CountWhere(table("all_types"), Optional.empty(), bit),
                      Progress.SILENT)
                  .answer()
                  .matching())
          .isEqualTo(1);
    }
  }

  @Test
  void viewsOfEveryKindAreTold() {
    database()
        .execute(
            "create table kinds (a int)",
            "create materialized view kinds_m as select a from kinds",
            "create view kinds_v as select a from kinds");
    try (Session session = open()) {
      Description description = session.describe();
      assertThat(description.table(table("kinds_m")).orElseThrow().kind())
          .isEqualTo(TableKind.MATERIALIZED_VIEW);
      assertThat(description.product()).matches("PostgreSQL \\d+\\.\\d+");
    }
    assertThat(sight(database(), "kinds_m").isFull()).isFalse();
    assertThat(sight(database(), "kinds_v").isFull()).isFalse();
  }

  @Test
  void aLargeTableIsSampledByPages() {
    database()
        .execute(
            "create table sampled as select g as a from generate_series(1, 200000) g",
            "analyze sampled");
    try (Session session = open()) {
      Question.Sample sample = new Question.Sample(table("sampled"), "a", 50, v -> {});
      assertThat(session.compile(sample).getFirst().text()).contains("tablesample");
      assertThat(session.ask(sample, Progress.SILENT).answer().rows()).isEqualTo(50);
    }
  }

  @Test
  void valuesTooLargeForASampleAreToldAndTakeNobodysPlace() {
    database()
        .execute(
            "create table weighty (id int, j json)",
            "insert into weighty select g, json_build_object('a', (select string_agg(md5((g * 1000000 + n)::text), '') from generate_series(1, 40000) n)) from generate_series(1, 12) g",
            "insert into weighty select g, '{\"a\": 1}' from generate_series(13, 17) g");
    try (Session session = open()) {
      List<Value> values = new ArrayList<>();
      Question.Sample all = new Question.Sample(table("weighty"), "j", 10, values::add);
      Answer.RowsSampled came = session.ask(all, Progress.SILENT).answer();
      assertThat(values).hasSize(5);
      assertThat(came).isEqualTo(new Answer.RowsSampled(5, Set.of("j")));
      Question.Sample few = new Question.Sample(table("weighty"), "j", 3, v -> {});
      assertThat(session.ask(few, Progress.SILENT).answer())
          .isEqualTo(new Answer.RowsSampled(3, Set.of()));
      Question.SampleRows rows =
          new Question.SampleRows(table("weighty"), List.of("id", "j"), 100, 20, (c, v) -> {});
      assertThat(session.ask(rows, Progress.SILENT).answer())
          .isEqualTo(new Answer.RowsSampled(17, Set.of("j")));
    }
  }
}

package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.BoundClock.Missing;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Pick;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import dev.upheld.kernel.ProblemException;
import dev.upheld.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counting rows past their time. */
public interface DueContract extends Lab {
  Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
  Instant LIMIT = Instant.parse("2026-01-01T00:00:00Z");

  private static Clock column(String name) {
    return new Clock.Column(name, Reading.NATIVE);
  }

  private static Due before(Clock clock, Missing missing) {
    return new Due.Before(new BoundClock("collected", clock, missing), LIMIT);
  }

  private Answer.DueCount count(String table, Due due) {
    return answer(
        new Question.CountDue(table(table), due, Optional.empty(), List.of(), NOW, PARIS));
  }

  private static Answer.DueCount figures(
      long rows, long past, long unknown, long future, String oldest) {
    return new Answer.DueCount(
        rows,
        past,
        unknown,
        future,
        0,
        oldest.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(oldest)));
  }

  @Test
  default void countsPastUnknownAndFutureInstants() {
    database()
        .execute(
            "create table due_plain (id int primary key, at " + words().instant() + " null)",
            "insert into due_plain values (1, '2025-12-31 23:59:59'), (2, '2026-01-01 00:00:00'),"
                + " (3, null), (4, '2026-06-16 09:59:59'), (5, '2026-06-16 10:00:01'),"
                + " (6, '2020-02-29 12:00:00')");
    assertThat(count("due_plain", before(column("at"), Missing.UNKNOWN)))
        .isEqualTo(figures(6, 2, 1, 1, "2020-02-29T12:00:00Z"));
    assertThat(count("due_plain", before(column("at"), Missing.NOT_YET)))
        .isEqualTo(figures(6, 2, 0, 1, "2020-02-29T12:00:00Z"));
  }

  @Test
  default void anIndexOnTheClockTellsTheSameOfALargeTableWithoutReadingIt() {
    large(words().instant());
    tellsTheSame(3);
  }

  @Test
  default void anIndexOnALocalClockTellsTheSame() {
    large(words().local());
    odd("2026-03-10 12:00:00", 11, 12);
    odd("2027-06-10 12:00:00", 13, 14);
    odd("2025-02-10 12:00:00", 15, 16);
    tellsTheSame(3);
  }

  @Test
  default void anIndexOnDaysTellsTheSame() {
    large("date");
    odd("2026-03-10", 11, 12);
    odd("2027-06-10", 13, 14);
    odd("2025-02-10", 15, 16);
    tellsTheSame(3);
  }

  /** Both the same with dates that are none, where the server takes such. */
  private void odd(String real, int noDay, int noMonth) {
    if (database().engine() == TestDatabase.Engine.MARIADB) {
      for (String table : List.of("due_large", "due_indexed")) {
        database()
            .execute(
                "set statement sql_mode = '' for update "
                    + table
                    + " set at = '"
                    + real.substring(0, 8)
                    + "00"
                    + real.substring(10)
                    + "' where id = "
                    + noDay,
                "set statement sql_mode = '' for update "
                    + table
                    + " set at = '"
                    + real.substring(0, 5)
                    + "00"
                    + real.substring(7)
                    + "' where id = "
                    + noMonth,
                "set statement sql_mode = '' for update "
                    + table
                    + " set at = '0000-00-00' where id = "
                    + (noMonth + 10));
      }
    }
  }

  private void tellsTheSame(long past) {
    for (Missing missing : Missing.values()) {
      Answer.DueCount counted = count("due_large", before(column("at"), missing));
      Answer.DueCount told = count("due_indexed", before(column("at"), missing));
      assertThat(counted.about()).isFalse();
      assertThat(counted.past()).isEqualTo(past);
      assertThat(told.about()).isTrue();
      assertThat(told.rows()).isBetween(counted.rows() / 2, counted.rows() * 2);
      assertThat(told)
          .usingRecursiveComparison()
          .ignoringFields("rows", "about")
          .isEqualTo(counted);
    }
  }

  /** Many rows, six of them odd; the same twice, once with an index. */
  private void large(String type) {
    boolean postgres = database().engine() == TestDatabase.Engine.POSTGRESQL;
    database()
        .execute(
            "drop table if exists due_large, due_indexed",
            "create table due_large (id int primary key, at " + type + " null)",
            "insert into due_large values (0, '2026-03-01 12:00:00')");
    for (int rows = 1; rows < 1 << 15; rows *= 2) {
      database().execute("insert into due_large select id + " + rows + ", at from due_large");
    }
    database()
        .execute(
            "update due_large set at = '2019-02-28 10:00:00' where id in (8, 88)",
            "update due_large set at = '2025-12-30 23:59:59' where id = 7",
            "update due_large set at = null where id in (9, 99)",
            "update due_large set at = '2027-01-01 00:00:00' where id = 10",
            "create table due_indexed (id int primary key, at " + type + " null)",
            "insert into due_indexed select id, at from due_large",
            "create index due_at on due_indexed (at)",
            postgres ? "analyze due_indexed" : "analyze table due_indexed");
  }

  @Test
  default void readsTimestampsWithoutZoneInTheZoneOfTheSystem() {
    database()
        .execute(
            "create table due_local (id int primary key, at " + words().local() + " null)",
            // midnight UTC is one o'clock in Paris in winter
            "insert into due_local values (1, '2026-01-01 00:59:59'), (2, '2026-01-01 01:00:00')");
    assertThat(count("due_local", before(column("at"), Missing.UNKNOWN)))
        .isEqualTo(figures(2, 1, 0, 0, "2025-12-31T23:59:59Z"));
  }

  @Test
  default void aDayIsPastWhenItHasEnded() {
    database()
        .execute(
            "create table due_day (id int primary key, d date null)",
            // the limit is one o'clock on 1 January in Paris: that day still lasts
            "insert into due_day values (1, '2025-12-31'), (2, '2026-01-01'), (3, null),"
                + " (4, '2026-06-16'), (5, '2026-06-17')");
    assertThat(count("due_day", before(column("d"), Missing.UNKNOWN)))
        .isEqualTo(figures(5, 1, 1, 1, "2025-12-30T23:00:00Z"));
  }

  @Test
  default void readsEpochNumbers() {
    database()
        .execute(
            "create table due_epoch (id int primary key, s bigint, ms bigint, d decimal(20,3))",
            "insert into due_epoch values (1, 1767225599, 1767225599999, 1767225599.999),"
                + " (2, 1767225600, 1767225600000, 1767225600.000), (3, null, null, null),"
                + " (4, 9000000000000000000, 9000000000000000000, 99999999999999999.999)");
    assertThat(
            count(
                "due_epoch", before(new Clock.Column("s", Reading.EPOCH_SECONDS), Missing.UNKNOWN)))
        .isEqualTo(figures(4, 1, 1, 1, "2025-12-31T23:59:59Z"));
    assertThat(
            count(
                "due_epoch", before(new Clock.Column("ms", Reading.EPOCH_MILLIS), Missing.UNKNOWN)))
        .isEqualTo(figures(4, 1, 1, 1, "2025-12-31T23:59:59.999Z"));
    assertThat(
            count(
                "due_epoch", before(new Clock.Column("d", Reading.EPOCH_SECONDS), Missing.UNKNOWN)))
        .isEqualTo(figures(4, 1, 1, 1, "2025-12-31T23:59:59.999Z"));
  }

  @Test
  default void readsIsoTextAndTakesNonsenseAsUnknown() {
    database()
        .execute(
            "create table due_iso (id int primary key, at varchar(60))",
            "insert into due_iso values (1, '2025-12-31T23:59:59Z'), (2, '2026-01-01T00:00:00Z'),"
                + " (3, '2026-01-01T00:59:59'), (4, '2026-01-01 01:00'), (5, '2025-12-31'),"
                + " (6, '2026-01-01'), (7, '2026-01-01T01:30:00+01:45'), (8, '2026-01-01T01:30:00+0130'),"
                + " (9, '2026-02-30'), (10, '2026-13-01T00:00:00Z'), (11, 'yesterday'), (12, ''),"
                + " (13, '2025-01-01T25:00:00Z'), (14, null), (15, '0000-00-00'), (16, '2025-1-1'),"
                + " (17, '2024-02-29T00:00:00.123456000Z'), (18, '2023-02-29'),"
                + " (19, '2025-06-01T00:00:00.5-14:00'), (20, '2025-12-31T23:59:59Z; drop')");
    assertThat(count("due_iso", before(column("at"), Missing.UNKNOWN)))
        .isEqualTo(figures(20, 6, 10, 0, "2024-02-29T00:00:00.123456Z"));
  }

  @Test
  default void gathersClocksOfChildrenAndParents() {
    database()
        .execute(
            "create table due_ticket (id int primary key, contract int, created "
                + words().instant()
                + " null)",
            "create table due_message (id int primary key, ticket int, sent "
                + words().instant()
                + " null)",
            "create table due_contract (id int primary key, ended " + words().instant() + " null)",
            "insert into due_ticket values (1, 1, '2024-01-01'), (2, 2, '2024-01-01'), (3, null, '2024-01-01'),"
                + " (4, 9, null)",
            "insert into due_message values (1, 1, '2025-05-01'), (2, 1, '2026-05-01'), (3, 2, '2025-01-01'),"
                + " (4, 2, null), (5, null, '2020-01-01')",
            "insert into due_contract values (1, '2025-01-01'), (2, null)");
    Clock last = linked(Pick.MAX);
    assertThat(count("due_ticket", before(last, Missing.UNKNOWN)))
        .isEqualTo(figures(4, 1, 2, 0, "2025-01-01T00:00:00Z"));
    assertThat(count("due_ticket", before(linked(Pick.MIN), Missing.UNKNOWN)))
        .isEqualTo(figures(4, 2, 2, 0, "2025-01-01T00:00:00Z"));
    Clock ended =
        new Clock.Parent(
            table("due_contract"), "ended", Reading.NATIVE, List.of("contract"), List.of("id"));
    assertThat(count("due_ticket", before(ended, Missing.NOT_YET)))
        .isEqualTo(figures(4, 1, 0, 0, "2025-01-01T00:00:00Z"));
    assertThat(
            count(
                "due_ticket",
                before(new Clock.FirstKnown(List.of(last, column("created"))), Missing.UNKNOWN)))
        .isEqualTo(figures(4, 2, 1, 0, "2024-01-01T00:00:00Z"));
  }

  private Clock linked(Pick pick) {
    return new Clock.Linked(
        pick, table("due_message"), "sent", Reading.NATIVE, List.of("ticket"), List.of("id"));
  }

  @Test
  default void aParentKeyThatNamesSeveralRowsIsPastOnlyForAll() {
    database()
        .execute(
            "create table due_child (id int primary key, p int)",
            "create table due_many (p int, ended " + words().instant() + " null)",
            "insert into due_child values (1, 1), (2, 2)",
            "insert into due_many values (1, '2025-01-01'), (1, '2026-05-01'), (2, '2025-01-01'), (2, '2025-02-01')");
    Clock ended =
        new Clock.Parent(table("due_many"), "ended", Reading.NATIVE, List.of("p"), List.of("p"));
    assertThat(count("due_child", before(ended, Missing.UNKNOWN)))
        .isEqualTo(figures(2, 1, 0, 0, "2025-02-01T00:00:00Z"));
  }

  @Test
  default void combinesClocksAndPassesOverNulls() {
    database()
        .execute(
            "create table due_two (id int primary key, a "
                + words().instant()
                + " null, b "
                + words().instant()
                + " null)",
            "insert into due_two values (1, '2025-01-01', '2026-02-01'), (2, '2025-01-01', null),"
                + " (3, null, '2025-03-01'), (4, null, null), (5, '2025-02-01', '2025-01-01')");
    List<Clock> both = List.of(column("a"), column("b"));
    assertThat(count("due_two", before(new Clock.Latest(both), Missing.UNKNOWN)))
        .isEqualTo(figures(5, 3, 1, 0, "2025-01-01T00:00:00Z"));
    assertThat(count("due_two", before(new Clock.Earliest(both), Missing.UNKNOWN)))
        .isEqualTo(figures(5, 4, 1, 0, "2025-01-01T00:00:00Z"));
    assertThat(count("due_two", before(new Clock.FirstKnown(both), Missing.UNKNOWN)))
        .isEqualTo(figures(5, 4, 1, 0, "2025-01-01T00:00:00Z"));
  }

  @Test
  default void combinesClocksOnDifferentScales() {
    database()
        .execute(
            "create table due_mixed (id int primary key, i "
                + words().instant()
                + " null, l "
                + words().local()
                + " null, d date null, s bigint, iso varchar(40))",
            "insert into due_mixed values (1, '2025-12-31 23:00:00', '2026-01-01 00:30:00', null, null, null),"
                + " (2, '2025-12-31 23:00:00', '2026-01-01 01:30:00', null, null, null),"
                + " (3, null, null, '2025-12-31', 1767225599, null),"
                + " (4, null, null, '2026-01-01', 1767225599, null),"
                + " (5, null, null, null, null, null),"
                + " (6, null, '2025-07-01 12:00:00', '2025-06-30', null, '2025-07-01T10:00:01Z')");
    Clock all =
        new Clock.Latest(
            List.of(
                column("i"),
                column("l"),
                column("d"),
                new Clock.Column("s", Reading.EPOCH_SECONDS),
                column("iso")));
    Answer.DueCount found = count("due_mixed", before(all, Missing.UNKNOWN));
    assertThat(found).isEqualTo(figures(6, 3, 1, 0, "2025-07-01T10:00:01Z"));
  }

  @Test
  default void dueLimitsCombineInThreeValues() {
    database()
        .execute(
            "create table due_logic (id int primary key, a "
                + words().instant()
                + " null, b "
                + words().instant()
                + " null)",
            "insert into due_logic values (1, '2025-01-01', null), (2, '2026-02-01', null),"
                + " (3, null, null), (4, '2025-01-01', '2026-02-01'), (5, '2025-01-01', '2025-01-01')");
    Due a = before(column("a"), Missing.UNKNOWN);
    Due b = before(column("b"), Missing.UNKNOWN);
    Due later = before(column("b"), Missing.NOT_YET);
    assertThat(count("due_logic", new Due.Any(List.of(a, b))))
        .extracting("past", "unknown")
        .containsExactly(3L, 2L);
    assertThat(count("due_logic", new Due.All(List.of(a, b))))
        .extracting("past", "unknown")
        .containsExactly(1L, 2L);
    assertThat(count("due_logic", new Due.All(List.of(a, later))))
        .extracting("past", "unknown")
        .containsExactly(1L, 0L);
    assertThat(count("due_logic", new Due.Any(List.of(a, later))))
        .extracting("past", "unknown")
        .containsExactly(3L, 1L);
  }

  @Test
  default void keepsExemptRowsApartAndCountsOnlyRowsMeant() {
    database()
        .execute(
            "create table due_exempt (id int primary key, at "
                + words().instant()
                + " null, wish boolean, until date null, state varchar(10))",
            "insert into due_exempt values (1, '2025-01-01', true, null, 'in'), (2, '2025-01-01', false, null, 'in'),"
                + " (3, '2025-01-01', null, '2026-06-15', 'in'), (4, '2025-01-01', null, '2026-06-14', 'in'),"
                + " (5, null, true, null, 'in'), (6, null, null, null, 'in'), (7, '2025-01-01', null, null, 'out'),"
                + " (8, '2025-01-01', null, null, null), (9, '2026-05-01', true, '2027-01-01', 'in')");
    Question.CountDue question =
        new Question.CountDue(
            table("due_exempt"),
            before(column("at"), Missing.UNKNOWN),
            Optional.of(new Condition.In("state", List.of("in"), false)),
            List.of(new Condition.IsTrue("wish", false), new Condition.NotYet(column("until"))),
            NOW,
            PARIS);
    assertThat(answer(question))
        .isEqualTo(
            new Answer.DueCount(7, 2, 1, 0, 2, Optional.of(Instant.parse("2025-01-01T00:00:00Z"))));
  }

  @Test
  default void theOldestRowIsOneThatIsNotExemptAndPastItsTimeWhereOneIs() {
    database()
        .execute(
            "create table due_oldest (id int primary key, at "
                + words().instant()
                + " null, told "
                + words().instant()
                + " null, wish boolean)",
            "insert into due_oldest values (1, '2019-01-01', '2019-01-01', true), (2, '2020-01-01', '2026-05-01', false),"
                + " (3, '2025-06-01', '2025-07-01', false)");
    Due both =
        new Due.All(
            List.of(
                before(column("at"), Missing.UNKNOWN), before(column("told"), Missing.UNKNOWN)));
    Condition wish = new Condition.IsTrue("wish", false);
    Question.CountDue question =
        new Question.CountDue(
            table("due_oldest"), both, Optional.empty(), List.of(wish), NOW, PARIS);
    assertThat(answer(question).oldest()).contains(Instant.parse("2025-06-01T00:00:00Z"));

    database().execute("delete from due_oldest where id = 3");
    assertThat(answer(question).oldest()).contains(Instant.parse("2020-01-01T00:00:00Z"));
  }

  @Test
  default void anEmptyTableHasNoOldestRow() {
    database().execute("create table due_empty (at " + words().instant() + " null)");
    assertThat(count("due_empty", before(column("at"), Missing.UNKNOWN)))
        .isEqualTo(figures(0, 0, 0, 0, ""));
  }

  @Test
  default void namesAreQuotedWhateverTheyHold() {
    database()
        .execute(
            words().schema().isPresent()
                ? "create table \"Due \"\"; -- Ünï\" (\"Sel`ect\" timestamptz, \"or'der\" boolean)"
                : "create table `Due \"; -- Ünï` (`Sel``ect` timestamp(6) null, `or'der` boolean)");
    Question.CountDue question =
        new Question.CountDue(
            table("Due \"; -- Ünï"),
            before(column("Sel`ect"), Missing.UNKNOWN),
            Optional.of(new Condition.IsTrue("or'der", true)),
            List.of(new Condition.In("or'der", List.of("it's \\ \"quoted\" % ? {0} :x"), false)),
            NOW,
            PARIS);
    assertThat(answer(question)).isEqualTo(figures(0, 0, 0, 0, ""));
  }

  @Test
  default void aColumnThatHoldsNoTimeIsUnfit() {
    database().execute("create table due_unfit (a boolean, n bigint, u varchar(5))");
    assertUnfit(column("a"));
    assertUnfit(column("n"));
    assertUnfit(new Clock.Column("u", Reading.EPOCH_SECONDS));
    assertThatThrownBy(() -> count("due_unfit", before(column("gone"), Missing.UNKNOWN)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.GONE));
  }

  private void assertUnfit(Clock clock) {
    assertThatThrownBy(() -> count("due_unfit", before(clock, Missing.UNKNOWN)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.UNFIT));
  }

  @Test
  default void countsByManyInstantsWhatItCountsByOne() {
    database()
        .execute(
            "create table due_over (id int primary key, at "
                + words().instant()
                + " null, kept int null)",
            "insert into due_over values (1, '2025-12-31 23:59:59', null), (2, '2026-01-01 00:00:00', 0),"
                + " (3, null, 0), (4, '2026-03-01 00:00:00', 0), (5, '2020-02-29 12:00:00', 1),"
                + " (6, '2020-02-29 12:00:00', 0)");
    Condition kept = new Condition.In("kept", List.of("1"), false);
    List<Instant> limits =
        List.of(
            Instant.parse("2021-01-01T00:00:00Z"),
            LIMIT,
            Instant.parse("2026-01-01T00:00:01Z"),
            Instant.parse("2026-06-01T00:00:00Z"));
    List<Due> steps =
        limits.stream()
            .map(
                limit ->
                    (Due)
                        new Due.Before(
                            new BoundClock("collected", column("at"), Missing.UNKNOWN), limit))
            .toList();
    Question.CountDue now =
        new Question.CountDue(
            table("due_over"), steps.get(1), Optional.empty(), List.of(kept), NOW, PARIS);
    assertThat(answer(new Question.CountDueOver(now, steps)))
        .isEqualTo(new Answer.DueOver(5, 1, List.of(1L, 2L, 3L, 4L)));
    for (int i = 0; i < steps.size(); i++) {
      Question.CountDue alone =
          new Question.CountDue(
              now.table(), steps.get(i), now.only(), now.exempt(), now.now(), now.zone());
      assertThat(answer(alone).past())
          .isEqualTo(answer(new Question.CountDueOver(now, steps)).past().get(i));
    }
  }
}

package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Answered;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.Due;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Pick;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text that is kept as evidence is the text that was sent, and anybody can run it again. */
public interface CompileContract extends Lab {
  Instant NOW = Instant.parse("2026-06-15T10:00:00Z");

  /** Statements after which a session has settings far from ours. */
  List<String> oddSettings();

  private List<Question<?>> questions() {
    Clock at = new Clock.Column("at", Reading.NATIVE);
    Clock local = new Clock.Column("l", Reading.NATIVE);
    Clock iso = new Clock.Column("iso", Reading.NATIVE);
    Clock last =
        new Clock.Linked(
            Pick.MAX, table("comp_b"), "at", Reading.NATIVE, List.of("a"), List.of("id"));
    Due due =
        new Due.Any(
            List.of(
                before(at),
                before(local),
                before(iso),
                before(last),
                before(new Clock.Latest(List.of(at, local, iso)))));
    Condition some = new Condition.In("s", List.of("it's", "a\\b", "x"), true);
    Join join = new Join(List.of("a"), table("comp_a"), List.of("id"));
    return List.of(
        new Question.CountDue(
            table("comp_a"),
            due,
            Optional.of(some),
            List.of(new Condition.NotYet(local)),
            NOW,
            PARIS),
        new Question.FindValues(
            table("comp_a"), List.of("s", "iso"), Coarse.CARD_LIKE, Optional.of(some), v -> true),
        new Question.FindValues(
            table("comp_a"), List.of("s", "iso"), Coarse.ANYTHING, Optional.empty(), v -> true),
        new Question.Tally(table("comp_b"), List.of(join), "s", Optional.empty()),
        new Question.CountWhere(
            table("comp_a"), Optional.of(some), new Condition.IsTrue("f", false)),
        new Question.SharedValues(table("comp_a"), "id", table("comp_b"), "a"),
        new Question.Fingerprint(table("comp_a"), "s", h -> true),
        new Question.Sample(table("comp_a"), "s", 5, v -> {}),
        new Question.SampleRows(table("comp_a"), List.of("s", "id"), 5, 5, (c, v) -> {}),
        new Question.SampleRows(table("comp_a"), List.of("s", "iso"), 50, 5, (c, v) -> {}));
  }

  private static Due before(Clock clock) {
    return new Due.Before(
        new BoundClock("collected", clock, BoundClock.Missing.UNKNOWN),
        Instant.parse("2026-01-01T00:00:00.5Z"));
  }

  @Test
  default void theTextRunsAnywhereAndGivesTheSameFigures() throws SQLException {
    database()
        .execute(
            "create table comp_a (id int primary key, at "
                + words().instant()
                + " null, l "
                + words().local()
                + " null, iso varchar(40), s varchar(40), f boolean)",
            "create table comp_b (id int primary key, a int, at " + words().instant() + " null)",
            "insert into comp_a values (1, '2025-12-31 23:30:00', '2026-01-01 00:30:00', '2026-01-01T00:30', 'it''s', true),"
                + " (2, '2026-01-01 00:30:00', '2026-01-01 01:30:00', '2026-01-01', 'a\\\\b', false),"
                + " (3, null, null, 'x', '4242 4242 4242 4242', null), (4, '2026-01-01 00:30:00', null, null, null, true)",
            "insert into comp_b values (1, 1, '2025-12-31 23:30:00'), (2, 1, '2026-02-01'), (3, 2, null), (4, 9, null)");
    try (Session session = open();
        Connection plain = database().connect();
        Statement statement = plain.createStatement()) {
      for (String odd : oddSettings()) {
        statement.execute(odd);
      }
      for (Question<?> question : questions()) {
        List<Asked> compiled = session.compile(question);
        Answered<?> answered = session.ask(question, Progress.SILENT);
        assertThat(compiled).startsWith(answered.asked().toArray(Asked[]::new));
        assertThat(session.compile(question)).isEqualTo(compiled);
        for (Asked asked : compiled) {
          assertThat(asked.system()).isEqualTo("lab");
          assertThat(rows(statement, asked.text()))
              .as(asked.text())
              .isEqualTo(rowsUnderOurSettings(asked.text()));
        }
      }
    }
  }

  private List<List<String>> rowsUnderOurSettings(String text) throws SQLException {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      return rows(statement, text);
    }
  }

  private static List<List<String>> rows(Statement statement, String text) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(text)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    rows.sort(java.util.Comparator.comparing(Object::toString));
    return rows;
  }

  @Test
  default void theFirstFiguresOfTheTextAreTheFiguresOfTheAnswer() throws SQLException {
    database()
        .execute(
            "create table comp_due (at " + words().local() + " null)",
            "insert into comp_due values ('2026-01-01 00:59:59'), ('2026-01-01 01:00:01'), (null)");
    Question.CountDue question =
        new Question.CountDue(
            table("comp_due"),
            before(new Clock.Column("at", Reading.NATIVE)),
            Optional.empty(),
            List.of(),
            NOW,
            PARIS);
    try (Session session = open();
        Connection plain = database().connect();
        Statement statement = plain.createStatement()) {
      for (String odd : oddSettings()) {
        statement.execute(odd);
      }
      List<String> row = rows(statement, session.compile(question).getFirst().text()).getFirst();
      assertThat(row.subList(0, 5)).containsExactly("3", "1", "1", "0", "0");
    }
  }
}

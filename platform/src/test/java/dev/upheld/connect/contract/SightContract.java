package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Checkup;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Pick;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the account sees, and how it is told what it does not. */
public interface SightContract extends Lab {

  /** Grants on a whole table. */
  String grantTable(String table);

  /** Grants on some columns of a table. */
  String grantColumns(String table, String columns);

  private static Question.CountWhere count(Lab lab, String table, String column) {
    return new Question.CountWhere(
        lab.table(table), Optional.empty(), new Condition.IsNull(column, false));
  }

  @Test
  default void describesTablesColumnsAndKeys() {
    database()
        .execute(
            "create table desc_to (a int, b int, primary key (b, a))",
            "create table desc_from (id int primary key, x int, y int not null, t varchar(12), n decimal(10,2),"
                + " f boolean, d date, at "
                + words().instant()
                + " null, l "
                + words().local()
                + " null, j "
                + words().json()
                + ", r "
                + words().bytes()
                + ", foreign key (x, y) references desc_to (b, a))",
            "create view desc_view as select id from desc_from where id > 1");
    try (Session session = open()) {
      Description description = session.describe();
      assertThat(description.blind()).isEmpty();
      assertThat(session.describe()).isSameAs(description);
      Description.Table from = description.table(table("desc_from")).orElseThrow();
      assertThat(from.kind()).isEqualTo(TableKind.TABLE);
      assertThat(from.sight().isFull()).isTrue();
      assertThat(from.inDefaultSchema()).isTrue();
      assertThat(from.key()).containsExactly("id");
      assertThat(from.columns())
          .extracting(Description.Column::name)
          .containsExactly("id", "x", "y", "t", "n", "f", "d", "at", "l", "j", "r");
      assertThat(from.columns())
          .extracting(Description.Column::type)
          .startsWith(
              Description.Type.WHOLE,
              Description.Type.WHOLE,
              Description.Type.WHOLE,
              Description.Type.TEXT,
              Description.Type.DECIMAL,
              Description.Type.BOOLEAN,
              Description.Type.DATE,
              Description.Type.TIMESTAMP_WITH_ZONE,
              Description.Type.TIMESTAMP);
      assertThat(from.column("r").orElseThrow().type()).isEqualTo(Description.Type.BYTES);
      assertThat(from.column("t").orElseThrow().length()).contains(12);
      assertThat(from.column("y").orElseThrow().nullable()).isFalse();
      assertThat(from.column("t").orElseThrow().nullable()).isTrue();
      Description.ForeignKey key = from.foreignKeys().getFirst();
      assertThat(key.columns()).containsExactly("x", "y");
      assertThat(key.to()).hasToString(full("desc_to"));
      assertThat(key.key()).containsExactly("b", "a");
      assertThat(description.table(table("desc_to")).orElseThrow().key()).containsExactly("b", "a");
      Description.Table view = description.table(table("desc_view")).orElseThrow();
      assertThat(view.kind()).isEqualTo(TableKind.VIEW);
      assertThat(view.sight().blind())
          .singleElement()
          .asString()
          .contains("desc_view")
          .contains("view");
    }
  }

  @Test
  default void aViewThatIsAskedIsBlindAlsoThroughAJoin() {
    database()
        .execute(
            "create table sight_a (id int primary key, v int)",
            "create view sight_v as select id, v from sight_a",
            "create table sight_b (a int)");
    assertThat(ask(count(this, "sight_a", "v")).sight().isFull()).isTrue();
    assertThat(ask(count(this, "sight_v", "v")).sight().blind()).hasSize(1);
    Clock last =
        new Clock.Linked(
            Pick.MAX, table("sight_v"), "v", Reading.EPOCH_SECONDS, List.of("id"), List.of("a"));
    assertThat(
            ask(new Question.CountWhere(
                    table("sight_b"), Optional.empty(), new Condition.NotYet(last)))
                .sight()
                .blind())
        .singleElement()
        .asString()
        .contains("sight_v");
    assertThat(
            ask(new Question.SharedValues(table("sight_a"), "v", table("sight_v"), "v"))
                .sight()
                .isFull())
        .isFalse();
  }

  @Test
  default void aTableWithoutGrantIsDenied() {
    database().execute("create table deny_a (a int, b int)", "create table deny_b (a int)");
    TestDatabase user = database().restricted(grantTable("deny_b"));
    try (Session session = open(user)) {
      assertThat(session.ask(count(this, "deny_b", "a"), Progress.SILENT).sight().isFull())
          .isTrue();
      assertThatThrownBy(() -> session.ask(count(this, "deny_a", "a"), Progress.SILENT))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e ->
                  assertThat(e.problems().getFirst().code())
                      .isIn(ConnectProblem.DENIED, ConnectProblem.GONE));
      assertThat(session.ask(count(this, "deny_b", "a"), Progress.SILENT).sight().isFull())
          .isTrue();
    }
  }

  @Test
  default void aPartialGrantShowsInTheDescriptionAndDeniesTheRest() {
    database()
        .execute("create table part (id int, a int, b int)", "insert into part values (1, 1, 1)");
    TestDatabase user = database().restricted(grantColumns("part", "id, a"));
    try (Session session = open(user)) {
      Description description = session.describe();
      Description.Table part = description.table(table("part")).orElseThrow();
      assertThat(part.sight().isFull() && description.blind().isEmpty()).isFalse();
      assertThat(session.ask(count(this, "part", "a"), Progress.SILENT).answer().rows())
          .isEqualTo(1);
      assertThatThrownBy(() -> session.ask(count(this, "part", "b"), Progress.SILENT))
          .isInstanceOf(ProblemException.class);
    }
  }

  private Place place(String table, Clock clock, String... columns) {
    Map<String, Field> fields = new java.util.HashMap<>();
    for (String column : columns) {
      fields.put(column, new Field(column, "word", Optional.empty(), Location.wholeFile("m")));
    }
    return new Place(
        table,
        table(table),
        Set.of("a"),
        Optional.empty(),
        List.of("id"),
        Map.of(),
        Map.of("collected", new BoundClock("collected", clock, BoundClock.Missing.UNKNOWN)),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        fields,
        Set.of(),
        Location.wholeFile("m"));
  }

  @Test
  default void theScriptGrantsJustWhatIsMissing() {
    database()
        .execute(
            "create table check_a (id int, at " + words().instant() + " null, b int)",
            "create table check_b (a int, at " + words().instant() + " null)");
    Clock last =
        new Clock.Linked(
            Pick.MAX, table("check_b"), "at", Reading.NATIVE, List.of("a"), List.of("id"));
    List<Place> places = List.of(place("check_a", last, "b"));
    TestDatabase user = database().restricted();
    try (Session session = openAnyway(user)) {
      Checkup before = session.checkup(places);
      assertThat(before.missing()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(before.missing())
          .anyMatch(m -> m.contains("check_a"))
          .anyMatch(m -> m.contains("check_b"));
      assertThat(before.excess()).isEmpty();
      assertThat(before.facts()).isNotEmpty();
      database().execute(before.script().toArray(String[]::new));
    }
    try (Session session = open(user)) {
      Checkup after = session.checkup(places);
      assertThat(after.missing()).isEmpty();
      assertThat(after.script()).isEmpty();
      assertThat(session.describe().table(table("check_a")).orElseThrow().sight().isFull())
          .isTrue();
      assertThat(session.ask(count(this, "check_b", "at"), Progress.SILENT).sight().isFull())
          .isTrue();
    }
  }

  /** MariaDB lets nobody open a database in which he may see nothing; there it takes one grant. */
  default Session openAnyway(TestDatabase user) {
    return open(user);
  }

  @Test
  default void tellsWhatTheMapNamesAndTheSystemLacks() {
    database().execute("create table check_c (id int)");
    Clock at = new Clock.Column("at", Reading.NATIVE);
    try (Session session = open()) {
      Checkup checkup =
          session.checkup(List.of(place("check_c", at, "x"), place("check_none", at)));
      assertThat(checkup.missing())
          .anyMatch(m -> m.contains("check_none"))
          .anyMatch(m -> m.contains("check_c.x"));
      assertThat(checkup.script()).isEmpty();
    }
  }

  @Test
  default void tellsWhatTheAccountMayDoBeyondReading() {
    database().execute("create table excess_a (id int)");
    TestDatabase user =
        database()
            .restricted(grantTable("excess_a"), grantTable("excess_a").replace("SELECT", "DELETE"));
    try (Session session = open(user)) {
      assertThat(session.checkup(List.of()).excess())
          .singleElement()
          .asString()
          .contains("excess_a");
    }
    try (Session session = open()) {
      assertThat(session.checkup(List.of()).excess()).isNotEmpty();
    }
  }

  @Test
  default void joinsAreSeenToo() {
    database()
        .execute("create table seen_a (b int)", "create table seen_t (id int primary key, v int)");
    Join join = new Join(List.of("b"), table("seen_t"), List.of("id"));
    assertThat(
            ask(new Question.Tally(table("seen_a"), List.of(join), "v", Optional.empty()))
                .sight()
                .isFull())
        .isTrue();
  }
}

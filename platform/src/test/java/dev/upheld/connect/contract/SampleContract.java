package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer.RowsSampled;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.connect.Session;
import dev.upheld.connect.TableSampler;
import dev.upheld.connect.TableSampler.Looked;
import dev.upheld.connect.Value;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Samples of rows: several columns at once, spread over the table, and never much of it. */
public interface SampleContract extends Lab {

  /** Statements that make a table with a key {@code id}, the numbers from 1 to so many. */
  String[] numbers(String table, int count);

  /** Types of text and of bytes of any length. */
  List<String> longTypes();

  private Map<String, List<Value>> rows(String table, int looked, int rows, String... columns) {
    Map<String, List<Value>> came = new LinkedHashMap<>();
    answer(
        new Question.SampleRows(
            table(table),
            List.of(columns),
            looked,
            rows,
            (column, value) -> came.computeIfAbsent(column, c -> new ArrayList<>()).add(value)));
    return came;
  }

  @Test
  default void rowsComeWithAllTheirColumns() {
    database()
        .execute(
            "create table rows_few (id int primary key, t varchar(20), n decimal(20,2), x "
                + words().bytes()
                + ", j "
                + words().json()
                + ")",
            "insert into rows_few values (1, 'a', 1.50, null, '{\"k\": 1}'), (2, null, 2.00, null, null), (3, 'b', null, null, null)");

    Map<String, List<Value>> came = rows("rows_few", 10, 10, "t", "n", "x", "j", "id");

    assertThat(came.get("t")).containsExactlyInAnyOrder(new Value.Text("a"), new Value.Text("b"));
    assertThat(came.get("n"))
        .containsExactlyInAnyOrder(new Value.Text("1.50"), new Value.Whole(BigInteger.TWO));
    assertThat(came.get("id")).hasSize(3);
    assertThat(came.get("j")).hasSize(1);
    assertThat(came).doesNotContainKey("x");
    assertThat(rows("rows_few", 2, 2, "id").get("id")).hasSize(2);
    assertThatThrownBy(() -> rows("rows_few", 2, 2, "gone"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.GONE));
  }

  @Test
  default void theEndOfEachRowIsTold() {
    database()
        .execute(
            "create table rows_pairs (k varchar(20), v varchar(20))",
            "insert into rows_pairs values ('a', null), (null, 'b'), ('c', 'd')");
    List<List<String>> came = new ArrayList<>();
    List<String> row = new ArrayList<>();
    answer(
        new Question.SampleRows(
            table("rows_pairs"),
            List.of("k", "v"),
            50,
            5,
            new RowSink() {
              @Override
              public void accept(String column, Value value) {
                row.add(column + "=" + ((Value.Text) value).value());
              }

              @Override
              public void end() {
                came.add(List.copyOf(row));
                row.clear();
              }
            }));
    assertThat(came)
        .containsExactlyInAnyOrder(List.of("k=a"), List.of("v=b"), List.of("k=c", "v=d"));
  }

  @Test
  default void rowsOfALargeTableComeFromAllOverIt() {
    database().execute(numbers("rows_many", 60_000));

    List<Value> came = rows("rows_many", 200, 200, "id").getOrDefault("id", List.of());

    long[] ids =
        came.stream().mapToLong(v -> ((Value.Whole) v).value().longValueExact()).sorted().toArray();
    assertThat(ids.length).isBetween(100, 200);
    assertThat(ids).doesNotHaveDuplicates();
    for (int sixth = 0; sixth < 6; sixth += 2) {
      int from = sixth * 10_000;
      assertThat(LongStream.of(ids))
          .as("after %d", from)
          .anyMatch(id -> id > from && id <= from + 20_000);
    }
    assertThat(rows("rows_many", 200, 200, "id").getOrDefault("id", List.of())).isEqualTo(came);
  }

  @Test
  default void aColumnThatIsEmptyInTheFirstRowsIsFound() {
    database().execute(numbers("rows_sparse", 9_000));
    database()
        .execute(
            "alter table rows_sparse add column late varchar(20)",
            "alter table rows_sparse add column never varchar(20)",
            "update rows_sparse set late = 'x' where id between 3100 and 3150");

    Map<String, Integer> came = new LinkedHashMap<>();
    Looked looked = look("rows_sparse", came, "id", "late", "never");

    assertThat(looked.unseen()).isEmpty();
    assertThat(looked.columns()).containsExactlyInAnyOrder("id", "late", "never");
    assertThat(came.get("late")).isBetween(20, 60);
    assertThat(came.get("id")).isBetween(100, 200);
    assertThat(came).doesNotContainKey("never");
  }

  @Test
  default void aWideTableIsReadInPieces() {
    String columns =
        String.join(", ", IntStream.range(0, 130).mapToObj(i -> "c" + i + " int").toList());
    String values = String.join(", ", IntStream.range(0, 130).mapToObj(i -> "" + i).toList());
    database()
        .execute(
            "create table rows_wide (" + columns + ")",
            "insert into rows_wide values (" + values + ")");

    Map<String, Integer> came = new LinkedHashMap<>();
    String[] all = IntStream.range(0, 130).mapToObj(i -> "c" + i).toArray(String[]::new);
    Looked looked = look("rows_wide", came, all);

    assertThat(looked.columns()).hasSize(130);
    assertThat(came).hasSize(130).containsValue(1).doesNotContainValue(2);
  }

  @Test
  default void columnsAndTablesThatGoAwayAreTold() {
    database()
        .execute(
            "create table rows_change (a int, b int, c int, d int)",
            "create table rows_gone (a int, b int, c int, d int)",
            "insert into rows_change values (1, 2, 3, 4)");
    try (Session session = open()) {
      Table change = session.describe().table(table("rows_change")).orElseThrow();
      Table gone = session.describe().table(table("rows_gone")).orElseThrow();
      database()
          .execute(
              "alter table rows_change drop column c",
              "drop table rows_gone",
              "create table rows_fresh (a int)");
      Map<String, Integer> came = new LinkedHashMap<>();

      Looked changed = TableSampler.look(session, change, sinks(came, "a", "b", "c", "d"));
      Looked dropped = TableSampler.look(session, gone, sinks(came, "a", "b", "c", "d"));

      assertThat(came).containsOnlyKeys("a", "b", "d");
      assertThat(changed.unseen())
          .containsExactly(
              full("rows_change") + ": c went away while the system was read; run again");
      assertThat(dropped.unseen())
          .containsExactly(
              full("rows_gone") + ": it went away while the system was read; run again");
      assertThat(dropped.columns()).isEmpty();
    }
  }

  private Looked look(String table, Map<String, Integer> came, String... columns) {
    try (Session session = open()) {
      Table found = session.describe().table(table(table)).orElseThrow();
      return TableSampler.look(session, found, sinks(came, columns));
    }
  }

  private static Map<String, Consumer<Value>> sinks(Map<String, Integer> came, String... columns) {
    Map<String, Consumer<Value>> sinks = new LinkedHashMap<>();
    for (String column : columns) {
      sinks.put(column, value -> came.merge(column, 1, Integer::sum));
    }
    return sinks;
  }

  @Test
  default void nothingTravelsBeyondTheBeginningOfAValue() {
    database()
        .execute(
            "create table rows_long (t "
                + longTypes().getFirst()
                + ", x "
                + longTypes().getLast()
                + ")",
            "insert into rows_long (t) values (repeat('a', 3000000))",
            "update rows_long set x = cast(t as "
                + words().bytes().replace("varbinary(2000)", "binary")
                + ")");
    Map<String, List<Value>> came = rows("rows_long", 10, 10, "t", "x");
    assertThat(((Value.Text) came.getOrDefault("t", List.of()).getFirst()).value()).hasSize(10_000);
    assertThat(((Value.Bytes) came.getOrDefault("x", List.of()).getFirst()).value()).hasSize(5_000);
    try (Session session = open()) {
      RowsSampled answer =
          session
              .ask(
                  new Question.SampleRows(
                      table("rows_long"), List.of("t", "x"), 50, 5, (c, v) -> {}),
                  Progress.SILENT)
              .answer();
      assertThat(answer.rows()).isEqualTo(1);
      assertThat(answer.tooLarge()).isEmpty();
    }
  }
}

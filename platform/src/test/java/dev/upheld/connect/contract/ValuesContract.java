package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.HalfIp;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.Mark;
import dev.upheld.datamap.values.PasswordHash;
import dev.upheld.datamap.values.PasswordHash.Strength;
import dev.upheld.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Finding values: never one too few, and on a healthy table none at all. */
public interface ValuesContract extends Lab {
  long SEED = 20261122;

  /**
   * A way to keep a value.
   *
   * @param type of the column
   * @param write an expression with one {@code ?}
   */
  record Storage(String type, String write) {}

  /** Columns that can hold any text. */
  List<Storage> texts();

  /** Columns that can hold whole numbers of 63 bits and a sign. */
  List<Storage> numbers();

  /** Columns for bytes; the parameter is hexadecimal text. */
  List<Storage> bytes();

  /** Columns for addresses; the parameter is text. Empty where the server has none. */
  List<Storage> addresses();

  /** A view that makes so many rows of text (over 2,000 characters) without keeping them. */
  String bigView(String name, int rows);

  @Test
  default void losesNoTextInAnyColumn() throws SQLException {
    List<String> corpus = new NastyValues(SEED).texts();
    for (Storage storage : texts()) {
      everyCoarseFindsAll(keep(storage, corpus), storage);
    }
  }

  @Test
  default void losesNoNumberInAnyColumn() throws SQLException {
    List<String> corpus = new NastyValues(SEED).numbers().stream().map(String::valueOf).toList();
    for (Storage storage : numbers()) {
      everyCoarseFindsAll(keep(storage, corpus), storage);
    }
  }

  @Test
  default void losesNoBytesInAnyColumn() throws SQLException {
    List<String> corpus = new ArrayList<>(new NastyValues(SEED).hexadecimal());
    for (String text : new NastyValues(SEED).texts()) {
      corpus.add(java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }
    for (Storage storage : bytes()) {
      everyCoarseFindsAll(keep(storage, corpus), storage);
    }
  }

  @Test
  default void losesNoAddressInAnyColumn() throws SQLException {
    List<String> corpus =
        List.of(
            "1.2.0.0",
            "1.2.3.0",
            "1.2.0.3",
            "255.255.0.0",
            "2001:db8:1::",
            "2001:db8:1:2::",
            "2001:db8:1::1",
            "2002:102::",
            "2002:102:304::",
            "::",
            "::1",
            "::ffff:1.2.0.0",
            "::ffff:1.2.3.4",
            "64:ff9b::102:0",
            "64:ff9b::102:304",
            "fe80::1");
    for (Storage storage : addresses()) {
      everyCoarseFindsAll(keep(storage, corpus), storage);
    }
  }

  @Test
  default void knowsEveryCharacterThatMayStandInACardNumber() throws SQLException {
    List<String> corpus =
        IntStream.rangeClosed(1, 0x1FFFF)
            .filter(c -> Character.isValidCodePoint(c) && (c < 0xD800 || c > 0xDFFF))
            .filter(c -> Character.getType(c) != Character.OTHER_LETTER && Character.isDefined(c))
            .mapToObj(c -> "4539" + Character.toString(c) + "148803436467")
            .toList();
    String table = keep(texts().getFirst(), corpus);
    long all = find(table, Coarse.ANYTHING, ValuesContract::isCard).hits();
    assertThat(all).isGreaterThan(50);
    assertThat(find(table, Coarse.CARD_LIKE, ValuesContract::isCard).hits()).isEqualTo(all);
  }

  private void everyCoarseFindsAll(String table, Storage storage) {
    Map<Coarse, Predicate<Value>> tests =
        Map.of(
            Coarse.NOT_HALF_IP,
            v -> !isHalf(v),
            Coarse.NOT_PASSWORD_HASH,
            v -> !isHash(v),
            Coarse.CARD_LIKE,
            ValuesContract::isCard,
            Coarse.IBAN_LIKE,
            ValuesContract::isIban,
            Coarse.IDENTIFYING,
            ValuesContract::isIdentifying);
    for (Map.Entry<Coarse, Predicate<Value>> test : tests.entrySet()) {
      Answer.ValueCount all = find(table, Coarse.ANYTHING, test.getValue());
      Answer.ValueCount coarse = find(table, test.getKey(), test.getValue());
      String as = test.getKey() + " in " + storage.type() + ", seed " + SEED;
      if (all.hits() != coarse.hits()) {
        List<String> lost = lost(table, test.getKey(), test.getValue());
        assertThat(lost).as(as).isEmpty();
      }
      assertThat(coarse.hits()).as(as).isEqualTo(all.hits());
      assertThat(coarse.rows()).as(as).isEqualTo(all.rows());
      assertThat(coarse.candidates()).as(as).isLessThanOrEqualTo(all.candidates());
    }
  }

  /**
   * Values, invented all, that the exact test calls hits and the coarse pattern did not show it.
   */
  private List<String> lost(String table, Coarse coarse, Predicate<Value> hit) {
    List<String> lost = new ArrayList<>();
    find(table, Coarse.ANYTHING, v -> hit.test(v) && lost.add(show(v)));
    find(table, coarse, v -> hit.test(v) && lost.remove(show(v)));
    return lost;
  }

  private static String show(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(var number) -> number.toString();
      case Value.Bytes(byte[] bytes) -> java.util.HexFormat.of().formatHex(bytes);
    };
  }

  private static boolean isHalf(Value value) {
    return switch (value) {
      case Value.Text(String text) -> HalfIp.ofText(text).holds();
      case Value.Whole(var number) -> HalfIp.ofWhole(number).holds();
      case Value.Bytes(byte[] bytes) -> HalfIp.ofBytes(bytes).holds();
    };
  }

  private static boolean isHash(Value value) {
    Strength strength =
        switch (value) {
          case Value.Text(String text) -> PasswordHash.ofText(text).strength();
          case Value.Whole(var number) -> Strength.PLAIN;
          case Value.Bytes(byte[] bytes) -> PasswordHash.ofBytes(bytes).strength();
        };
    return strength == Strength.SLOW_SALTED || strength == Strength.NONE;
  }

  private static boolean isCard(Value value) {
    CardNumber.Sighting seen =
        switch (value) {
          case Value.Text(String text) -> CardNumber.inText(text);
          case Value.Whole(var number) -> CardNumber.inWhole(number);
          case Value.Bytes(byte[] bytes) -> CardNumber.inBytes(bytes);
        };
    return seen != CardNumber.Sighting.NONE;
  }

  private static boolean isIban(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Iban.isIn(text);
      case Value.Whole(var number) -> false;
      case Value.Bytes(byte[] bytes) -> Iban.isIn(new String(bytes, StandardCharsets.UTF_8));
    };
  }

  private static boolean isIdentifying(Value value) {
    return switch (value) {
      case Value.Text(String text) -> !Mark.in(text).isEmpty();
      case Value.Whole(var number) -> isCard(value);
      case Value.Bytes(byte[] bytes) -> !Mark.in(bytes).isEmpty();
    };
  }

  private Answer.ValueCount find(String table, Coarse coarse, Predicate<Value> hit) {
    return answer(
        new Question.FindValues(table(table), List.of("v"), coarse, Optional.empty(), hit));
  }

  /** Makes a table with the values in column v, one null besides, and gives its name. */
  private String keep(Storage storage, List<String> values) throws SQLException {
    String table = "values_" + Integer.toHexString((storage + values.getFirst()).hashCode());
    database()
        .execute(
            "drop table if exists " + table,
            "create table " + table + " (v " + storage.type() + " null)");
    try (Connection connection = database().connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into " + table + " values (" + storage.write() + ")")) {
      connection.setAutoCommit(false);
      for (String value : values) {
        insert.setString(1, value);
        insert.addBatch();
      }
      insert.setString(1, null);
      insert.addBatch();
      insert.executeBatch();
      connection.commit();
    }
    return table;
  }

  @Test
  default void aHealthyTableSendsNothing() throws SQLException {
    Storage text = texts().getFirst();
    List<String> halves =
        List.of("1.2.0.0", "192.168.0.0", "255.1.0.0", "2001:db8:1::", "2a01:e0a::");
    assertThat(find(keep(text, halves), Coarse.NOT_HALF_IP, v -> true))
        .isEqualTo(new Answer.ValueCount(6, 0, 0, Map.of()));
    for (Storage storage : numbers()) {
      assertThat(
              find(
                  keep(storage, List.of("0", "65536", "3232235520", "4294901760")),
                  Coarse.NOT_HALF_IP,
                  v -> true))
          .isEqualTo(new Answer.ValueCount(5, 0, 0, Map.of()));
    }
    for (Storage storage : bytes()) {
      assertThat(
              find(
                  keep(storage, List.of("0a010000", "20010db8ff0000000000000000000000")),
                  Coarse.NOT_HALF_IP,
                  v -> true))
          .isEqualTo(new Answer.ValueCount(3, 0, 0, Map.of()));
    }
    for (Storage storage : addresses()) {
      assertThat(
              find(
                  keep(storage, List.of("1.2.0.0", "2001:db8:1::")), Coarse.NOT_HALF_IP, v -> true))
          .isEqualTo(new Answer.ValueCount(3, 0, 0, Map.of()));
    }
    assertThat(find(keep(text, hashes()), Coarse.NOT_PASSWORD_HASH, v -> true).candidates())
        .isZero();
    List<String> words =
        List.of("Order 1234567 of 2026-01-31, 10:15", "call 06 12 34 56 78", "4242 4242");
    assertThat(find(keep(text, words), Coarse.CARD_LIKE, v -> true).candidates()).isZero();
    assertThat(find(keep(text, words), Coarse.IBAN_LIKE, v -> true).candidates()).isZero();
    assertThat(find(keep(text, words), Coarse.IDENTIFYING, v -> true).candidates()).isZero();
  }

  private static List<String> hashes() {
    return List.of(
        "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "{bcrypt}$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
        "$scrypt$ln=15,r=8,p=1$c29tZXNhbHQxMjM$RdescudvJCsgt3ub+b+RdescudvJCsgt3ub",
        "pbkdf2_sha256$260000$abcdefghijkl$RdescudvJCsgt3ubRdescudvJCsgt3ubRdescudvJCs=",
        "$6$saltsalt$" + "a".repeat(86),
        "$6$rounds=65000$saltsalt$" + "a".repeat(86),
        "$5$saltsalt$" + "b".repeat(43));
  }

  @Test
  default void countsPerColumnAndOnlyRowsMeant() {
    database()
        .execute(
            "create table find_columns (id int primary key, state varchar(5), a varchar(30), b varchar(30), n bigint)",
            "insert into find_columns values (1, 'in', 'x', 'y', 5), (2, 'in', 'x', null, null),"
                + " (3, 'in', null, null, null), (4, 'out', 'x', 'y', 5), (5, 'in', 'z', 'y', 6)");
    Question.FindValues question =
        new Question.FindValues(
            table("find_columns"),
            List.of("a", "b", "n"),
            Coarse.ANYTHING,
            Optional.of(new Condition.In("state", List.of("in"), false)),
            v ->
                v.equals(new Value.Text("x"))
                    || v.equals(new Value.Text("y"))
                    || v.equals(new Value.Whole(java.math.BigInteger.valueOf(6))));
    assertThat(answer(question))
        .isEqualTo(new Answer.ValueCount(4, 7, 5, Map.of("a", 2L, "b", 2L, "n", 1L)));
  }

  @Test
  default void countsMoreCandidatesThanAGroupingCarries() throws SQLException {
    List<String> many = IntStream.range(0, 5_000).mapToObj(i -> "value " + i).toList();
    assertThat(find(keep(texts().getFirst(), many), Coarse.ANYTHING, v -> show(v).endsWith("7")))
        .isEqualTo(new Answer.ValueCount(5_001, 5_000, 500, Map.of("v", 500L)));
    List<String> long_ = List.of("a".repeat(3_000) + "7", "b", "c7");
    assertThat(find(keep(texts().getFirst(), long_), Coarse.ANYTHING, v -> show(v).endsWith("7")))
        .isEqualTo(new Answer.ValueCount(4, 3, 2, Map.of("v", 2L)));
  }

  @Test
  default void aSearchNeedsAColumn() {
    database().execute("create table find_none (a int)");
    assertThatThrownBy(
            () ->
                answer(
                    new Question.FindValues(
                        table("find_none"),
                        List.of(),
                        Coarse.ANYTHING,
                        Optional.empty(),
                        v -> true)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.UNFIT));
  }

  /** Two gigabytes pass through a heap of one. */
  @Test
  @Tag("long")
  default void aMillionLongCandidatesPassThroughASmallHeap() {
    database().execute(bigView("find_big", 1_000_000));
    Answer.ValueCount found = find("find_big", Coarse.ANYTHING, v -> show(v).startsWith("0"));
    assertThat(found.rows()).isEqualTo(1_000_000);
    assertThat(found.candidates()).isEqualTo(1_000_000);
    assertThat(found.hits()).isBetween(50_000L, 75_000L);
  }
}

package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Capability;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import dev.upheld.kernel.ProblemException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tallies, counts, comparisons, fingerprints, samples. */
public interface SmallContract extends Lab {

  private static Join join(String column, String to, Lab lab) {
    return new Join(List.of(column), lab.table(to), List.of("id"));
  }

  @Test
  default void declaresWhatItIsTestedFor() {
    assertThat(connector().capabilities())
        .containsExactlyInAnyOrderElementsOf(Capability.ofTables());
  }

  @Test
  default void talliesValuesThroughJoins() {
    database()
        .execute(
            "create table tally_country (id int primary key, code char(2))",
            "create table tally_account (id int primary key, country int)",
            "create table tally_visit (id int primary key, account int, state varchar(9))",
            "insert into tally_country values (1, 'FR'), (2, 'US'), (3, null)",
            "insert into tally_account values (1, 1), (2, 1), (3, 2), (4, 3), (5, null)",
            "insert into tally_visit values (1, 1, 'a'), (2, 1, 'A'), (3, 2, 'a '), (4, 3, null), (5, 4, 'a'),"
                + " (6, 5, 'a'), (7, 99, 'a'), (8, null, 'b')");
    List<Join> path =
        List.of(join("account", "tally_account", this), join("country", "tally_country", this));
    assertThat(answer(new Question.Tally(table("tally_visit"), path, "code", Optional.empty())))
        .isEqualTo(new Answer.TallyCount(8, Map.of("FR", 3L, "US", 1L), 4, false));
    Condition meant = new Condition.In("state", List.of("a"), false);
    assertThat(answer(new Question.Tally(table("tally_visit"), path, "code", Optional.of(meant))))
        .isEqualTo(new Answer.TallyCount(4, Map.of("FR", 1L), 3, false));
    assertThat(
            answer(new Question.Tally(table("tally_visit"), List.of(), "state", Optional.empty())))
        .isEqualTo(new Answer.TallyCount(8, Map.of("a", 4L, "A", 1L, "a ", 1L, "b", 1L), 1, false));
  }

  @Test
  default void saysWhenThereAreMoreValuesThanATallyHolds() {
    database().execute("create table tally_many (v int)");
    StringBuilder rows = new StringBuilder("insert into tally_many values (null), (1)");
    for (int i = 1; i <= 1_005; i++) {
      rows.append(", (").append(i).append(")");
    }
    database().execute(rows.toString());
    Answer.TallyCount tally =
        answer(new Question.Tally(table("tally_many"), List.of(), "v", Optional.empty()));
    assertThat(tally).extracting("rows", "missing", "cut").containsExactly(1_007L, 1L, true);
    assertThat(tally.byValue()).hasSize(1_000).containsEntry("1", 2L);
  }

  @Test
  default void aPathMustLeadToOneRow() {
    database().execute("create table path_from (p int)", "create table path_to (id int, v int)");
    assertUnfit(
        new Question.Tally(
            table("path_from"), List.of(join("p", "path_to", this)), "v", Optional.empty()));
  }

  private void assertUnfit(Question<?> question) {
    assertThatThrownBy(() -> answer(question))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ConnectProblem.UNFIT));
  }

  @Test
  default void countsRowsThatMeetAnyCondition() {
    database()
        .execute(
            "create table cond (id int primary key, b boolean, s varchar(9), n int, d date null, at "
                + words().instant()
                + " null)",
            "insert into cond values (1, true, 'open', 1, '2026-06-15', '2026-06-15 10:00:01'),"
                + " (2, false, 'shut', 0, '2026-06-14', '2026-06-15 10:00:00'), (3, null, null, null, null, null),"
                + " (4, true, 'OPEN', 7, '2030-01-01', '2030-01-01')");
    assertMatching(new Condition.IsNull("s", false), 1);
    assertMatching(new Condition.IsNull("s", true), 3);
    assertMatching(new Condition.IsTrue("b", false), 2);
    assertMatching(new Condition.IsTrue("b", true), 2);
    assertMatching(new Condition.IsTrue("n", false), 2);
    assertMatching(new Condition.In("s", List.of("open", "new"), false), 1);
    assertMatching(new Condition.In("s", List.of("open"), true), 3);
    assertMatching(new Condition.In("n", List.of("1", "7"), false), 2);
    assertMatching(new Condition.In("s", List.of(), false), 0);
    assertMatching(new Condition.NotYet(new Clock.Column("d", Reading.NATIVE)), 2);
    assertMatching(new Condition.NotYet(new Clock.Column("at", Reading.NATIVE)), 2);
    assertMatching(
        new Condition.All(
            List.of(new Condition.IsTrue("b", false), new Condition.In("n", List.of("7"), false))),
        1);
    assertMatching(new Condition.All(List.of()), 4);
    assertUnfit(
        new Question.CountWhere(table("cond"), Optional.empty(), new Condition.IsTrue("d", false)));
    assertThat(
            answer(
                new Question.CountWhere(
                    table("cond"),
                    Optional.of(new Condition.IsTrue("b", false)),
                    new Condition.In("n", List.of("7"), false))))
        .isEqualTo(new Answer.RowCount(2, 1));
  }

  private void assertMatching(Condition condition, long matching) {
    assertThat(answer(new Question.CountWhere(table("cond"), Optional.empty(), condition)))
        .as(condition.toString())
        .isEqualTo(new Answer.RowCount(4, matching));
  }

  @Test
  default void comparesDistinctValuesAsText() {
    database()
        .execute(
            "create table shared_l (v varchar(20))",
            "create table shared_r (v varchar(20), n int)",
            "insert into shared_l values ('a'), ('a'), ('B'), ('c '), ('7'), (null)",
            "insert into shared_r values ('a', 7), ('b', 8), ('c', 7), (null, null)");
    assertThat(answer(new Question.SharedValues(table("shared_l"), "v", table("shared_r"), "v")))
        .isEqualTo(new Answer.SharedCount(4, 3, 1));
    assertThat(answer(new Question.SharedValues(table("shared_l"), "v", table("shared_r"), "n")))
        .isEqualTo(new Answer.SharedCount(4, 2, 1));
    assertThat(answer(new Question.SharedValues(table("shared_r"), "v", table("shared_r"), "v")))
        .isEqualTo(new Answer.SharedCount(3, 3, 3));
  }

  @Test
  default void listsFingerprintsInOrder() {
    database()
        .execute(
            "create table print (v varchar(20), n int)",
            "insert into print values ('a', 1), ('A', 1), ('a', 2), ('é', 10), ('x ', 10), ('', null), (null, null)");
    assertThat(fingerprints("v")).containsExactlyElementsOf(md5("a", "A", "é", "x ", ""));
    assertThat(fingerprints("n")).containsExactlyElementsOf(md5("1", "2", "10"));
    List<String> first = new ArrayList<>();
    Answer.RowCount stopped =
        answer(new Question.Fingerprint(table("print"), "v", h -> !first.add(h)));
    assertThat(first).hasSize(1);
    assertThat(stopped).isEqualTo(new Answer.RowCount(1, 1));
  }

  @Test
  default void foldsFingerprintsAlikeInEverySystem() {
    database()
        .execute(
            "create table folded (v varchar(40), n int)",
            "insert into folded values ('Jane@Shop.Example ', 7), (' jane@shop.example', 7), ('ÉMILE', null), (null, 12)");
    List<String> texts = new ArrayList<>();
    answer(Question.Fingerprint.folded(table("folded"), "v", texts::add));
    assertThat(texts).containsExactlyElementsOf(md5("jane@shop.example", "émile"));
    List<String> numbers = new ArrayList<>();
    answer(Question.Fingerprint.folded(table("folded"), "n", numbers::add));
    assertThat(numbers).containsExactlyElementsOf(md5("7", "12"));
  }

  private List<String> fingerprints(String column) {
    List<String> found = new ArrayList<>();
    Answer.RowCount count = answer(new Question.Fingerprint(table("print"), column, found::add));
    assertThat(count).isEqualTo(new Answer.RowCount(found.size(), found.size()));
    return found;
  }

  private static List<String> md5(String... values) {
    return Stream.of(values)
        .map(
            value -> {
              try {
                MessageDigest digest = MessageDigest.getInstance("MD5");
                return HexFormat.of()
                    .formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
              } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
              }
            })
        .sorted()
        .toList();
  }

  @Test
  default void samplesAFewValuesOfEveryType() {
    database()
        .execute(
            "create table sample (t varchar(9), n decimal(20,2), w bigint, d date null, x "
                + words().bytes()
                + ")",
            "insert into sample values ('a', 1.50, 12, '2026-01-31', null), ('b', 2.00, null, null, null), (null, null, null, null, null)");
    assertThat(sample("t", 10)).containsExactlyInAnyOrder(new Value.Text("a"), new Value.Text("b"));
    assertThat(sample("t", 1)).hasSize(1);
    assertThat(sample("n", 10))
        .containsExactlyInAnyOrder(new Value.Text("1.50"), new Value.Whole(BigInteger.TWO));
    assertThat(sample("w", 10)).containsExactly(new Value.Whole(BigInteger.valueOf(12)));
    assertThat(sample("d", 10)).containsExactly(new Value.Text("2026-01-31"));
    assertThat(sample("x", 10)).isEmpty();
  }

  private List<Value> sample(String column, int limit) {
    List<Value> values = new ArrayList<>();
    Answer.RowsSampled count =
        answer(new Question.Sample(table("sample"), column, limit, values::add));
    assertThat(count.rows()).isEqualTo(values.size());
    return values;
  }
}

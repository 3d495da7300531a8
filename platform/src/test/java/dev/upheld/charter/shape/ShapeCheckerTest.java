package dev.upheld.charter.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeCheckerTest {
  private final SchemaAndReader garden = new SchemaAndReader(Samples.garden());

  private List<Problem> problems(String yaml) {
    return garden.problems(SchemaAndReader.tree(yaml));
  }

  @Test
  void soundFileHasNoProblem() {
    assertThat(
            problems(
                """
                name: South
                size: 20
                open: true
                since: 2026-02-28
                soil: clay
                tags: [calm, sun-1]
                owner: not-stated
                beds:
                  roses: {plant: rose, gardener: anne, height: tall}
                  herbs: {parts: [{plant: mint, gardener: bob, kind: raised, height: 3}], gardener: x}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {nam: x, name: y}                    | 1:2  | unknown-key      | Did you mean "name"?
          {name: x, zzzzzz: y}                 | 1:11 | unknown-key      | Known here: name, size
          {size: 3}                            | 1:1  | missing-key      | name: South
          {name: [x]}                          | 1:8  | wrong-type       | South
          {name: }                             | 1:7  | wrong-type       | South
          {name: ' '}                          | 1:8  | malformed        | South
          {name: x, size: big}                 | 1:17 | malformed        | 1
          {name: x, size: '5'}                 | 1:17 | malformed        | 1
          {name: x, size: 501}                 | 1:17 | out-of-range     | 1 to 500
          {name: x, size: -1}                  | 1:17 | out-of-range     | 1 to 500
          {name: x, size: 99999999999999999999}| 1:17 | malformed        | 1
          {name: x, since: 2026-02-30}         | 1:18 | impossible-date  | 2027-12-31
          {name: x, since: tomorrow}           | 1:18 | malformed        | 2027-12-31
          {name: x, since: 2026-01-01, open: yes}| 1:36 | malformed      | true
          {name: x, open: true}                | 1:1  | key-combination  | since
          {name: x, soil: cley}                | 1:17 | unknown-choice   | Did you mean "clay"?
          {name: x, tags: calm}                | 1:17 | wrong-type       | [calm]
          {name: x, tags: [calm, Calm]}        | 1:24 | malformed        | calm
          {name: x, tags: [calm, true]}        | 1:24 | malformed        | calm
          {name: x, tags: [calm, calm]}        | 1:24 | repeated-item    | Remove one
          {name: x, owner: []}                 | 1:11 | too-few-items    | [anne]
          {name: x, owner: not_stated}         | 1:18 | unknown-choice   | Did you mean "not-stated"?
          {name: x, owner: {a: b}}             | 1:18 | wrong-type       | [anne]
          {name: x, beds: {Rose: {plant: a, gardener: b}}}| 1:18 | malformed | roses
          {name: x, beds: {rose: {gardener: b}}}| 1:18 | key-combination | {plant: rose}
          {name: x, beds: {rose: {gardener: b, plant: a, parts: [{plant: a, gardener: b}]}}}| 1:18 | key-combination | Keep one
          {name: x, beds: {rose: {gardener: b, plant: a, height: 10}}}| 1:56 | malformed | 1
          {name: x, beds: {rose: {gardener: b, plant: a, kind: raised}}}| 1:18 | key-combination | Say how high.
          {name: x, beds: {rose: {plant: a}}}  | 1:18 | missing-key      | Say who.
          {name: x, beds: {rose: {parts: [{plant: a}], gardener: b}}}| 1:33 | missing-key | Say who.
          [name]                               | 1:1  | wrong-type       | {name: South}
          """)
  void everyFaultHasItsPlaceAndItsMending(String yaml, String place, String code, String mend) {
    List<Problem> problems = problems(yaml);
    assertThat(problems).hasSize(1);
    Problem problem = problems.getFirst();
    assertThat(problem.where().orElseThrow()).hasToString("f.yaml:" + place);
    assertThat(problem.code().code()).isEqualTo(code);
    assertThat(problem.mend()).contains(mend);
  }

  @Test
  void allFaultsAreToldInTheOrderOfTheFile() {
    assertThat(problems("soil: mud\nsice: 3\nbeds:\n  a: {}\ntags: x\n"))
        .extracting(p -> p.where().orElseThrow().line() + " " + p.code().code())
        .containsExactly(
            "1 missing-key",
            "1 unknown-choice",
            "2 unknown-key",
            "4 missing-key",
            "4 key-combination",
            "5 wrong-type");
  }

  @Test
  void aSecretWrittenInTheWrongFormIsNotRepeated() {
    assertThat(problems("{name: x, gate: Hunter2!}").toString()).doesNotContain("Hunter2");
  }

  @Test
  void theSoundRestStays() {
    Checked checked =
        ShapeChecker.checkRoot(
            Samples.garden(),
            SchemaAndReader.tree(
                """
                soil: mud
                tags: [calm, Calm]
                beds:
                  a: {plant: x, gardener: y, hight: 3}
                  b: {gardener: y}
                  c: {plant: x}
                """));
    View view = View.of((Mapping) checked.sound().orElseThrow());
    assertThat(view.keys()).containsExactly("tags", "beds");
    assertThat(view.texts("tags")).containsExactly("calm");
    // b lacks what makes it a bed; c lacks only what has words of its own
    assertThat(view.table("beds").keySet()).containsExactly("a", "c");
    assertThat(view.child("beds").flatMap(beds -> beds.child("a")).orElseThrow().keys())
        .containsExactly("plant", "gardener");
  }

  @Test
  void partsStayWhereAReaderCanDoWithoutTheWhole() {
    Checked checked =
        ShapeChecker.checkParts(
            Samples.garden(), SchemaAndReader.tree("beds: {b: {gardener: y, hight: 3}}"));
    View view = View.of((Mapping) checked.sound().orElseThrow());
    assertThat(view.child("beds").flatMap(beds -> beds.child("b")).orElseThrow().keys())
        .containsExactly("gardener");
    assertThat(checked.problems()).hasSize(3);
  }

  @Test
  void aHostileFileIsNotAnsweredWithoutEnd() {
    StringBuilder yaml = new StringBuilder("name: x\n");
    for (int i = 0; i < 5_000; i++) {
      yaml.append("k").append(i).append(": 1\n");
    }
    List<Problem> problems = problems(yaml.toString());
    assertThat(problems).hasSize(501);
    assertThat(problems).filteredOn(p -> p.code() == ShapeCode.TOO_MANY_FAULTS).hasSize(1);
  }
}

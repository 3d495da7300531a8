package dev.upheld.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.datamap.Place;
import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.MapEdit.Additions;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a person wrote and however they laid it out: adding keeps all of it. */
class MapEditTest {
  private static final Path DEMO = Path.of("..", "examples", "demo").toAbsolutePath().normalize();
  private static final String[] NAMES = {
    "plain",
    "two words",
    "dot.ted",
    "null",
    "no",
    "# not a comment",
    "a: b",
    "{x}",
    "[y]",
    "- z",
    "'single'",
    "dou\"ble",
    "back\\slash",
    "naïve",
    "顧客",
    "😀",
    "a, b",
    "%",
    "@at",
    "&a",
    "*b",
    "|"
  };

  private final Workspace workspace =
      Workspaces.read(DEMO, References.machine().overlaid(Map.of())).workspace().orElseThrow();

  private static String demo() throws IOException {
    return Files.readString(DEMO.resolve("datamap/eu-main.yaml"));
  }

  /** What a person does to a file that means nothing: remarks, empty lines, trailing blanks. */
  private static String touched(String text, Random random) {
    StringBuilder out = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (random.nextInt(6) == 0) {
        out.append(" ".repeat(random.nextInt(8))).append("# remark: {not, yaml\n");
      }
      if (random.nextInt(9) == 0) {
        out.append(" ".repeat(random.nextInt(3))).append('\n');
      }
      out.append(line).append(random.nextInt(5) == 0 ? "   # so" : "").append('\n');
    }
    String all = out.toString();
    String cut = random.nextInt(3) == 0 ? all.strip() : all;
    return random.nextInt(3) == 0 ? cut.replace("\n", "\r\n") : cut;
  }

  private static Guess open(String column) {
    return new Guess(column, Yaml.quoted("may be \"pd:Name\": 0.5 # and \\ so on"), "");
  }

  private Additions additions(Random random, int round) {
    Map<String, List<Guess>> columns = new LinkedHashMap<>();
    for (String place : List.of("account", "organisation", "visit", "request-log")) {
      List<Guess> guesses = new ArrayList<>();
      for (int n = random.nextInt(4); n > 0; n--) {
        guesses.add(open(NAMES[random.nextInt(NAMES.length)] + "-" + round + "-" + n));
      }
      if (!guesses.isEmpty()) {
        columns.put(place, guesses);
      }
    }
    List<ProposedPlace> places = new ArrayList<>();
    List<Guess> tables = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      String name = NAMES[random.nextInt(NAMES.length)] + " " + round + n;
      tables.add(open(Yaml.part("t" + name)));
      places.add(place("new-" + round + "-" + n, name));
    }
    return new Additions(places, tables, columns);
  }

  private static ProposedPlace place(String id, String table) {
    return new ProposedPlace(
        id,
        Optional.of(new dev.upheld.datamap.TableName(Optional.of("odd.\"schema"), table)),
        List.of("a remark\nover lines"),
        new Guess("activity", "undecided", "a person must say # which"),
        List.of(table),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(new Guess(table, "{data: email}", "0.99: so")),
        List.of(open(table + "?")),
        List.of(new Guess(table + "!", "", "0.99: so\rit is")));
  }

  @Test
  void whatStoodThereStandsThereLineByLine() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      String text = touched(demo(), random);
      for (int round = 0; round < 3; round++) {
        Additions additions = additions(random, round);
        MapEdit.Result result = MapEdit.add(workspace, "eu-main", text, additions);
        subsequence(text, result.text(), seed);
        read(result.text(), additions, seed);
        text = result.text();
      }
    }
  }

  private static void subsequence(String before, String after, long seed) {
    Iterator<String> now = after.lines().iterator();
    before
        .lines()
        .forEach(
            line -> {
              boolean found = false;
              while (!found && now.hasNext()) {
                found = now.next().equals(line);
              }
              assertThat(found).as("seed %d lost the line %s", seed, line).isTrue();
            });
  }

  private void read(String text, Additions additions, long seed) {
    DataMapReader.Result reading =
        Workspaces.reading(workspace, "eu-main", text.getBytes(StandardCharsets.UTF_8));
    Known known = Known.of(reading, MapEdit.root("m", text).orElseThrow());
    additions
        .columns()
        .forEach(
            (place, guesses) ->
                assertThat(known.undecided().get(place))
                    .as("seed %d", seed)
                    .containsAll(guesses.stream().map(Guess::key).toList()));
    for (ProposedPlace place : additions.places()) {
      Place read = Optional.ofNullable(reading.proposed().get(place.id())).orElseThrow();
      assertThat(read.table()).isEqualTo(place.named().orElseThrow());
      assertThat(read.fields()).containsOnlyKeys(place.fields().getFirst().key());
      assertThat(read.technical()).containsExactly(place.technical().getFirst().key());
      assertThat(reading.places()).doesNotContainKey(place.id());
    }
    assertThat(reading.undecided())
        .as("seed %d", seed)
        .hasSizeGreaterThanOrEqualTo(
            (int) additions.tables().stream().map(Guess::key).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system: eu-main\nplaces:\n  account: {activity: accounts, technical: [id]}\n",
        "system: eu-main\nplaces: {account: {activity: accounts}}\n",
        "system: eu-main\nplaces:\n  account:\n    activity: accounts\n    undecided: {a: it's} # so\n",
        """
        system: eu-main
        places:
          account: {
            activity: accounts, # {
            undecided: {
              a: "}", b: '{''}'
            } }
        """,
        "system: eu-main\nplaces:\n  account:\n    activity: accounts\n    undecided:\n      a: x\n#e",
      })
  void aColumnIsAddedInBracesToo(String text) {
    Additions one =
        new Additions(List.of(), List.of(), Map.of("account", List.of(open("new col"))));
    MapEdit.Result result = MapEdit.add(workspace, "eu-main", text, one);
    read(result.text(), one, 0);
    for (String part : text.split("[\\n}]+", -1)) {
      assertThat(result.text()).contains(part.stripTrailing());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system: eu-main\nplaces: {account: {activity: accounts}}\n",
        "system: eu-main\nundecided: {a: b}\nplaces: {}\n",
        "{system: eu-main, places: {account: {activity: accounts}}}\n",
      })
  void refusesALayoutItCannotAddTo(String text) {
    Additions one = new Additions(List.of(place("p", "q")), List.of(), Map.of());
    assertThatThrownBy(() -> MapEdit.add(workspace, "eu-main", text, one))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(DiscoverProblem.CANNOT_EDIT));
  }
}

package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Description;
import dev.upheld.connect.HeldBy;
import dev.upheld.connect.Sight;
import dev.upheld.connect.Spans;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.connect.act.Structure.Rule;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * By which ways rows on hold keep others, where tables hang together by few ways or by very many.
 */
class HeldRoutesTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<TableName> tables = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();

  private void tables(int count) {
    IntStream.range(0, count)
        .mapToObj(i -> new TableName(Optional.empty(), "t" + i))
        .forEach(tables::add);
  }

  private void points(int from, int to) {
    references.add(
        new Reference(
            tables.get(from), List.of("to_" + to), tables.get(to), List.of("id"), Rule.NO_ACTION));
  }

  /** Of the first table, where all rows of another are on hold. */
  private HeldRoutes toAllOf(int held) {
    List<Description.Table> live = tables.stream().map(HeldRoutesTest::table).toList();
    Graph graph =
        Graph.of(
            "shop",
            new Description("test", live, List.of()),
            new Structure(references, List.of(), Set.of(), Set.of()),
            tables.stream().map(HeldRoutesTest::place).toList());
    HeldRoutes routes =
        new HeldRoutes(
            graph, Map.of(tables.get(held), List.of(new Spans(List.of(), Optional.empty()))));
    Assertions.assertTimeoutPreemptively(
        SOON, () -> routes.from(graph.node(tables.getFirst().name()).orElseThrow()));
    return routes;
  }

  private static Description.Table table(TableName name) {
    return new Description.Table(
        name,
        true,
        Description.TableKind.TABLE,
        List.of(
            new Description.Column(
                "id",
                Description.Type.WHOLE,
                "bigint",
                Optional.empty(),
                false,
                Optional.empty(),
                true)),
        List.of("id"),
        List.of(),
        List.of(),
        Optional.empty(),
        0,
        Sight.full());
  }

  private static Place place(TableName table) {
    return new Place(
        table.name(),
        table,
        Set.of("sales"),
        Optional.empty(),
        List.of("id"),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Map.of(),
        Set.of("id"),
        Location.wholeFile("datamap/shop.yaml"));
  }

  @Test
  void aChainOfRowsThatNeedEachOtherIsOneWay() {
    tables(4);
    points(1, 0);
    points(2, 1);
    HeldRoutes routes = toAllOf(2);
    assertThat(routes.isWhole()).isTrue();
    assertThat(routes.found()).singleElement().extracting(by -> by.way().size()).isEqualTo(2);
    assertThat(toAllOf(0).found()).extracting(HeldBy::way).containsExactly(List.of());
    assertThat(toAllOf(3).found()).isEmpty();
    assertThat(toAllOf(3).isWhole()).as("nothing is on hold that leads to it").isTrue();
  }

  /** Each table points at all before it: more ways than anybody could look at. */
  @Test
  void whereWaysAreWithoutNumberItIsSaidThatNotAllAreKnown() {
    tables(42);
    for (int from = 1; from < 40; from++) {
      for (int to = 0; to < from; to++) {
        points(from, to);
      }
    }
    points(40, 39);
    assertThat(toAllOf(40).isWhole()).isFalse();
    HeldRoutes apart = toAllOf(41);
    assertThat(apart.found()).isEmpty();
    assertThat(apart.isWhole()).as("nothing leads to it").isTrue();
  }
}

package dev.upheld.probe.board;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.probe.board.Wall.Facet;
import dev.upheld.probe.board.Wall.Filter;
import dev.upheld.probe.board.Wall.Tile;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.verdict.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** From the scenery to the wall. Pure. */
final class WallView {
  private WallView() {}

  static Wall of(Scenery scenery, Filter filter) {
    List<Scenery.Seen> fitting =
        scenery.seen().values().stream().filter(s -> fits(s.promise(), filter)).toList();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(
          verdict, (int) fitting.stream().filter(s -> s.judgement().verdict() == verdict).count());
    }
    List<Tile> tiles =
        fitting.stream()
            .filter(s -> filter.verdict().map(v -> v == s.judgement().verdict()).orElse(true))
            .map(s -> tile(s, scenery))
            .toList();
    return new Wall(
        scenery.now(),
        tiles,
        counts,
        scenery.seen().size(),
        facets(scenery),
        Ledger.lastProof(scenery.book()));
  }

  private static Tile tile(Scenery.Seen seen, Scenery scenery) {
    Header header = seen.promise().header();
    return new Tile(
        header.id(),
        header.sentence(),
        seen.promise().duty(),
        header.activity().map(a -> new Facet(a, scenery.snapshot().title(a))),
        header.clauses(),
        header.law().stream().map(LawRef::citation).distinct().toList(),
        seen.promise().kind(),
        seen.judgement().verdict(),
        seen.since(),
        seen.care(),
        seen.attestable());
  }

  private static boolean fits(Promise promise, Filter filter) {
    Header header = promise.header();
    return filter.duty().map(d -> d == promise.duty()).orElse(true)
        && filter.activity().map(a -> header.activity().filter(a::equals).isPresent()).orElse(true)
        && filter.clause().map(header.clauses()::contains).orElse(true)
        && filter
            .law()
            .map(c -> header.law().stream().anyMatch(l -> l.citation().equals(c)))
            .orElse(true)
        && holds(header, filter.text());
  }

  private static boolean holds(Header header, String words) {
    String text = (header.id() + " " + header.sentence()).toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(text::contains);
  }

  private static Wall.Facets facets(Scenery scenery) {
    Collection<Scenery.Seen> all = scenery.seen().values();
    List<Duty> duties = all.stream().map(s -> s.promise().duty()).distinct().sorted().toList();
    List<Facet> activities =
        headers(all)
            .flatMap(h -> h.activity().stream())
            .distinct()
            .map(a -> new Facet(a, scenery.snapshot().title(a)))
            .toList();
    List<String> clauses =
        headers(all).flatMap(h -> h.clauses().stream()).distinct().sorted().toList();
    List<String> laws =
        headers(all)
            .flatMap(h -> h.law().stream())
            .map(LawRef::citation)
            .distinct()
            .sorted()
            .toList();
    return new Wall.Facets(duties, activities, clauses, laws);
  }

  private static Stream<Header> headers(Collection<Scenery.Seen> all) {
    return all.stream().map(s -> s.promise().header());
  }
}

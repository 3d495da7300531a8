package dev.upheld.discover;

import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.datamap.links.ProposedRemoteLink;
import dev.upheld.discover.Survey.SeenTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table on its way to a proposal; filled step by step by {@link Proposer}. */
final class Draft {
  final SeenTable seen;
  final String id;
  final List<ProposedLink> links = new ArrayList<>();
  final List<ProposedRemoteLink> elsewhere = new ArrayList<>();

  /** Clocks in the table's own columns, by event. */
  final Map<String, ClockNames.Seen> clocks = new LinkedHashMap<>();

  ActivityChoice activity = new ActivityChoice(Optional.empty(), 0, "");

  /** Group of people, column and why. */
  Optional<ProposedPlace.Guess> subject = Optional.empty();

  boolean visited;

  Draft(SeenTable seen, String id) {
    this.seen = seen;
    this.id = id;
    seen.columns().stream()
        .flatMap(c -> ClockNames.of(c, seen.table().name().name()).stream())
        .forEach(
            clock ->
                clocks.merge(
                    clock.event(), clock, (a, b) -> b.confidence() > a.confidence() ? b : a));
  }

  /** What its personal columns hold, and the parts of its documents. */
  List<String> terms() {
    return seen.columns().stream()
        .flatMap(c -> c.lines().stream())
        .filter(c -> c.is(Nature.PERSONAL))
        .map(Survey.SeenColumn::judgement)
        .map(Judgement::term)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  List<String> key() {
    return seen.table().key();
  }
}

package dev.upheld.probe.board;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.verdict.clause.ClauseTable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** From the scenery to the clauses. Pure. */
final class ClausesView {
  private ClausesView() {}

  static Clauses of(Scenery scenery, Predicate<Promise> measured) {
    Workspace workspace = scenery.snapshot().workspace();
    Map<String, String> titles =
        workspace.charter().activities().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().title()));
    return new Clauses(
        scenery.now(),
        workspace.charter().organisation().company().name(),
        ClauseTable.of(
            workspace.promises(),
            workspace.findings(),
            workspace.clauses(),
            new ClauseTable.Known(
                p -> p.header().way() == Way.ATTEST || measured.test(p),
                id ->
                    Optional.ofNullable(scenery.seen().get(id)).map(s -> s.judgement().verdict()))),
        titles,
        Ledger.lastProof(scenery.book()));
  }
}

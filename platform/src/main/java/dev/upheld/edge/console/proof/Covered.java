package dev.upheld.edge.console.proof;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.edge.console.view.Counts;
import dev.upheld.edge.console.view.Coverage;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.probe.board.Clauses;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Carrier;
import dev.upheld.verdict.clause.Clause;
import dev.upheld.verdict.clause.ClauseTable;
import dev.upheld.verdict.clause.Tally;
import java.util.List;
import java.util.function.Function;

/** From clauses to the page that shows them. Pure but for the languages of sentences. */
final class Covered {
  private Covered() {}

  /**
   * The page.
   *
   * @param languages in which the charter says a promise
   */
  static Coverage page(
      Clauses clauses, Coverage.Filter filter, Function<PromiseId, String> languages) {
    ClauseTable table = clauses.table();
    return new Coverage(
        clauses.at(),
        clauses.lastProof(),
        filter,
        duties(table),
        totals(table),
        table.clauses().stream()
            .filter(c -> fits(c, filter))
            .map(c -> clause(c, filter, languages))
            .toList(),
        Shown.findings(table.findings(), clauses.titles()).findings());
  }

  private static List<Duty> duties(ClauseTable table) {
    return table.clauses().stream()
        .flatMap(c -> c.carriers().stream())
        .map(c -> c.promise().duty())
        .distinct()
        .sorted()
        .toList();
  }

  private static Coverage.Totals totals(ClauseTable table) {
    Tally tally = table.tally();
    return new Coverage.Totals(
        table.listed().isPresent(),
        tally.clauses(),
        tally.standing(),
        tally.byBacking(),
        new Counts(
            tally.of(Verdict.BROKEN),
            tally.of(Verdict.UNPROVEN),
            tally.of(Verdict.AT_RISK),
            tally.of(Verdict.UPHELD)),
        table.missing(),
        table.unlisted());
  }

  /** What asks for promises leaves out clauses that have none such. */
  private static boolean fits(Clause clause, Coverage.Filter filter) {
    boolean ofPromises =
        filter.way().isPresent() || filter.duty().isPresent() || filter.verdict().isPresent();
    return filter.state().map(s -> s == clause.backing()).orElse(true)
        && (!ofPromises || clause.carriers().stream().anyMatch(c -> fits(c, filter)));
  }

  private static boolean fits(Carrier carrier, Coverage.Filter filter) {
    return filter.way().map(w -> w == carrier.promise().header().way()).orElse(true)
        && filter.duty().map(d -> d == carrier.promise().duty()).orElse(true)
        && filter.verdict().map(v -> carrier.verdict().filter(v::equals).isPresent()).orElse(true);
  }

  private static Coverage.Clause clause(
      Clause clause, Coverage.Filter filter, Function<PromiseId, String> languages) {
    return new Coverage.Clause(
        clause.id(),
        clause.backing(),
        clause.carriers().stream()
            .filter(c -> fits(c, filter))
            .map(c -> carrier(c, languages))
            .toList(),
        clause.findings().stream().map(f -> f.code().code()).distinct().toList());
  }

  private static Coverage.Carrier carrier(Carrier carrier, Function<PromiseId, String> languages) {
    Header header = carrier.promise().header();
    return new Coverage.Carrier(
        new PromiseRef(header.id().toString(), header.sentence(), languages.apply(header.id())),
        carrier.promise().kind(),
        header.way(),
        carrier.promise().duty(),
        header.law().stream().map(LawRef::citation).distinct().toList(),
        carrier.built(),
        carrier.verdict().orElse(Verdict.UNPROVEN));
  }
}

package dev.upheld.app.proof;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.keep.Book;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.keep.Timeline;
import dev.upheld.probe.watch.ProbeSchedule;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Judgement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges what a run found by everything that is kept, not by the run alone. */
public final class Judging {
  private final ProbeSchedule schedule;
  private final InstantSource clock;

  /**
   * @param schedule says how long a measurement counts
   */
  public Judging(ProbeSchedule schedule, InstantSource clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  /** The report of a run that is in the book already. */
  public ProveReport of(ProveReport report, Snapshot snapshot, Book book) {
    Map<PromiseId, Statement> statements = new HashMap<>();
    snapshot.statements().forEach(s -> statements.put(s.promise(), s));
    List<PromiseResult> results =
        report.results().stream()
            .map(
                r ->
                    Optional.ofNullable(statements.get(r.promise().id()))
                        .map(s -> judged(r, s, book))
                        .orElse(r))
            .toList();
    return new ProveReport(report.at(), report.took(), results, report.systems());
  }

  /** What failed in this run stays failed in its report, whatever was seen before. */
  private PromiseResult judged(PromiseResult result, Statement statement, Book book) {
    PromiseId id = result.promise().id();
    Judgement kept =
        new Timeline(statement.claim(), book.evidence(id), schedule.freshness(id))
            .at(book.now(clock.instant()));
    boolean failed = result.evidence().isEmpty() && result.cause() == ExitCode.Cause.NOT_SEEN;
    if (failed || kept.restsOn().isEmpty()) {
      return result;
    }
    boolean now = !result.evidence().isEmpty();
    Judgement told = now && same(kept, result) ? result.judgement() : kept;
    return new PromiseResult(
        result.promise(),
        told,
        result.evidence(),
        now ? result.cause() : ExitCode.Cause.MEASURED,
        Optional.empty(),
        result.drift());
  }

  /** This run's own judgement has the figures and texts as well. */
  private static boolean same(Judgement kept, PromiseResult result) {
    return kept.verdict() == result.verdict();
  }
}

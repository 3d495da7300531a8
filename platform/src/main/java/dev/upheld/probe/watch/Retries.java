package dev.upheld.probe.watch;

import static dev.upheld.store.generated.Tables.PROBE_CURRENT;
import static org.jooq.impl.DSL.any;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.keep.Statement;
import dev.upheld.store.generated.tables.records.ProbeCurrentRecord;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * When what was measured is measured again: as the schedule says, and what could not be seen
 * sooner. A system that was away for a minute shall not leave its promises unproven for a day; one
 * that is away for long is asked ever more seldom.
 *
 * @param began when the measurement began
 */
public record Retries(ProbeSchedule schedule, Instant began) {
  private static final Duration FIRST = Duration.ofMinutes(10);

  /** Whether it could have been seen, but was not. */
  public static boolean unseen(PromiseResult result) {
    return result.cause() == ExitCode.Cause.NOT_SEEN;
  }

  /**
   * The next time of each.
   *
   * @param tx before these results are kept in it
   */
  Map<PromiseId, Instant> next(DSLContext tx, List<PromiseResult> results) {
    List<PromiseResult> missed = results.stream().filter(Retries::unseen).toList();
    Map<PromiseId, ProbeCurrentRecord> before = missed.isEmpty() ? Map.of() : last(tx, missed);
    Map<PromiseId, Instant> next = new HashMap<>();
    for (PromiseResult result : results) {
      PromiseId id = result.promise().id();
      Instant usual = schedule.next(id, began);
      Instant soon = began.plus(pause(result, Optional.ofNullable(before.get(id))));
      next.put(id, unseen(result) && soon.isBefore(usual) ? soon : usual);
    }
    return next;
  }

  /** Twice the time since it was missed the last time, if it was missed then as well. */
  private Duration pause(PromiseResult result, Optional<ProbeCurrentRecord> last) {
    return last.filter(l -> l.getFound().equals(Outcome.UNSEEN.name()))
        .filter(l -> result.evidence().stream().anyMatch(e -> e.digest().equals(l.getDigest())))
        .map(l -> Duration.between(l.getAt(), began).multipliedBy(2))
        .filter(d -> d.compareTo(FIRST) > 0)
        .orElse(FIRST);
  }

  /** What each measurement before these found. */
  private static Map<PromiseId, ProbeCurrentRecord> last(
      DSLContext tx, List<PromiseResult> results) {
    String[] promises =
        results.stream().map(r -> r.promise().id().toString()).toArray(String[]::new);
    Map<PromiseId, ProbeCurrentRecord> last = new HashMap<>();
    tx.selectFrom(PROBE_CURRENT)
        .where(PROBE_CURRENT.PROMISE.eq(any(promises)))
        .and(PROBE_CURRENT.SOURCE.eq(Evidence.Source.PROBE.name()))
        .orderBy(PROBE_CURRENT.AT, PROBE_CURRENT.ENTRY)
        .forEach(row -> last.put(Statement.id(row.getPromise()), row));
    return last;
  }
}

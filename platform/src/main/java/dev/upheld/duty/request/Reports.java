package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_HEARD;
import static dev.upheld.store.generated.Tables.REQUEST_TASK;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.store.generated.tables.records.RequestTaskRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What systems say of tasks that were given for them: done, with what they counted, or failed. Who
 * says it was made sure before, by a signature; here each message counts once. Thread-safe.
 */
public final class Reports {
  /** A message whose signature is older is refused anyway. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Desk desk;
  private final Acts acts;
  private final Flow flow;

  Reports(Desk desk, Acts acts, Flow flow) {
    this.desk = desk;
    this.acts = acts;
    this.flow = flow;
  }

  /**
   * Who reports.
   *
   * @param key its name, which says nothing of a person
   * @param system whose tasks alone it may report; empty for all tasks
   */
  public record Sender(String key, Optional<String> system) {}

  /**
   * A message.
   *
   * @param id chosen by the sender, another for each message
   * @param isDone whether the task is done; it failed otherwise
   * @param counts what was done, by word: {@code erased}
   * @param note for people; may be personal data
   */
  public record Report(
      String id, UUID task, boolean isDone, SortedMap<String, Long> counts, Optional<String> note) {
    public Report {
      counts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    @Override
    public String toString() {
      return "Report";
    }
  }

  /** From whom it came, and when. */
  record Heard(String key, Instant at) {}

  /**
   * Takes a report.
   *
   * @throws dev.upheld.kernel.ProblemException when there is no such task for this sender, it is
   *     done, its request is ended, or the message was taken before
   */
  public void take(Report report, Sender sender) {
    CaseRef ref = find(report.task(), sender).orElseThrow(Reports::unknown);
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          refuseHeard(on.tx(), report, sender);
          on.mustBeOpen();
          if (!desk.cases()
              .reported(on.tx(), on.row(), report, new Heard(sender.key(), desk.now()))) {
            throw RequestProblem.notNow();
          }
          return told(on, report, sender);
        });
  }

  private Optional<CaseRef> find(UUID task, Sender sender) {
    return desk.store()
        .dsl()
        .selectFrom(REQUEST_TASK)
        .where(REQUEST_TASK.ID.eq(task))
        .fetchOptional()
        .filter(row -> mayReport(row, sender))
        .map(row -> new CaseRef(row.getRef()));
  }

  private static boolean mayReport(RequestTaskRecord row, Sender sender) {
    return sender.system().map(s -> s.equals(row.getSystem())).orElse(true);
  }

  /** The same words for a task that is not there and one of another system. */
  private static dev.upheld.kernel.ProblemException unknown() {
    return RequestProblem.NO_TASK.because(
        "There is no such task for this key.",
        "Name the task as request.task-given did; the key of a system reports its tasks alone.");
  }

  private void refuseHeard(DSLContext tx, Report report, Sender sender) {
    int first =
        tx.insertInto(REQUEST_HEARD)
            .set(REQUEST_HEARD.KEY, sender.key())
            .set(REQUEST_HEARD.ID, report.id())
            .set(REQUEST_HEARD.AT, desk.now())
            .onConflictDoNothing()
            .execute();
    if (first == 0) {
      throw RequestProblem.HEARD.because(
          "A message of this id was taken already.",
          "If you only repeat it, all is well; a new message needs a new id.");
    }
  }

  private Told told(On on, Report report, Sender sender) {
    if (!report.isDone()) {
      desk.tellOfficers(
          on.tx(), "request-failed", Map.of("ref", on.ref().value(), "by", sender.key()));
    }
    return Told.quietly(report.isDone() ? "task-done" : "task-failed")
        .with("task", report.task().toString())
        .with("by", sender.key())
        .with("counts", report.counts());
  }

  /**
   * Counts a message whose signature is wrong.
   *
   * @param source where it comes from in the network
   * @return false when there were too many
   */
  public boolean strange(String source) {
    return flow.let(Flow.Kind.SIGNATURE, source);
  }

  /** Forgets messages that are too old to be taken again. */
  void tidy() {
    desk.store()
        .dsl()
        .deleteFrom(REQUEST_HEARD)
        .where(REQUEST_HEARD.AT.lt(desk.now().minus(REMEMBERED)))
        .execute();
  }
}

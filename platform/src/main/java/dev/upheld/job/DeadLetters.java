package dev.upheld.job;

import static dev.upheld.store.generated.Tables.JOB_DEAD;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.upheld.store.Store;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Where one-time jobs go that failed too often.
 *
 * @param store holds the table
 * @param retry when it is too often
 */
record DeadLetters(Store store, Retry retry) implements FailureHandler<String> {

  @Override
  public void onFailure(ExecutionComplete complete, ExecutionOperations<String> operations) {
    int failures = complete.getExecution().consecutiveFailures + 1;
    if (failures < retry.attempts()) {
      operations.reschedule(complete, complete.getTimeDone().plus(retry.pause(failures)));
      return;
    }
    // Laid down first: if we are killed in between, the job is tried once more, not lost.
    lay(complete, failures);
    operations.stop();
  }

  private void lay(ExecutionComplete complete, int failures) {
    String reason =
        complete
            .getCause()
            .filter(Execution.Failed.class::isInstance)
            .map(Throwable::getMessage)
            .orElseGet(JobProblem.FAILED::code);
    Object data = complete.getExecution().taskInstance.getData();
    store
        .dsl()
        .insertInto(JOB_DEAD)
        .set(JOB_DEAD.NAME, complete.getExecution().getTaskName())
        .set(JOB_DEAD.ID, complete.getExecution().getId())
        .set(JOB_DEAD.PAYLOAD, data instanceof String text ? text : "")
        .set(JOB_DEAD.ATTEMPTS, failures)
        .set(JOB_DEAD.REASON, reason)
        .set(JOB_DEAD.DIED_AT, complete.getTimeDone())
        .onConflict(JOB_DEAD.NAME, JOB_DEAD.ID)
        .doUpdate()
        .set(JOB_DEAD.ATTEMPTS, DSL.excluded(JOB_DEAD.ATTEMPTS))
        .set(JOB_DEAD.PAYLOAD, DSL.excluded(JOB_DEAD.PAYLOAD))
        .set(JOB_DEAD.REASON, DSL.excluded(JOB_DEAD.REASON))
        .set(JOB_DEAD.DIED_AT, DSL.excluded(JOB_DEAD.DIED_AT))
        .execute();
  }

  static List<DeadJob> all(DSLContext dsl) {
    return dsl.selectFrom(JOB_DEAD)
        .orderBy(JOB_DEAD.DIED_AT, JOB_DEAD.NAME, JOB_DEAD.ID)
        .fetch(
            row ->
                new DeadJob(
                    row.getName(),
                    row.getId(),
                    row.getAttempts(),
                    row.getReason(),
                    row.getDiedAt()));
  }

  /**
   * Takes a dead job out and enqueues it again.
   *
   * @return false when there is none, or its last execution has not ended yet
   */
  static boolean revive(DSLContext tx, String name, String id, Instant at) {
    Condition which = JOB_DEAD.NAME.eq(name).and(JOB_DEAD.ID.eq(id));
    return tx.select(JOB_DEAD.PAYLOAD)
            .from(JOB_DEAD)
            .where(which)
            .fetchOptional(JOB_DEAD.PAYLOAD)
            .filter(payload -> Jobs.planned(tx, name, id, payload, at))
            .isPresent()
        && tx.deleteFrom(JOB_DEAD).where(which).execute() == 1;
  }
}

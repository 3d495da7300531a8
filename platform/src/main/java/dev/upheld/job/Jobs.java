package dev.upheld.job;

import static dev.upheld.store.generated.Tables.JOB;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.upheld.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Durable jobs on the store. First every job is named with its work, then {@link #start} begins;
 * several processes may do so on one store, and each job runs in one of them at a time. A process
 * that is killed is taken over by another.
 */
public final class Jobs implements AutoCloseable {
  private static final String TABLE = "upheld.job";

  /** Held, because a logger nobody holds forgets its level. It reports each start and stop. */
  private final Logger noise = Logger.getLogger("com.github.kagkarlsson.scheduler");

  private final Store store;
  private final JobTiming timing;
  private final InstantSource clock;
  private final List<Task<?>> onDemand = new ArrayList<>();
  private final List<RecurringTask<Void>> recurring = new ArrayList<>();
  private Optional<Scheduler> running = Optional.empty();

  /** Jobs of this store; nothing runs yet. */
  public Jobs(Store store, JobTiming timing, InstantSource clock) {
    this.store = store;
    this.timing = timing;
    this.clock = clock;
  }

  /**
   * A job that runs again so long after it ended; for the first time at once.
   *
   * @param name unique, dotted lower case: {@code journal.seal}
   */
  public Jobs every(String name, Duration pause, JobWork work) {
    return recurring(name, Schedules.fixedDelay(pause), work);
  }

  /** A job that runs every day at this time of this zone. */
  public Jobs daily(String name, LocalTime at, ZoneId zone, JobWork work) {
    return recurring(name, Schedules.daily(zone, at), work);
  }

  private Jobs recurring(String name, Schedule schedule, JobWork work) {
    recurring.add(
        Tasks.recurring(name, schedule)
            .execute((instance, context) -> new Execution(instance, context).run(work)));
    return this;
  }

  /** A job that runs once for each time it is enqueued, and again as long as it fails. */
  public Jobs onDemand(String name, Retry retry, JobWork work) {
    OneTimeTask<String> task =
        Tasks.oneTime(name, String.class)
            .onFailure(new DeadLetters(store, retry))
            .execute((instance, context) -> new Execution(instance, context).run(work));
    onDemand.add(task);
    return this;
  }

  /** Begins to run what is due, in threads of its own. */
  public synchronized Jobs start() {
    noise.setLevel(Level.WARNING);
    Scheduler scheduler =
        Scheduler.create(store.dataSource(), onDemand)
            .startTasks(startTasks())
            .tableName(TABLE)
            .serializer(new Text())
            .schedulerName(new SchedulerName.Fixed("upheld-" + UUID.randomUUID()))
            .threads(timing.threads())
            .pollingInterval(timing.poll())
            .heartbeatInterval(timing.heartbeat())
            .missedHeartbeatsLimit(JobTiming.MISSED)
            .shutdownMaxWait(timing.patience())
            .failureLogging(LogLevel.WARN, false)
            .clock(clock::instant)
            .build();
    scheduler.start();
    running = Optional.of(scheduler);
    return this;
  }

  @SuppressWarnings(
      "unchecked") // the builder wants an intersection of types that generics cannot name
  private <T extends Task<?> & OnStartup> List<T> startTasks() {
    return (List<T>) (List<?>) recurring;
  }

  /**
   * Plans a one-time job within the caller's transaction: it exists exactly when that commits. An
   * id that is planned already stays as it is.
   *
   * @param id what makes it the same job when planned twice
   * @param payload handed to the work
   * @param at not before
   */
  public static void enqueue(DSLContext tx, String name, String id, String payload, Instant at) {
    var _ = planned(tx, name, id, payload, at);
  }

  /** Whether it was not planned before. */
  static boolean planned(DSLContext tx, String name, String id, String payload, Instant at) {
    return tx.insertInto(JOB)
            .set(JOB.TASK_NAME, name)
            .set(JOB.TASK_INSTANCE, id)
            .set(JOB.TASK_DATA, Text.bytes(payload))
            .set(JOB.EXECUTION_TIME, at)
            .set(JOB.PICKED, false)
            .set(JOB.VERSION, 1L)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /**
   * Plans a one-time job in a transaction of its own, for as soon as somebody is free; one that
   * waits to be tried again does so now.
   */
  public void enqueue(String name, String id, String payload) {
    Instant now = clock.instant();
    var _ =
        store.inTransaction(
            tx ->
                planned(tx, name, id, payload, now)
                    || tx.update(JOB)
                            .set(JOB.EXECUTION_TIME, now)
                            .where(idle(name, id))
                            .and(JOB.EXECUTION_TIME.gt(now))
                            .execute()
                        == 1);
    look();
  }

  private static Condition idle(String name, String id) {
    return JOB.TASK_NAME.eq(name).and(JOB.TASK_INSTANCE.eq(id)).andNot(JOB.PICKED);
  }

  /** Takes back a one-time job that nobody is at work on, within the caller's transaction. */
  public static void cancel(DSLContext tx, String name, String id) {
    tx.deleteFrom(JOB).where(idle(name, id)).execute();
  }

  /** Whether somebody is at work on a one-time job, or was when their process ended. */
  public static boolean isAtWork(DSLContext dsl, String name, String id) {
    return dsl.fetchExists(
        JOB, JOB.TASK_NAME.eq(name), JOB.TASK_INSTANCE.eq(id), JOB.PICKED.isTrue());
  }

  /** Which one-time jobs of a name wait for their turn, or are at work. */
  public static Set<String> planned(DSLContext dsl, String name) {
    return dsl.select(JOB.TASK_INSTANCE)
        .from(JOB)
        .where(JOB.TASK_NAME.eq(name))
        .fetchSet(JOB.TASK_INSTANCE);
  }

  /** Looks for due jobs at once, instead of at the next poll; after a commit that planned one. */
  public synchronized void look() {
    running.ifPresent(Scheduler::triggerCheckForDueExecutions);
  }

  /** Jobs that were given up, oldest first. */
  public static List<DeadJob> dead(DSLContext dsl) {
    return DeadLetters.all(dsl);
  }

  /**
   * Plans a dead job again within the caller's transaction, as if it had never been tried.
   *
   * @return false when there is no such dead job, or it is about to be laid down
   */
  public static boolean revive(DSLContext tx, String name, String id, Instant at) {
    return DeadLetters.revive(tx, name, id, at);
  }

  /** Begins nothing new and waits a while for what runs. */
  @Override
  public synchronized void close() {
    running.ifPresent(Scheduler::stop);
    running = Optional.empty();
  }
}

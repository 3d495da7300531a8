package dev.upheld.job;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.upheld.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/** One execution, seen through db-scheduler's eyes. */
record Execution(TaskInstance<?> instance, ExecutionContext context) implements JobRun {

  /**
   * Runs the work. What it throws goes no further than its code: db-scheduler writes exceptions to
   * the log, and their messages can hold anything.
   */
  void run(JobWork work) {
    try {
      work.run(this);
    } catch (ProblemException e) {
      throw new Failed(e.problems().getFirst().code().code());
    } catch (RuntimeException e) {
      throw new Failed(e.getClass().getSimpleName());
    }
  }

  /** A failure that may be logged. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String reason) {
      super(reason, null, false, false);
    }
  }

  @Override
  public String id() {
    return instance.getId();
  }

  @Override
  public String payload() {
    @Nullable Object data = instance.getData();
    return data instanceof String text ? text : "";
  }

  @Override
  public int failures() {
    return context.getExecution().consecutiveFailures;
  }

  @Override
  public boolean stopping() {
    return context.getSchedulerState().isShuttingDown();
  }

  @Override
  public boolean leaseInDoubt() {
    return context.getCurrentlyExecuting().getHeartbeatState().hasStaleHeartbeat();
  }
}

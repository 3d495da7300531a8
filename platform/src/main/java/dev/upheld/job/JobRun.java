package dev.upheld.job;

/** One execution of a job, as its work sees it. */
public interface JobRun {

  /** The id it was enqueued under; of a recurring job, the same every time. */
  String id();

  /** What was handed over when it was enqueued; empty for a recurring job. */
  String payload();

  /** How often it failed in a row before this time. */
  int failures();

  /** Whether the process is asked to stop: finish what is begun, begin nothing new. */
  boolean stopping();

  /**
   * Whether the lease is in doubt: this process could not renew it in time, so that another may
   * have taken the job over. Long work asks before each step, and ends without a trace when it is.
   */
  boolean leaseInDoubt();
}

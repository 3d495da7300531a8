package dev.upheld.job;

import java.time.Duration;

/**
 * How eager the jobs are.
 *
 * @param threads how many run at once in this process
 * @param poll how often to look for jobs that are due
 * @param heartbeat how often the lease on a running job is renewed; after four missed renewals the
 *     process counts as dead, and within two more another takes its jobs over
 * @param patience how long a stop waits for running jobs
 */
public record JobTiming(int threads, Duration poll, Duration heartbeat, Duration patience) {
  /** The fewest that db-scheduler allows: one slow answer of the database is no death. */
  static final int MISSED = 4;

  /**
   * Whoever asks for a code by mail has it in a second; a killed process is replaced in a minute.
   */
  public static final JobTiming USUAL =
      new JobTiming(4, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(20));
}

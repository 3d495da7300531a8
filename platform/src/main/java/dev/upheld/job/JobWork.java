package dev.upheld.job;

/**
 * What a job does. It may be done twice: a process can be killed between the work and the note that
 * it is done. Work that must not be doubled writes a mark in the transaction of its effect.
 */
@FunctionalInterface
public interface JobWork {

  /**
   * Does it.
   *
   * @throws RuntimeException when it failed; what the message says goes nowhere
   */
  void run(JobRun run);
}

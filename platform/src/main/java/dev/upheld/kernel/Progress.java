package dev.upheld.kernel;

/** Hears how far a long piece of work has come. Implementations must be safe for many threads. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = (step, done, total) -> {};

  /**
   * @param step what is being done, in the present tense: "counting visits"
   * @param done units finished so far
   * @param total units in all; 0 when unknown
   */
  void report(String step, long done, long total);
}

package dev.upheld.bench;

import java.nio.file.Path;

/** One benchmark. Brings its own servers and data, below a folder that is removed afterwards. */
public interface Benchmark {

  /** What one types after {@code bench/run}: kebab-case, stable. */
  String name();

  /** One sentence: what is measured, on how much data. */
  String what();

  /**
   * Measures.
   *
   * @param checkout the root of the checkout, with {@code ./upheld} built
   * @param report takes the figures
   * @throws Exception when it could not measure; nothing is reported then
   */
  void run(Path checkout, Report report) throws Exception;
}

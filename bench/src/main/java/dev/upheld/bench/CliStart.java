package dev.upheld.bench;

import java.nio.file.Path;
import java.util.Map;

/** What it costs to type {@code upheld --help}. */
final class CliStart implements Benchmark {

  private static final int ROUNDS = 11;
  private static final double TARGET_CPU_SECONDS = 0.5;

  @Override
  public String name() {
    return "cli-start";
  }

  @Override
  public String what() {
    return "CPU seconds of `./upheld --help`, launcher included, with the AOT cache and without";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    String upheld = checkout.resolve("upheld").toString();
    report.atMost(
        "cpu-seconds",
        Rounds.median(ROUNDS, () -> ProcessCost.cpuSeconds(checkout, Map.of(), upheld, "--help")),
        TARGET_CPU_SECONDS);
    Map<String, String> withoutCache = Map.of("UPHELD_JAVA_OPTS", "-XX:AOTMode=off");
    report.figure(
        "cpu-seconds-without-cache",
        Rounds.median(
            ROUNDS, () -> ProcessCost.cpuSeconds(checkout, withoutCache, upheld, "--help")));
  }
}

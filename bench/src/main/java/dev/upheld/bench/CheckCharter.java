package dev.upheld.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What it costs to check a charter of 500 activities. */
final class CheckCharter implements Benchmark {

  private static final int ACTIVITIES = 500;
  private static final int ROUNDS = 7;
  private static final double TARGET_CPU_SECONDS = 1.0;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String what() {
    return "CPU seconds of `./upheld check` on a charter of " + ACTIVITIES + " activities";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    Path workspace = Files.createTempDirectory("upheld-bench-check");
    try {
      LargeCharter.write(workspace, ACTIVITIES);
      String upheld = checkout.resolve("upheld").toString();
      String folder = workspace.toString();
      report.atMost(
          "cpu-seconds",
          Rounds.median(
              ROUNDS, () -> ProcessCost.cpuSeconds(checkout, Map.of(), upheld, "check", folder)),
          TARGET_CPU_SECONDS);
      Map<String, String> cold = Map.of("UPHELD_JAVA_OPTS", "-XX:AOTMode=off");
      report.figure(
          "cpu-seconds-without-cache",
          Rounds.median(
              ROUNDS, () -> ProcessCost.cpuSeconds(checkout, cold, upheld, "check", folder)));
    } finally {
      delete(workspace);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

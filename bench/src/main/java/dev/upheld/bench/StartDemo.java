package dev.upheld.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How long the second {@code ./upheld demo} takes to its first page, and what memory it needs. */
final class StartDemo implements Benchmark {
  private static final int ROUNDS = 3;
  private static final int VISITS = 300;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String what() {
    return "seconds of the second `./upheld demo` to the first page, with the AOT cache and"
        + " without; resident memory";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    Path home = Files.createTempDirectory("upheld-bench-start");
    if (!home.toFile().setExecutable(true, false) || !home.toFile().setReadable(true, false)) {
      throw new IOException("cannot let the database account into " + home);
    }
    Map<String, String> cached = Map.of("UPHELD_HOME", home.toString());
    Map<String, String> uncached = new HashMap<>(cached);
    uncached.put("UPHELD_JAVA_OPTS", "-XX:AOTMode=off");
    try {
      report.figure("first-start-seconds", firstPage(checkout, cached));
      report.figure(
          "second-start-seconds", Rounds.median(ROUNDS, () -> firstPage(checkout, cached)));
      report.figure(
          "second-start-seconds-without-cache",
          Rounds.median(ROUNDS, () -> firstPage(checkout, uncached)));
      memory(checkout, cached, report);
    } finally {
      new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
    }
  }

  private static double firstPage(Path checkout, Map<String, String> environment)
      throws IOException, InterruptedException {
    try (ConsoleProcess console = started(checkout, environment)) {
      return console.secondsToFirstPage();
    }
  }

  private static ConsoleProcess started(Path checkout, Map<String, String> environment)
      throws IOException, InterruptedException {
    return ConsoleProcess.start(checkout, environment, "demo", "--port", "0");
  }

  private static void memory(Path checkout, Map<String, String> environment, Report report)
      throws IOException, InterruptedException {
    try (ConsoleProcess console = started(checkout, environment)) {
      report.figure("resident-megabytes-idle", console.residentMegabytes());
      for (int i = 0; i < VISITS; i++) {
        console.page(i % 2 == 0 ? "/promises" : "/");
      }
      report.figure("resident-megabytes-in-use", console.residentMegabytes());
    }
  }
}

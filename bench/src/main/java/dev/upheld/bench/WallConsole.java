package dev.upheld.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The wall of five hundred promises with a year of history, asked for fifty times a second. The
 * time to the first byte is taken by the clock: the CPU that the server spends on it is less.
 */
final class WallConsole implements Benchmark {
  private static final int ACTIVITIES = 72;
  private static final int A_SECOND = 50;
  private static final int WARM_SECONDS = 20;
  private static final int SECONDS = 30;

  @Override
  public String name() {
    return "wall";
  }

  @Override
  public String what() {
    return "milliseconds to the first byte of the wall of 500 promises with a year of history, at "
        + A_SECOND
        + " requests a second";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    Path home = Files.createTempDirectory("upheld-bench-wall");
    if (!home.toFile().setExecutable(true, false) || !home.toFile().setReadable(true, false)) {
      throw new IOException("cannot let the database account into " + home);
    }
    Path workspace = Files.createDirectories(home.resolve("workspace"));
    LargeCharter.write(workspace, ACTIVITIES);
    try (ConsoleProcess console =
        ConsoleProcess.of(command(workspace), Map.of("UPHELD_HOME", home.toString()))) {
      drive(console, WARM_SECONDS);
      double before = console.cpuSeconds();
      double[] taken = drive(console, SECONDS);
      double cpu = console.cpuSeconds() - before;
      Arrays.sort(taken);
      report.atMost("first-byte-ms-p99", 1_000 * taken[(int) (taken.length * 0.99)], 100);
      report.figure("first-byte-ms-median", 1_000 * taken[taken.length / 2]);
      report.figure("server-cpu-ms-per-request", 1_000 * cpu / taken.length);
      report.figure("requests", taken.length);
      report.figure("page-kilobytes", console.page("/promises") / 1024.0);
      report.figure("resident-megabytes", console.residentMegabytes());
    } finally {
      new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
    }
  }

  /** As ./upheld starts the server: the same heap and collector. */
  private static List<String> command(Path workspace) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-cp",
        System.getProperty("java.class.path"),
        WallServer.class.getName(),
        workspace.toString());
  }

  /** Seconds to the first byte of each request; they begin on time, whatever the last one does. */
  private static double[] drive(ConsoleProcess console, int seconds) throws Exception {
    List<Future<Double>> answers = new ArrayList<>();
    long began = System.nanoTime();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < seconds * A_SECOND; i++) {
        long wait = began + i * (TimeUnit.SECONDS.toNanos(1) / A_SECOND) - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        answers.add(each.submit(() -> console.secondsToFirstByte("/promises")));
      }
      double[] taken = new double[answers.size()];
      for (int i = 0; i < taken.length; i++) {
        taken[i] = answers.get(i).get();
      }
      return taken;
    }
  }
}

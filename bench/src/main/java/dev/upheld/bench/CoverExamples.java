package dev.upheld.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many clauses of the five source policies stand, how many are live, and what asking costs. */
final class CoverExamples implements Benchmark {

  private static final List<String> EXAMPLES =
      List.of("clever-cloud", "clever-cloud-morocco", "cloud-pbs", "cloud-temple", "clouder");

  private static final int CLAUSES = 100;
  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public String what() {
    return "clauses of the five source policies on promises or findings, those that are live, and"
        + " the seconds of `./upheld coverage`";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    String[] command =
        Stream.of(
                Stream.of(checkout.resolve("upheld").toString(), "coverage", "--format", "json"),
                EXAMPLES.stream().map(e -> "examples/" + e))
            .flatMap(s -> s)
            .toArray(String[]::new);
    JsonNode totals = JsonMapper.shared().readTree(said(checkout, command)).get("totals");
    report.atLeast("clauses", totals.get("standing").asInt(), CLAUSES);
    report.atMost("clauses-missing", totals.get("missing").asInt(), 0);
    report.figure("clauses-live", totals.get("live").asInt());
    report.figure("clauses-partly-live", totals.get("partly").asInt());
    report.figure("clauses-waiting", totals.get("waiting").asInt());
    report.figure("seconds", Rounds.median(ROUNDS, () -> seconds(checkout, command)));
    report.figure(
        "cpu-seconds",
        Rounds.median(ROUNDS, () -> ProcessCost.cpuSeconds(checkout, Map.of(), command)));
  }

  private static double seconds(Path checkout, String... command) throws Exception {
    long began = System.nanoTime();
    said(checkout, command);
    return (System.nanoTime() - began) / 1e9;
  }

  private static String said(Path checkout, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(checkout.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("coverage ended with " + process.exitValue());
    }
    return out;
  }
}

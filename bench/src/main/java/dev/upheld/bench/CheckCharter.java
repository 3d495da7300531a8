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
      write(workspace);
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

  /** A sound charter: its words are shared, its activities differ in period and data. */
  private static void write(Path workspace) throws IOException {
    StringBuilder charter = new StringBuilder(HEAD);
    for (int i = 0; i < ACTIVITIES; i++) {
      charter.append(
          """
            activity-%d:
              title: Activity %d
              owner: team%d@large.example
              role: controller
              purpose: {is: purpose-%d, clause: [LC-%d]}
              basis: {is: contract}
              subjects: [customers]
              data: {only: [name, email, phone], clause: [LC-%d]}
              keep: {for: %d months, from: last-contact, then: delete}
              recipients: [{who: helper, for: sending}]
          """
              .formatted(i, i, i % 20, i, i, i, 6 + i % 24)
              .indent(0));
    }
    Files.writeString(workspace.resolve("charter.yaml"), charter.append(TAIL));
    Files.createDirectories(workspace.resolve("docs"));
    Files.writeString(workspace.resolve("docs/dpa.md"), "The contract with Helper.\n");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final String HEAD =
      """
      upheld: 1
      company: {id: large, name: Large, country: FR, zone: Europe/Paris}
      contacts:
        dpo: {name: Data protection officer, email: dpo@large.example}
      jurisdictions: [fr]
      languages: {list: [en], prevailing: en}
      vocabulary:
        name: {is: pd:Name}
        email: {is: pd:EmailAddress}
        phone: {is: pd:TelephoneNumber}
      subjects:
        customers: {is: customer}
      recipients:
        helper: {name: Helper, country: FR, role: processor, dpa: docs/dpa.md}
      activities:
      """;

  private static final String TAIL =
      """
      rights:
        - {right: access, answer: 1 month}
        - {right: rectification, answer: 1 month}
        - {right: erasure, answer: 1 month}
        - {right: restriction, answer: 1 month}
        - {right: portability, answer: 1 month}
        - {right: post-mortem, answer: 1 month}
      """;
}

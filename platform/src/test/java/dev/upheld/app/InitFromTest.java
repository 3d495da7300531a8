package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code upheld init --from}: every example can be begun from, and nobody is left in it. */
class InitFromTest {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  @TempDir Path folder;

  private Run init(String from, String to) {
    return new Terminal(folder, Map.of())
        .run(
            "init",
            "--from",
            from,
            "--company",
            "acme",
            "--name",
            "Acme, Hosting & Co",
            "--contact",
            "dpo@acme.test",
            to);
  }

  @ParameterizedTest
  @CsvSource({
    "clever-cloud, clever.?cloud",
    "clever-cloud-morocco, clever.?cloud.?morocco",
    "cloud-temple, cloud.?temple",
    "cloud-pbs, cloud.?pbs|lenoit",
    "clouder, clouder",
    "demo, nimbus"
  })
  void everyExampleBecomesAWorkspaceOfOnesOwn(String example, String traces) throws IOException {
    Run run = init(example, "mine");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("check says: 0 faults", "go through mine/CHECKLIST.md");

    Terminal terminal = new Terminal(folder, Map.of());
    Run check = terminal.run("check", "mine");
    assertThat(check.exit()).as(check.all()).isZero();
    String source = EXAMPLES.resolve(example).toString();
    Run diff = terminal.run("diff", source, "mine");
    assertThat(diff.out()).contains("0 only in A, 0 only in B, 0 stricter in B");
    leftOnlyWhatTheChecklistNames(Pattern.compile(traces, Pattern.CASE_INSENSITIVE));
    assertThat(Files.readString(folder.resolve("mine/charter.yaml")))
        .doesNotContain("clause:", "balancing: docs/");
  }

  private void leftOnlyWhatTheChecklistNames(Pattern traces) throws IOException {
    String checklist = Files.readString(folder.resolve("mine/CHECKLIST.md"));
    try (Stream<Path> files = Files.walk(folder.resolve("mine"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.resolve("mine").relativize(file).toString();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size() && !path.equals("CHECKLIST.md"); i++) {
          boolean head = lines.get(i).startsWith("# Begun from ");
          if (!head && traces.matcher(lines.get(i)).find()) {
            assertThat(checklist)
                .as("%s: %s", path, lines.get(i))
                .contains("line " + (i + 1) + ": Still speaks of the other company.");
          }
        }
      }
    }
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    assertThat(init("cloud-pbs", "mine").exit()).isZero();
    String before = Files.readString(folder.resolve("mine/charter.yaml"));
    Run again = init("clouder", "mine");
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("file-exists", "nothing was written");
    assertThat(Files.readString(folder.resolve("mine/charter.yaml"))).isEqualTo(before);
    assertThat(folder.resolve("mine/datamap/office-db.yaml")).doesNotExist();
  }

  /** A link that leads nowhere is there, too: found late, it would leave half a workspace. */
  @Test
  void aDanglingLinkIsFoundBeforeAnythingIsWritten() throws IOException {
    Files.createDirectory(folder.resolve("mine"));
    Files.createSymbolicLink(folder.resolve("mine/texts"), folder.resolve("nowhere"));
    Files.createSymbolicLink(folder.resolve("mine/charter.yaml"), folder.resolve("away.yaml"));
    Run run = init("cloud-pbs", "mine");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("mine/charter.yaml is already there", "nothing was written");
    assertThat(folder.resolve("mine/datamap")).doesNotExist();
    assertThat(folder.resolve("away.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"--law, ma-09-8, Did you mean ma-09-08?", "--country, ZZ, not a country"})
  void aLawOrCountryThatIsNoneIsRefusedBeforeAnythingIsWritten(
      String option, String value, String told) {
    Run run = new Terminal(folder, Map.of()).run("init", "--from", "demo", option, value, "mine");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(told);
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  @Test
  void aLinkInTheSourceIsNotFollowed() throws IOException {
    assertThat(init("demo", "mine").exit()).isZero();
    Path secret = Files.writeString(folder.resolve("secret.md"), "not theirs");
    Files.createSymbolicLink(folder.resolve("mine/docs/linked.md"), secret);
    Run run = init("mine", "theirs");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("linked.md is a link, and links are not copied.");
    assertThat(folder.resolve("theirs")).doesNotExist();
  }

  @Test
  void everyFileWrittenIsCounted() throws IOException {
    assertThat(init("demo", "mine").exit()).isZero();
    Files.write(folder.resolve("mine/docs/scan.pdf"), new byte[] {1, 2, 3});
    Run run = init("mine", "theirs");
    long files;
    try (Stream<Path> all = Files.walk(folder.resolve("theirs"))) {
      files = all.filter(Files::isRegularFile).count();
    }
    assertThat(run.out()).contains("Wrote " + files + " files to theirs");
  }

  @Test
  void anUnknownNameListsTheExamples() {
    Run run = init("clever-clud", "mine");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "unknown-example", "Did you mean clever-cloud?", "cloud-pbs", "cloud-temple", "demo");
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  @Test
  void anyWorkspaceCanBeBegunFromAndAskedForAnotherLaw() throws IOException {
    assertThat(init("clever-cloud", "mine").exit()).isZero();
    Run run =
        new Terminal(folder, Map.of())
            .run(
                "init",
                "--from",
                "mine",
                "--company",
                "suomi",
                "--name",
                "Suomi Oy",
                "--country",
                "FI",
                "--law",
                "fi",
                "theirs");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(Files.readString(folder.resolve("theirs/charter.yaml")))
        .contains("id: suomi", "country: FI", "jurisdictions: [fi]", "email: not-stated")
        .doesNotContain("acme", "Acme");
  }

  @Test
  void withoutFromItBeginsAsBefore() throws IOException {
    Terminal terminal = new Terminal(folder, Map.of());
    assertThat(terminal.run("init", "--company", "acme", "plain").exit()).isZero();
    assertThat(folder.resolve("plain/CHECKLIST.md")).doesNotExist();
    assertThat(folder.resolve("plain/schema")).isDirectory();
    Run stray = terminal.run("init", "--law", "fr", "other");
    assertThat(stray.exit()).isEqualTo(2);
    assertThat(stray.err()).contains("go with --from");
  }
}

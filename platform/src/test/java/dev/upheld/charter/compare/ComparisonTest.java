package dev.upheld.charter.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparing says nothing where nothing differs, and the same from both sides where it does. */
class ComparisonTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path folder;

  static List<List<Path>> everyTwo() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      examples.filter(e -> Files.exists(e.resolve("charter.yaml"))).sorted().forEach(all::add);
    }
    List<List<Path>> pairs = new ArrayList<>();
    for (Path a : all) {
      for (Path b : all) {
        if (a.compareTo(b) < 0) {
          pairs.add(List.of(a, b));
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("everyTwo")
  void thereAndBackAreMirrorImages(List<Path> two) {
    Compared a = Sides.read(two.get(0));
    Compared b = Sides.read(two.get(1));
    assertThat(Comparison.of(a, b).equal()).isFalse();
    Mirrors.hold(a, b);
  }

  /** Charters of one company, each with some statements of the full one left out or changed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyTwoVersionsAreMirrorImages(long seed) {
    Random random = new Random(seed);
    Compared a = Sides.read(version(random, "a"));
    Compared b = Sides.read(version(random, "b"));
    Mirrors.hold(a, b);
  }

  private Path version(Random random, String name) {
    String charter = Workspaces.fullCharter();
    List<String[]> edits = new ArrayList<>(EDITS);
    Collections.shuffle(edits, random);
    for (String[] edit : edits.subList(0, 1 + random.nextInt(EDITS.size()))) {
      charter = charter.replace(edit[0], edit[1]);
    }
    return Workspaces.with(folder.resolve(name), charter);
  }

  private static final List<String[]> EDITS =
      List.of(
          new String[] {"    recipients: [tax-office]\n", "    recipients: [paygate, sister]\n"},
          new String[] {"purpose: recruit\n", "purpose: [recruit, plan-staff]\n"},
          new String[] {"  contacts-kept:\n", "  address-book:\n"},
          new String[] {"basis: public-task", "basis: contract"},
          new String[] {"basis: [contract, ", "basis: [legal-obligation, "},
          new String[] {
            "      - when: unused\n        for: 2 years\n        from: last-activity\n        warn: [2 months, 14 days]\n",
            ""
          },
          new String[] {"        warn: [2 months, 14 days]\n", ""},
          new String[] {"        warn: [2 months, 14 days]\n", "        warn: 14 days\n"},
          new String[] {
            "for: 30 days\n        from: collected", "for: 6 weeks\n        from: verified"
          },
          new String[] {"{right: rectification}", "{right: rectification, standing: not-stated}"},
          new String[] {
            "{right: objection, answer: 1 month}", "{right: objection, answer: 30 days}"
          },
          new String[] {"    automated-decisions: none\n", ""},
          new String[] {"  transport: {encrypt", "  wires: {encrypt"},
          new String[] {"jurisdictions: [fr]", "jurisdictions: [fr, fi]"},
          new String[] {"eu-customers: {countries: [EU]", "eu-customers: {countries: [EU, CH]"},
          new String[] {
            "  own-visits: {servers: own", "  home-visits: {servers: own, countries: FR"
          },
          new String[] {"    threshold: 4\n", "    threshold: 3\n"});

  @Test
  void theCompanysIdOrderClausesAndTextsDoNotCount() throws IOException {
    Path b = folder.resolve("b");
    Path texts = b.resolve("texts");
    String charter = Files.readString(EXAMPLES.resolve("clever-cloud/charter.yaml"));
    String moved =
        charter
            .replace("company: {id: clever-cloud,", "company: {id: other,")
            .replaceAll("clause: \\[?CC-[0-9]+(, CC-[0-9]+)*\\]?", "clause: [X-1]")
            .replace("data: {only: [ip, login, event]", "data: {only: [event, ip, login]");
    String rights = "  - {right: access, answer: not-stated, clause: [X-1]}\n";
    assertThat(moved).contains(rights);
    moved =
        moved.replace(rights, "").replace("identity: {document", rights + "identity: {document");
    Workspaces.with(b, moved);
    try (Stream<Path> files = Files.list(texts)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(EXAMPLES.resolve("clever-cloud/docs"))) {
      for (Path file : files.toList()) {
        Files.copy(file, b.resolve("docs").resolve(file.getFileName()));
      }
    }
    assertThat(
            Comparison.of(Sides.read(EXAMPLES.resolve("clever-cloud")), Sides.read(b))
                .differences())
        .isEmpty();
  }

  @Test
  void whatManySentencesSayAlikeIsSaidOnce() {
    assertThat(
            Folding.fold(
                List.of(
                    "Data stays in MA, but crisp is in FR.",
                    "Nothing else.",
                    "Data stays in MA, but twilio is in FR.",
                    "Data stays in MA, but the mailbox is in FR.")))
        .containsExactly(
            "Data stays in MA, but {crisp | twilio | the mailbox} is in FR.", "Nothing else.");
  }
}

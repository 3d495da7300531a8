package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packs from the folder of a workspace: read like the built-in ones, refused with their places. */
class OwnPacksTest {
  private static final String SOUND =
      """
      pack: be
      title: Belgium
      extends: eu-gdpr
      country: BE
      verified-on: 2026-11-01
      sources:
        law: {title: Loi du 30 juillet 2018, at: "https://example.org/be", confidence: seen}
      references:
        consent.children: {article: Loi Art. 7, title: Consent from 13, source: law}
      norms:
        BE-BOOKS: {article: CDE Art. III.86, title: Books, source: law, confidence: known, bound: min, period: 7 years, from: fiscal-year-end, purposes: [billing]}
      calendar:
        source: law
        zone: Europe/Brussels
        weekend: [saturday, sunday]
        covers: {from: 2000}
        holidays:
          - {name: Fête nationale, day: 07-21, valid-from: 2000-01-01}
      age-of-consent: {value: 13, source: law, verified-on: 2026-10-01}
      """;

  @TempDir Path workspace;

  private void write(String file, String text) throws IOException {
    Path folder = Files.createDirectories(workspace.resolve("packs"));
    Files.writeString(folder.resolve(file), text);
  }

  private static Packs.Loaded read(String text) {
    PackLinker linker = new PackLinker(Map.of());
    linker.add(YamlReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8)));
    return linker.link();
  }

  private static List<String> faults(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.code().code() + "@" + p.where().orElseThrow().toString())
        .toList();
  }

  @Test
  void withoutAFolderThereAreTheBuiltInOnes() {
    Packs.Loaded loaded = Packs.load(workspace);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.packs().ids()).isEqualTo(Packs.builtIn().ids());
  }

  @Test
  void theWorkspaceMayBeGivenFromWhereOneStands() throws IOException {
    write("be.yaml", SOUND);
    Path relative = Path.of("").toAbsolutePath().relativize(workspace);
    Packs.Loaded loaded = Packs.load(relative);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.packs().ids()).hasSize(5);
  }

  @Test
  void aPackOfOnesOwnInheritsAndOverrides() throws IOException {
    write("be.yaml", SOUND);
    write("partner.yaml", "connector: acme\n");
    write("notes.txt", "pack: no\n");
    Packs.Loaded loaded = Packs.load(workspace);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.packs().ids()).hasSize(5).contains("be");
    JurisdictionPack belgium = loaded.packs().pack("be").orElseThrow();
    assertThat(belgium.title()).isEqualTo("Belgium");
    assertThat(belgium.parent()).contains("eu-gdpr");
    assertThat(belgium.country()).contains("BE");
    assertThat(belgium.right(RightId.ACCESS)).isPresent();
    assertThat(belgium.reference("storage-limitation")).map(LawReference::pack).contains("eu-gdpr");
    LawReference children = belgium.reference("consent.children").orElseThrow();
    assertThat(children.pack()).isEqualTo("be");
    assertThat(children.source()).isEqualTo("Loi du 30 juillet 2018 <https://example.org/be>");
    assertThat(children.provenance().verifiedOn()).isEqualTo("2026-11-01");
    Sourced<Integer> age = belgium.ageOfConsent().orElseThrow();
    assertThat(age.value()).isEqualTo(13);
    assertThat(age.verifiedOn()).isEqualTo("2026-10-01");
    assertThat(loaded.packs().norm("be/BE-BOOKS").orElseThrow().period().confidence())
        .isEqualTo(Confidence.KNOWN);
    Holiday holiday = belgium.calendar().orElseThrow().holidays().getFirst();
    assertThat(holiday.name().provenance().validOn(LocalDate.of(1999, 12, 31))).isFalse();
    assertThat(holiday.name().confidence()).isEqualTo(Confidence.SEEN);
  }

  @Test
  void packsMayExtendEachOtherInAnyOrder() throws IOException {
    write("a.yaml", "pack: a\ntitle: A\nextends: b\nverified-on: 2026-01-01\n");
    write("b.yaml", "pack: b\ntitle: B\nextends: fr\nverified-on: 2026-01-01\n");
    Packs.Loaded loaded = Packs.load(workspace);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.packs().norm("a/FR-LCEN-1")).isPresent();
  }

  @Test
  void aFaultyPackIsLeftOutAndItsFaultsTold() throws IOException {
    write("be.yaml", SOUND);
    write("broken.yaml", "pack: broken\ntitle: [\n");
    write("twice.yaml", "pack: be\ntitle: Again\n");
    write("fr.yaml", "pack: fr\ntitle: Mine\n");
    write("loop.yaml", "pack: loop\ntitle: L\nextends: loop\n");
    write("lost.yaml", "pack: lost\ntitle: L\nextends: atlantis\n");
    Packs.Loaded loaded = Packs.load(workspace);
    assertThat(faults(loaded.problems()))
        .containsExactlyInAnyOrder(
            "yaml-syntax@packs/broken.yaml:3:1",
            "pack-duplicate@packs/twice.yaml:1:7",
            "pack-duplicate@packs/fr.yaml:1:7",
            "pack-unknown-parent@packs/loop.yaml:1:7",
            "pack-unknown-parent@packs/lost.yaml:1:7");
    assertThat(loaded.packs().ids()).containsExactly("be", "eu-gdpr", "fi", "fr", "ma-09-08");
    assertThat(loaded.packs().pack("fr").orElseThrow().title()).isEqualTo("France");
  }

  @Test
  void theExampleOfTheDocumentationIsSound() throws IOException {
    Path page = Path.of("docs", "jurisdiction-packs.md");
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(page))) {
      root = Objects.requireNonNull(root.getParent());
    }
    String text = Files.readString(root.resolve(page));
    String example = text.substring(text.indexOf("```yaml") + 8, text.lastIndexOf("```"));
    write("be.yaml", example);
    Packs.Loaded loaded = Packs.load(workspace);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.packs().norm("be/BE-BOOKS")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refrences: {}                                        | pack-unknown-key@p.yaml:6:1",
        "references: [a]                                      | pack-wrong-shape@p.yaml:6:13",
        "references: {k: text}                                | pack-wrong-shape@p.yaml:6:17",
        "references: {k: {title: T, source: s}}               | pack-missing-key@p.yaml:6:17",
        "references: {k: {article: A, title: T}}              | pack-no-source@p.yaml:6:17",
        "references: {k: {article: A, title: T, source: zz}}  | pack-no-source@p.yaml:6:48",
        "references: {k: {article: A, title: T, source: s, confidence: sure}} | pack-bad-value@p.yaml:6:63",
        "references: {k: {article: A, title: T, source: s, verified-on: 2026}} | pack-bad-value@p.yaml:6:64",
        "references: {k: {article: A, title: T, source: s, kind: rumour}} | pack-bad-value@p.yaml:6:57",
        "references: {k: {article: A, title: T, source: s, colour: red}} | pack-unknown-key@p.yaml:6:51",
        "references: {k: {article: A, title: , source: s}}    | pack-wrong-shape@p.yaml:6:36",
        "rights: {Access: {article: A, title: T, source: s, bases: {all: given}}} | pack-bad-value@p.yaml:6:18",
        "rights: {x: {article: A, title: T, source: s}}       | pack-missing-key@p.yaml:6:13",
        "rights: {x: {article: A, title: T, source: s, bases: {al: given}}} | pack-unknown-key@p.yaml:6:55",
        "rights: {x: {article: A, title: T, source: s, bases: {all: maybe}}} | pack-bad-value@p.yaml:6:60",
        "deadlines: {d: {article: A, title: T, source: s, rights: [y], answer: 1 month}} | pack-unknown-reference@p.yaml:1:7",
        "deadlines: {d: {article: A, title: T, source: s, rights: [], answer: 1 moon}} | pack-bad-value@p.yaml:6:70",
        "deadlines: {d: {article: A, title: T, source: s, rights: [], answer: 1 month, extension: 3 days}} | pack-bad-value@p.yaml:6:16",
        "deadlines: {d: {article: A, title: T, source: s, rights: [], answer: 1 day, suspended-by: [mood]}} | pack-bad-value@p.yaml:6:92",
        "rules: {weather: {}}                                 | pack-unknown-key@p.yaml:6:9",
        "norms: {n: {article: A, title: T, source: s, bound: min, period: 1 year, from: x}} | pack-bad-value@p.yaml:6:12",
        "norms: {n: {article: A, title: T, source: s, bound: about, period: 1 year, from: x, data: [d]}} | pack-bad-value@p.yaml:6:53",
        "breach: {press: {article: A, title: T, source: s, within: 1 hour, from: x, when: y}} | pack-bad-value@p.yaml:6:17",
        "calendar: {source: s, zone: Europe/Atlantis, weekend: []} | pack-bad-value@p.yaml:6:29",
        "calendar: {source: s, weekend: [sunday, funday]}     | pack-bad-value@p.yaml:6:41",
        "calendar: {source: s, holidays: [{name: N, day: 02-29}]} | pack-bad-value@p.yaml:6:49",
        "calendar: {source: s, holidays: [{name: N}]}         | pack-bad-value@p.yaml:6:34",
        "calendar: {source: s, holidays: [{name: N, day: 01-01, easter: 1}]} | pack-bad-value@p.yaml:6:34",
        "calendar: {source: s, holidays: [{name: N, weekday: monday}]} | pack-missing-key@p.yaml:6:34",
        "calendar: {source: s, covers: {from: MMXX}}          | pack-bad-value@p.yaml:6:38",
        "calendar: {source: s, weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]} | pack-bad-value@p.yaml:6:11",
        "age-of-consent: 15                                   | pack-no-source@p.yaml:6:17",
        "age-of-consent: {value: 99, source: s}               | pack-bad-value@p.yaml:6:25",
        "transfers: {source: s, adequate: [{place: Utopia}]}  | pack-bad-value@p.yaml:6:43",
        "transfers: {source: s, adequate: [{place: UT, contested: perhaps}]} | pack-bad-value@p.yaml:6:58",
        "authority: {id: X, source: s}                        | pack-missing-key@p.yaml:6:12",
      })
  void everyFaultHasItsPlace(String line, String fault) {
    String head =
        "pack: p\ntitle: P\nverified-on: 2026-01-01\nsources:\n  s: {title: S, at: 'https://s.example', confidence: seen}\n";
    assertThat(faults(read(head + line + "\n").problems())).containsExactly(fault.strip());
  }

  @Test
  void aWordNearlyRightIsNamed() {
    List<Problem> problems = read("pack: p\ntitle: P\nrefrences: {}\n").problems();
    assertThat(problems.getFirst().mend()).isEqualTo("Did you mean `references`?");
  }

  @Test
  void allFaultsComeAtOnce() {
    String text =
        """
        pack: p
        title: P
        verified-on: 2026-01-01
        references:
          a: {title: T}
          b: {article: A}
        norms:
          n: {}
        calendar: 5
        """;
    assertThat(read(text).problems()).hasSize(4);
    assertThat(read(text).packs().ids()).isEmpty();
  }

  @Test
  void whatIsNoPackIsNoFault() {
    assertThat(read("connector: x").problems()).isEmpty();
    assertThat(read("[1, 2]").problems()).isEmpty();
  }
}

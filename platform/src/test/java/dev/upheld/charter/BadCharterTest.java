package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.BadCharters.Bad;
import dev.upheld.charter.Workspaces.Edited;
import dev.upheld.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One edit of a sound charter, one fault: its code, its place, and how to mend it. */
class BadCharterTest {
  @TempDir Path folder;

  static List<Bad> faults() {
    return BadCharters.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultIsToldWithPlaceAndMending(Bad bad) {
    Edited edited = Edited.of(Workspaces.fullCharter(), bad.edits());
    List<Problem> problems = Workspaces.read(Workspaces.with(folder, edited.text())).problems();
    assertThat(problems)
        .extracting(p -> p.code().code() + " " + p.where().orElseThrow())
        .containsExactly(bad.code() + " charter.yaml:" + edited.place());
    assertThat(problems.getFirst().what()).isNotBlank();
    assertThat(problems.getFirst().mend()).contains(bad.mend());
  }

  @Test
  void theSoundCharterHasNoFault() {
    assertThat(Workspaces.read(Workspaces.full()).problems()).isEmpty();
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String charter =
        Workspaces.fullCharter()
            .replace("purpose: recruit\n", "purpos: recruit\n")
            .replace("zone: Europe/Paris", "zone: Europe/Pariss")
            .replace("subjects: [candidates]", "subjects: [candidate]")
            .replace("recipients: [tax-office]", "recipients: [tax-ofice]")
            .replace("P180D", "0 days")
            .replace("country: DE", "country: ZZ");
    assertThat(Workspaces.read(Workspaces.with(folder, charter)).problems())
        .extracting(p -> p.code().code())
        .containsExactlyInAnyOrder(
            "unknown-zone",
            "unknown-country",
            "impossible-period",
            "unknown-recipient",
            "unknown-key",
            "missing-key",
            "unknown-subject");
  }

  @Test
  void aWordDeclaredWronglyIsOneFaultNotOnePerUse() {
    String charter = Workspaces.fullCharter().replace("name: {is: pd:Name}", "name: {is: [x]}");
    assertThat(Workspaces.read(Workspaces.with(folder, charter)).problems())
        .extracting(p -> p.code().code())
        .containsExactly("wrong-type");
  }

  @Test
  void textsAreCheckedToo() {
    Path workspace = Workspaces.with(folder, Workspaces.fullCharter());
    Workspaces.write(
        workspace.resolve("texts/fr.yaml"),
        "titel: x\nsentences: {aurora/audience/keeep: Les visites.}\n");
    Workspaces.write(workspace.resolve("texts/de.yaml"), "title: Datenschutz\n");
    Workspaces.write(workspace.resolve("texts/fi.yaml"), "title: [\n");
    assertThat(Workspaces.read(workspace).problems())
        .extracting(p -> p.where().orElseThrow() + " " + p.code().code())
        .containsExactly(
            "texts/de.yaml unknown-language",
            "texts/fi.yaml:2:1 yaml-syntax",
            "texts/fr.yaml:1:1 unknown-key",
            "texts/fr.yaml:2:13 unknown-promise");
    Workspaces.write(
        workspace.resolve("texts/fr.yaml"), "sentences: {aurora/audience/keeep: Les visites.}\n");
    Workspaces.write(workspace.resolve("texts/fi.yaml"), "title: Tietosuoja\n");
    delete(workspace.resolve("texts/de.yaml"));
    List<Problem> problems = Workspaces.read(workspace).problems();
    assertThat(problems)
        .extracting(p -> p.where().orElseThrow() + " " + p.code().code())
        .containsExactly("texts/fr.yaml:1:13 unknown-promise");
    assertThat(problems.getFirst().mend()).contains("\"aurora/audience/keep\"");
  }

  @Test
  void ownPacksAreReadAndTheirFaultsTold() throws Exception {
    Path workspace =
        Workspaces.with(
            folder,
            Workspaces.fullCharter().replace("jurisdictions: [fr]", "jurisdictions: [fr, ours]"));
    assertThat(Workspaces.read(workspace).problems())
        .extracting(p -> p.code().code())
        .containsExactly("unknown-jurisdiction");
    Files.createDirectories(workspace.resolve("packs"));
    Workspaces.write(
        workspace.resolve("packs/ours.yaml"),
        "pack: ours\ntitle: Our own rules\nextends: fr\nverified-on: 2026-11-01\n");
    assertThat(Workspaces.read(workspace).problems()).isEmpty();
    Workspaces.write(workspace.resolve("packs/ours.yaml"), "pack: ours\nextends: nowhere\n");
    assertThat(Workspaces.read(workspace).problems())
        .isNotEmpty()
        .allSatisfy(
            p ->
                assertThat(p.where().orElseThrow().file()).isIn("packs/ours.yaml", "charter.yaml"));
  }

  @Test
  void anEmptyDocumentIsNoDocument() {
    Path workspace = Workspaces.with(folder, Workspaces.fullCharter());
    Workspaces.write(workspace.resolve("docs/balancing.md"), "");
    assertThat(Workspaces.read(workspace).problems())
        .extracting(p -> p.code().code())
        .containsExactly("document-missing");
  }

  @Test
  void aWorkspaceWithoutCharterSaysSo() {
    assertThat(Workspaces.read(folder).problems())
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .contains("charter.yaml", "yaml-file-missing");
  }

  @Test
  void aListAsCharterIsAFault() {
    Workspaces.write(folder.resolve("charter.yaml"), "- a\n- b\n");
    assertThat(Workspaces.read(folder).problems())
        .extracting(p -> p.code().code())
        .containsExactly("wrong-type");
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

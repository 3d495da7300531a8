package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.BadCharters.Edit;
import dev.upheld.charter.Workspaces.Edited;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the source leaves open is promised by no sentence, and what it covers is not asked for. */
class SilenceTest {
  @TempDir Path folder;

  private Charter charter(String... fromTo) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < fromTo.length; i += 2) {
      edits.add(new Edit(fromTo[i], fromTo[i + 1]));
    }
    CharterReading reading =
        Workspaces.read(Workspaces.with(folder, Edited.of(Workspaces.fullCharter(), edits).text()));
    assertThat(reading.problems()).isEmpty();
    return reading.charter().orElseThrow();
  }

  private static <P extends Promise> P promise(Charter charter, Class<P> type, String id) {
    return Charters.promises(charter).stream()
        .filter(p -> p.id().toString().equals("aurora/" + id))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no promise " + id));
  }

  @Test
  void noTimeIsPromisedForARightWithoutLawAndWithoutTime() {
    Charter silent =
        charter(
            "{right: human-contact, answer: 5 days}", "{right: human-contact, answer: not-stated}");
    assertThat(
            promise(silent, Promise.Answer.class, "rights-human-contact/answer")
                .header()
                .sentence())
        .isEqualTo(
            "Requests under the right \"human contact\" are answered, in a time that is not"
                + " stated; no law gives this right, the promise does.");
  }

  @Test
  void nobodyIsSaidToReviewWhereTheSourceDoesNot() {
    Charter silent =
        charter(
            "{criterion: as long as the purpose needs, review: 12 months,",
            "{criterion: as long as the purpose needs, review: not-stated,");
    assertThat(Charters.promises(silent))
        .extracting(p -> p.header().sentence())
        .filteredOn(s -> s.contains("as long as the purpose needs"))
        .singleElement()
        .asString()
        .contains("(how often it is reviewed is not stated)");
  }

  @Test
  void aDeviceNobodySpeaksOfMakesNoVisits() {
    String refuse = "    refuse: unsubscribe\n";
    Charter none = charter(refuse, refuse + "    terminal: not-stated\n");
    assertThat(promise(none, Promise.Refuse.class, "accounts/refuse").visits()).isFalse();
    assertThat(Charters.promises(none))
        .noneMatch(
            p ->
                p instanceof Promise.Declare d
                    && d.what().equals("terminal")
                    && d.id().subject().equals("accounts"));
    Charter exempt = charter(refuse, refuse + "    terminal: exempt\n");
    assertThat(promise(exempt, Promise.Refuse.class, "accounts/refuse").visits()).isTrue();
  }

  /** Under another law than the Union's, each of its countries needs a tool. */
  @Test
  void aToolForAGroupCoversEachOfItsCountries() {
    Charter group =
        charter(
            "jurisdictions: [fr]",
            "jurisdictions: [ma-09-08]",
            "in: fr,",
            "in: ma-09-08,",
            "country: [IE, US]",
            "country: [EU, US]",
            "- {to: US, tool",
            "- {to: [EU, US], tool",
            "  - {right: erasure, answer: without-undue-delay}\n",
            "");
    assertThat(Charters.findings(group))
        .extracting(Finding::sentence)
        .noneMatch(s -> s.contains("mailer in "))
        .anyMatch(s -> s.contains("paygate in IE"));
  }
}

package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.BadCharters.Edit;
import dev.upheld.charter.Workspaces.Edited;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One edit of the charter that says everything, one finding more. */
class FindingsTest {
  @TempDir Path folder;

  /** An edit and the finding it makes, at the mark. */
  record Case(FindingCode code, String sentence, List<Edit> edits) {
    @Override
    public String toString() {
      return code.code() + " " + edits.getFirst().to().strip();
    }
  }

  private static Case finds(FindingCode code, String sentence, String... fromTo) {
    Edit[] edits = new Edit[fromTo.length / 2];
    for (int i = 0; i < edits.length; i++) {
      edits[i] = new Edit(fromTo[2 * i], fromTo[2 * i + 1]);
    }
    return new Case(code, sentence, List.of(edits));
  }

  static List<Case> cases() {
    return Stream.of(open(), openEnds(), contradictions(), dates(), doubtful(), unusual())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> open() {
    return List.of(
        finds(
            FindingCode.PERIOD_NOT_STATED,
            "\"Recruitment\"",
            "    keep: {earliest-of: [{until: decided}, {for: 12 months, from: last-contact}],"
                + " unless: [own-wish]}",
            "    keep: <!>not-stated"),
        finds(
            FindingCode.CONTRACT_NOT_STATED,
            "chatline",
            "  chatline: {",
            "  <!>chatline: {",
            "processor, dpa: docs/contract.md, clause: A-10",
            "processor, dpa: not-stated"),
        finds(
            FindingCode.TRANSFER_NOT_STATED,
            "mailer",
            "  mailer:\n",
            "  <!>mailer:\n",
            "tool: standard-contractual-clauses,",
            "tool: not-stated,"),
        finds(
            FindingCode.RIGHT_NOT_STATED,
            "objection",
            "- {right: objection, answer: 1 month}",
            "- <!>{right: objection, standing: not-stated}"),
        finds(
            FindingCode.NOT_STATED,
            "legal notice",
            "legal-notice:\n  form: SAS",
            "<!>legal-notice:\n  form: not-stated"),
        finds(
            FindingCode.NOT_STATED,
            "mail address of the contact dpo",
            "email: dpo@aurora.example",
            "email: <!>not-stated"),
        finds(
            FindingCode.NOT_STATED,
            "condition that allows",
            "\"explicit consent, GDPR Art. 9(2)(a)\"",
            "<!>not-stated"),
        finds(
            FindingCode.NOT_STATED,
            "instructions stand",
            "instructions: docs/contract.md",
            "instructions: <!>not-stated"),
        finds(
            FindingCode.NOT_STATED,
            "risk is not accepted",
            "threshold: 4",
            "threshold: <!>not-stated"),
        finds(
            FindingCode.OPEN_LIST,
            "\"Badges\"",
            "    data: {only: [badge, event]}",
            "    <!>data: {include: [badge, event]}"));
  }

  private static List<Case> openEnds() {
    return List.of(
        finds(
            FindingCode.NOT_STATED,
            "answered (access, restriction)",
            "  - {right: access, answer: 1 month, extension: 2 months,",
            "  - {right: access, answer: <!>not-stated, extension: 2 months,"),
        finds(
            FindingCode.NOT_STATED,
            "whether it reads or writes on people's devices",
            "    terminal: {is: exempt",
            "    <!>terminal: {is: not-stated"),
        finds(
            FindingCode.NOT_STATED,
            "which of its languages prevails",
            "prevailing: fr,",
            "<!>prevailing: not-stated,"),
        finds(
            FindingCode.NOT_STATED,
            "how often it is reviewed",
            "    keep: {criterion: as long as the purpose needs, review: 12 months,",
            "    <!>keep: {criterion: as long as the purpose needs, review: not-stated,"),
        finds(
            FindingCode.NOT_STATED,
            "how much longer the answer on access",
            "extension: 2 months",
            "extension: <!>not-stated"),
        finds(
            FindingCode.NOT_STATED,
            "is never named",
            "  opt-out-missing: {what: The way to refuse is announced and not given.,",
            "  <!>opt-out-missing: {what: The way to refuse is never named.,"));
  }

  private static List<Case> contradictions() {
    return List.of(
        finds(
            FindingCode.PARTNER_ABROAD,
            "mailer is in US",
            "  eu-customers: {",
            "  <!>eu-customers: {",
            "activities: [billing],",
            "activities: [accounts],",
            "residents: [US, EU]",
            "residents: [EU]"),
        finds(
            FindingCode.CONTRADICTION,
            "announced and not given",
            "  opt-out-missing: {",
            "  <!>opt-out-missing: {",
            "kind: silent",
            "kind: contradiction"),
        finds(
            FindingCode.PARTNER_HOLDS_DATA,
            "chatline receives data",
            "  own-visits: {servers: own, activities: [audience]",
            "  <!>own-visits: {servers: own, activities: [support]"),
        finds(
            FindingCode.ADEQUACY_LIMITED,
            "Data Privacy Framework",
            "  paygate: {",
            "  <!>paygate: {",
            "Paygate Ltd, country: IE",
            "Paygate Ltd, country: US"),
        finds(
            FindingCode.ADEQUACY_LIMITED,
            "not read in its source",
            "  paygate: {",
            "  <!>paygate: {",
            "Paygate Ltd, country: IE",
            "Paygate Ltd, country: JP"),
        finds(
            FindingCode.TRANSFER_EXPIRED,
            "2026-01-31",
            "  mailer:\n",
            "  <!>mailer:\n",
            "2028-12-31",
            "2026-01-31"));
  }

  private static List<Case> dates() {
    return List.of(
        finds(
            FindingCode.DATES_DISAGREE,
            "2026-03-02",
            "date: 2026-03-01",
            "date: 2026-03-02",
            "  - {date: 2026-03-02",
            "  - <!>{date: 2026-03-02"),
        finds(
            FindingCode.DATES_DISAGREE,
            "its last revision is of 2027",
            "  - {date: 2026-03-01",
            "  - <!>{date: \"2027\""),
        finds(
            FindingCode.DATES_DISAGREE,
            "2026-02-01 as its date, but its last revision is of 2026-03-01",
            "notice: {updated: 2026-03-01",
            "notice: {updated: 2026-02-01",
            "  - {date: \"2025\"",
            "  - {date: \"2026\"",
            "  - {date: 2026-03-01",
            "  - <!>{date: 2026-03-01"));
  }

  private static List<Case> doubtful() {
    return List.of(
        finds(
            FindingCode.DOUBTFUL,
            "announced and not given",
            "  opt-out-missing: {",
            "  <!>opt-out-missing: {",
            "kind: silent",
            "kind: doubtful"),
        finds(
            FindingCode.IDENTITY_DOCUMENT_DEMANDED,
            "only on reasonable doubt",
            "identity: {document: on-doubt",
            "<!>identity: {document: always"),
        finds(
            FindingCode.REFUSAL_HARDER,
            "cookies",
            "cookies:\n",
            "<!>cookies:\n",
            "refusing: as-easy",
            "refusing: browser-settings"),
        finds(
            FindingCode.REFUSAL_HARDER,
            "\"Audience measurement\"",
            "    refuse: {by: opt-out, effort: as-easy",
            "    <!>refuse: {by: opt-out, effort: harder"),
        finds(
            FindingCode.NO_BALANCING_TEST,
            "\"Audience measurement\"",
            "    basis: {is: legitimate-interest, interest: a site that works, balancing: docs/balancing.md,",
            "    <!>basis: {is: legitimate-interest, interest: a site that works,"),
        finds(
            FindingCode.NO_LAW_NAMED,
            "\"Billing\"",
            "    basis: {is: legal-obligation, law: fr/FR-ACCOUNTING}",
            "    <!>basis: {is: legal-obligation}"));
  }

  private static List<Case> unusual() {
    return List.of(
        finds(
            FindingCode.KEEP_UNUSUAL,
            "at most 2 years",
            "    keep: {earliest-of: [{until: decided}, {for: 12 months, from: last-contact}],",
            "    <!>keep: {for: 3 years, from: last-contact,"),
        finds(
            FindingCode.NORM_NOT_MENTIONED,
            "nothing is hosted",
            "  badges:\n",
            "  <!>badges:\n",
            "    purpose: enter-building\n",
            "    purpose: enter-building\n    sets-aside: [{law: fr/FR-BADGE, because: nothing is hosted}]\n"),
        finds(
            FindingCode.NO_INSTRUCTIONS,
            "\"Hosted content\"",
            "  hosted-content:\n",
            "  <!>hosted-content:\n",
            "    instructions: docs/contract.md\n",
            ""),
        finds(
            FindingCode.OTHER_AUTHORITY,
            "CNDP",
            "authority: {names: [CNIL]",
            "<!>authority: {names: [CNDP]"),
        finds(
            FindingCode.MACHINE_TEXT_PREVAILS,
            "only a machine",
            "languages: {",
            "<!>languages: {",
            "machine-made: [fi]",
            "machine-made: [fr]"),
        finds(
            FindingCode.UNUSED_WORD,
            "\"shoe-size\"",
            "  badge: {is: pd:Identifying}\n",
            "  badge: {is: pd:Identifying}\n  <!>shoe-size: {is: pd:BodyShape}\n"),
        finds(
            FindingCode.NO_OWNER,
            "Nobody answers",
            "company:\n",
            "<!>company:\n",
            "  owner: privacy@aurora.example\n",
            "",
            "  dpo: {name:",
            "  officer: {name:"),
        finds(
            FindingCode.ANSWER_LATE,
            "within 12 days",
            "{right: rectification}",
            "{right: rectification}\n  - <!>{right: erasure, in: ma-09-08, answer: 12 days}",
            "jurisdictions: [fr]",
            "jurisdictions: [fr, ma-09-08]"));
  }

  private Charter charter(String text) {
    CharterReading reading = Workspaces.read(Workspaces.with(folder, text));
    assertThat(reading.problems()).isEmpty();
    return reading.charter().orElseThrow();
  }

  private static Map<String, Long> counts(List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.groupingBy(f -> f.code() + f.sentence(), Collectors.counting()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachGapContradictionAndDoubtIsFound(Case c) {
    List<Finding> before =
        Charters.findings(Workspaces.read(Workspaces.full()).charter().orElseThrow());
    Edited edited = Edited.of(Workspaces.fullCharter(), c.edits());
    List<Finding> after = Charters.findings(charter(edited.text()));
    Map<String, Long> had = new HashMap<>(counts(before));
    assertThat(after)
        .filteredOn(f -> !had.containsKey(f.code() + f.sentence()))
        .filteredOn(f -> f.code() == c.code() && f.sentence().contains(c.sentence()))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.at()).hasToString("charter.yaml:" + edited.place());
              assertThat(f.sentence()).endsWith(".").doesNotContain("Optional", "null");
            });
  }

  @Test
  void everyCodeHasACase() {
    // these need a data map, or a pack of one's own with a breach rule nobody read
    Set<FindingCode> elsewhere =
        EnumSet.of(
            FindingCode.SYSTEM_ABROAD,
            FindingCode.COUNTRY_WITHOUT_PROOF,
            FindingCode.SYSTEM_WITHOUT_MAP,
            FindingCode.ACTIVITY_UNBOUND,
            FindingCode.PLACE_PROPOSED,
            FindingCode.OPERATOR_NOT_RECIPIENT,
            FindingCode.BREACH_LATE);
    Set<FindingCode> covered = EnumSet.noneOf(FindingCode.class);
    cases().forEach(c -> covered.add(c.code()));
    assertThat(covered).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(elsewhere)));
  }

  @Test
  void findingsCarryLawAndClauses() {
    Charter full = Workspaces.read(Workspaces.full()).charter().orElseThrow();
    assertThat(Charters.findings(full))
        .filteredOn(f -> f.code() == FindingCode.RIGHT_NOT_STATED)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.clauses()).containsExactly("A-28");
              assertThat(f.law()).extracting(l -> l.citation()).containsExactly("GDPR Art. 20");
            });
    assertThat(Charters.findings(full))
        .filteredOn(f -> f.code() == FindingCode.PERIOD_NOT_STATED)
        .singleElement()
        .satisfies(f -> assertThat(f.activity()).contains("badges"));
  }

  @Test
  void aSilentPolicyIsOneFindingPerSilence() {
    String text =
        Workspaces.fullCharter()
            .replaceAll("(?s)\nrights:\n.*?\nidentity:", "\nrights: not-stated\nidentity:")
            .replaceAll("(?m)^breach: .*$", "breach: not-stated")
            .replaceAll("(?m)^supplier-changes: .*$", "supplier-changes: not-stated");
    assertThat(Charters.findings(charter(text)))
        .extracting(Finding::sentence)
        .contains(
            "The policy says nothing of people's rights, which the law gives all the same.",
            "The policy does not say what happens after a breach.",
            "The policy does not say who is told of a new recipient.");
  }

  @Test
  void theDemoHasOnlyWhatItIsKnownFor() {
    Charter demo =
        Charters.read(Path.of("..", "examples", "demo"), Workspaces.DAY).charter().orElseThrow();
    assertThat(Charters.findings(demo))
        .extracting(Finding::code)
        .containsOnly(FindingCode.PARTNER_ABROAD);
  }

  @Test
  void lawThatWasNotReadNeverStopsACharter() {
    // law 09-08 was not read: a right that only it gives, and its transfers, warn
    String text =
        Workspaces.fullCharter()
            .replace("jurisdictions: [fr]", "jurisdictions: [ma-09-08]")
            .replace("in: fr", "in: ma-09-08")
            .replace("CNIL", "CNDP")
            .replace("  - {right: erasure, answer: without-undue-delay}\n", "");
    assertThat(Charters.findings(charter(text)))
        .extracting(Finding::code)
        .contains(FindingCode.RIGHT_NOT_STATED, FindingCode.ADEQUACY_LIMITED);
  }
}

package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.law.Deadlines.Request;
import dev.upheld.law.TransferRules.Destination;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a value may do depends on how sure the pack is of it; shown on a pack made for that. */
class CertaintyTest {
  private static final String PACK =
      """
      pack: p
      title: P
      verified-on: 2026-01-01
      sources:
        read: {title: Read, at: "https://read.example", confidence: primary}
        recited: {title: Recited, at: "https://recited.example", confidence: known}
      rights:
        access: {article: A, title: T, source: read, bases: {all: given}}
        erasure: {article: A, title: T, source: read, bases: {all: given}}
        objection: {article: A, title: T, source: read, bases: {all: given}}
      deadlines:
        sure: {article: A, title: T, source: read, rights: [access], answer: 10 days, extension: 10 days, roll: next-working-day}
        recited-extension: {article: A, title: T, source: read, rights: [erasure], answer: 10 days, extension: {value: 10 days, source: recited}, roll: next-working-day}
        recited-roll: {article: A, title: T, source: read, rights: [objection], answer: 10 days, roll: {value: next-working-day, source: recited}}
      calendar:
        source: read
        weekend: [saturday, sunday]
        covers: {from: 2025, to: 2026}
        holidays:
          - {name: Last day of the year, day: 12-31}
          - {name: Feast, date: 2026-06-12}
          - {name: Expected feast, date: 2026-06-15, source: recited}
      norms:
        LAW: {article: A, title: T, source: read, bound: min, period: 1 year, from: collected, data: [d]}
        LAW-MAX: {article: A, title: T, source: read, bound: max, period: 1 year, from: collected, data: [d]}
        LAW-RECITED: {article: A, title: T, source: recited, bound: min, period: 1 year, from: collected, data: [d]}
        GUIDANCE: {article: A, title: T, source: read, kind: guidance, bound: min, period: 1 year, from: collected, data: [d]}
      transfers:
        source: read
        free: [AA]
        adequate:
          - {place: BB}
          - {place: CC, contested: true}
          - {place: DD, condition: only some}
          - {place: EE, source: recited}
          - {place: FF, valid-from: 2026-02-01, valid-to: 2026-02-28}
      """;

  private final JurisdictionPack pack = read();

  private static JurisdictionPack read() {
    PackLinker linker = new PackLinker(Map.of());
    linker.add(YamlReader.read("p.yaml", PACK.getBytes(StandardCharsets.UTF_8)));
    Packs.Loaded loaded = linker.link();
    assertThat(loaded.problems()).isEmpty();
    return loaded.packs().pack("p").orElseThrow();
  }

  private Deadline deadline(RightId right, String received) {
    return Deadlines.of(
        pack.deadline(right).orElseThrow(),
        pack.calendar().orElseThrow(),
        Request.received(LocalDate.parse(received)));
  }

  private DueDate due(RightId right, String received) {
    return deadline(right, received).plain().orElseThrow();
  }

  @Test
  void anExtensionNobodyReadDoesNotExtend() {
    assertThat(deadline(RightId.ACCESS, "2026-03-02").extended())
        .map(DueDate::counted)
        .contains(LocalDate.parse("2026-03-22"));
    assertThat(deadline(RightId.ERASURE, "2026-03-02").extended()).isEmpty();
    assertThat(deadline(RightId.ERASURE, "2026-03-02").extensionNoticeBy()).isEmpty();
  }

  @Test
  void aHolidayNobodyReadDoesNotRoll() {
    // Friday 12 June is a feast, Monday 15 June only an expected one
    DueDate due = due(RightId.ACCESS, "2026-06-02");
    assertThat(due).isEqualTo(dueDate("2026-06-12", "2026-06-15", "2026-06-16", true));
  }

  @Test
  void aRuleOfRollingNobodyReadDoesNotRoll() {
    DueDate due = due(RightId.OBJECTION, "2026-06-02");
    assertThat(due).isEqualTo(dueDate("2026-06-12", "2026-06-12", "2026-06-16", true));
  }

  @Test
  void rollingIntoAYearThatIsNotCoveredIsSaid() {
    assertThat(due(RightId.ACCESS, "2026-12-21"))
        .isEqualTo(dueDate("2026-12-31", "2027-01-01", "2027-01-01", false));
    assertThat(due(RightId.ACCESS, "2026-12-20").covered()).isTrue();
    assertThat(due(RightId.ACCESS, "2024-12-21"))
        .isEqualTo(dueDate("2024-12-31", "2025-01-01", "2025-01-01", false));
  }

  private static DueDate dueDate(String counted, String due, String latest, boolean covered) {
    return new DueDate(
        LocalDate.parse(counted), LocalDate.parse(due), LocalDate.parse(latest), covered);
  }

  @ParameterizedTest
  @CsvSource({"LAW, true", "LAW-MAX, false", "LAW-RECITED, false", "GUIDANCE, false"})
  void onlyLawThatWasReadAndSetsALeastPeriodBeatsErasure(String key, boolean beats) {
    assertThat(pack.norm(key).orElseThrow().beatsErasure()).isEqualTo(beats);
  }

  @ParameterizedTest
  @CsvSource({
    "AA, INSIDE",
    "BB, ADEQUATE",
    "CC, CONDITIONAL",
    "DD, CONDITIONAL",
    "EE, CONDITIONAL",
    "FF, ADEQUATE",
    "GG, NEEDS_TOOL"
  })
  void destinations(String place, Destination destination) {
    LocalDate day = LocalDate.of(2026, 2, 14);
    assertThat(pack.transfers().orElseThrow().destination(place, day)).isEqualTo(destination);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-31, false", "2026-02-01, true", "2026-02-28, true", "2026-03-01, false"})
  void bothEndsOfAValidityBelongToIt(LocalDate day, boolean valid) {
    TransferRules transfers = pack.transfers().orElseThrow();
    assertThat(transfers.adequacy("FF", day).isPresent()).isEqualTo(valid);
  }

  @Test
  void aValueKeepsItsSourceUnderAnotherView() {
    Sourced<Span> answer = pack.deadline(RightId.ACCESS).orElseThrow().answer();
    Sourced<String> words = answer.map(Span::words);
    assertThat(words.value()).isEqualTo("10 days");
    assertThat(words.provenance()).isEqualTo(answer.provenance());
    assertThat(List.of(words.validFrom(), words.validTo())).containsOnly(Optional.empty());
  }
}

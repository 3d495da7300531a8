package dev.upheld.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.law.RetentionNorm.Bound;
import dev.upheld.law.TransferRules.Destination;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the four packs say, against the facts they were made from. */
class BuiltInPacksTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private final Packs packs = Packs.builtIn();

  private JurisdictionPack pack(String id) {
    return packs.pack(id).orElseThrow();
  }

  @Test
  void thereAreFour() {
    assertThat(packs.ids()).containsExactly("eu-gdpr", "fi", "fr", "ma-09-08");
    assertThat(packs.all()).extracting(JurisdictionPack::id).isEqualTo(packs.ids());
    assertThat(packs.pack("atlantis")).isEmpty();
  }

  /** The matrix of basis and right: Y given, C under a condition, N not given. */
  @ParameterizedTest
  @CsvSource({
    "consent,             Y Y Y Y Y Y C N Y Y Y Y",
    "contract,            Y Y Y Y Y Y C N Y Y N Y",
    "legal-obligation,    C Y Y C Y Y N N Y C N Y",
    "vital-interests,     Y Y Y Y Y Y N N Y Y N Y",
    "public-task,         C Y Y C Y Y N Y Y C N Y",
    "legitimate-interest, Y Y Y Y Y Y N Y Y Y N Y",
  })
  void rightsByLawfulBasis(String basis, String expected) {
    for (String id : List.of("eu-gdpr", "fr", "fi")) {
      Map<RightId, Standing> given =
          pack(id).rightsFor(LawfulBasis.of(basis).orElseThrow()).stream()
              .collect(Collectors.toMap(g -> g.right().id(), g -> g.standing().value()));
      String seen =
          MATRIX.stream()
              .map(right -> letter(Optional.ofNullable(given.get(right))))
              .collect(Collectors.joining(" "));
      assertThat(seen).as(id).isEqualTo(expected);
    }
  }

  private static final List<RightId> MATRIX =
      List.of(
          RightId.INFORMATION,
          RightId.ACCESS,
          RightId.RECTIFICATION,
          RightId.ERASURE,
          RightId.RESTRICTION,
          RightId.NOTIFY_RECIPIENTS,
          RightId.PORTABILITY,
          RightId.OBJECTION,
          RightId.OBJECTION_MARKETING,
          RightId.AUTOMATED_DECISIONS,
          RightId.WITHDRAW_CONSENT,
          RightId.COMPLAINT);

  private static String letter(Optional<Standing> standing) {
    return standing
        .map(
            s ->
                switch (s) {
                  case Standing.Given g -> "Y";
                  case Standing.Conditional c -> "C";
                  case Standing.NotGiven n -> "N";
                })
        .orElse("N");
  }

  @Test
  void moroccoGivesFewerRights() {
    JurisdictionPack morocco = pack("ma-09-08");
    assertThat(morocco.rights())
        .extracting(Right::id)
        .contains(RightId.ACCESS, RightId.RECTIFICATION, RightId.ERASURE, RightId.OBJECTION)
        .doesNotContain(RightId.RESTRICTION, RightId.PORTABILITY, RightId.POST_MORTEM);
    assertThat(morocco.rightsFor(LawfulBasis.LEGAL_OBLIGATION))
        .extracting(g -> g.right().id())
        .doesNotContain(RightId.OBJECTION);
    assertThat(morocco.reference("rights.portability")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eu-gdpr, storage-limitation, GDPR Art. 5(1)(e)",
    "eu-gdpr, data-minimisation, GDPR Art. 5(1)(c)",
    "eu-gdpr, integrity-confidentiality, GDPR Art. 5(1)(f)",
    "eu-gdpr, accountability, GDPR Art. 5(2)",
    "eu-gdpr, lawfulness, GDPR Art. 6",
    "eu-gdpr, lawfulness.legitimate-interest, GDPR Art. 6(1)(f)",
    "eu-gdpr, consent.withdraw, GDPR Art. 7(3)",
    "eu-gdpr, rights.access, GDPR Art. 15",
    "eu-gdpr, information, GDPR Art. 13",
    "eu-gdpr, processor-contract, GDPR Art. 28",
    "eu-gdpr, records, GDPR Art. 30(1)",
    "eu-gdpr, security, GDPR Art. 32",
    "eu-gdpr, security.passwords, GDPR Art. 32",
    "eu-gdpr, breach.authority, GDPR Art. 33(1)",
    "eu-gdpr, transfers, GDPR Art. 44",
    "eu-gdpr, residency, GDPR Art. 44",
    "fr, storage-limitation, GDPR Art. 5(1)(e)",
    "fr, security.passwords, CNIL délib. 2022-100",
    "fr, rights.post-mortem, LIL Art. 84-86",
    "fr, terminal, LIL Art. 82",
    "fi, consent.children, Data Protection Act 1050/2018 s. 5",
    "ma-09-08, storage-limitation, 09-08 Art. 3",
    "ma-09-08, lawfulness, 09-08 Art. 4",
    "ma-09-08, lawfulness.contract, 09-08 Art. 4",
    "ma-09-08, information, 09-08 Art. 5",
    "ma-09-08, rights.access, 09-08 Art. 7",
    "ma-09-08, rights.erasure, 09-08 Art. 8",
    "ma-09-08, rights.objection, 09-08 Art. 9",
    "ma-09-08, security.passwords, 09-08 Art. 23-26",
    "ma-09-08, processor-contract, 09-08 Art. 26",
    "ma-09-08, residency, 09-08 Art. 43-44",
  })
  void articlesByWhatTheyAreAbout(String id, String key, String article) {
    assertThat(pack(id).reference(key)).map(LawReference::article).contains(article);
  }

  @Test
  void anInheritedReferenceNamesThePackThatStatesIt() {
    LawReference inherited = pack("fr").reference("storage-limitation").orElseThrow();
    assertThat(inherited.pack()).isEqualTo("eu-gdpr");
    assertThat(inherited.source()).contains("eur-lex.europa.eu/eli/reg/2016/679");
    assertThat(inherited.mayBind()).isTrue();
    assertThat(pack("fr").reference("security.passwords")).map(LawReference::pack).contains("fr");
    assertThat(pack("fr").reference("nothing.of.the.kind")).isEmpty();
  }

  @Test
  void everyPackNamesTheArticlesPromisesRestOn() {
    for (JurisdictionPack law : packs.all()) {
      assertThat(
              List.of(
                  "lawfulness",
                  "transparency",
                  "purpose-limitation",
                  "data-minimisation",
                  "accuracy",
                  "storage-limitation",
                  "integrity-confidentiality",
                  "consent",
                  "rights",
                  "information",
                  "processor-contract",
                  "records",
                  "security",
                  "transfers",
                  "residency",
                  "marketing",
                  "complaint"))
          .as(law.id())
          .allSatisfy(key -> assertThat(law.reference(key)).as(key).isPresent());
    }
  }

  @Test
  void onlyWhatWasReadInASourceMayBind() {
    assertThat(Arrays.stream(Confidence.values()).filter(Confidence::mayBind))
        .containsExactly(Confidence.PRIMARY, Confidence.SEEN);
    assertThat(Confidence.PRIMARY.weaker(Confidence.KNOWN)).isEqualTo(Confidence.KNOWN);
    assertThat(Confidence.UNVERIFIED.weaker(Confidence.SEEN)).isEqualTo(Confidence.UNVERIFIED);
    LawReference doubtful = pack("fr").reference("information.post-mortem").orElseThrow();
    assertThat(doubtful.confidence()).isEqualTo(Confidence.UNVERIFIED);
    assertThat(doubtful.mayBind()).isFalse();
    assertThat(pack("ma-09-08").deadline(RightId.ERASURE).orElseThrow().answer().mayBind())
        .isFalse();
  }

  @Test
  void everyValueSaysWhereItComesFromAndWhenItWasLookedAt() {
    for (JurisdictionPack law : packs.all()) {
      assertThat(law.everyReference())
          .allSatisfy(
              r -> {
                assertThat(r.source()).as(r.toString()).contains("http");
                assertThat(r.article()).isNotBlank();
                assertThat(r.title()).isNotBlank();
                assertThat(r.provenance().verifiedOn()).isBetween("2026-11-21", "2026-11-22");
              });
    }
  }

  @Test
  void connectionDataBeatsErasureInFrance() {
    RetentionNorm identity = packs.norm("fr/FR-LCEN-1").orElseThrow();
    assertThat(identity.period().value().words()).isEqualTo("5 years");
    assertThat(identity.from()).isEqualTo("contract-end");
    assertThat(identity.bound()).isEqualTo(Bound.MIN);
    assertThat(identity.kind()).isEqualTo(LawKind.LAW);
    assertThat(identity.phase()).isEqualTo(RetentionNorm.Phase.INTERMEDIATE);
    assertThat(identity.beatsErasure()).isTrue();
    assertThat(identity.limits()).contains("national security");
  }

  @Test
  void aNormNobodyReadOrOnlyRecommendedDoesNotBeatErasure() {
    assertThat(packs.norm("fr/FR-LCEN-5").orElseThrow().beatsErasure()).isFalse();
    assertThat(packs.norm("fr/FR-CONSUMER-CONTRACT").orElseThrow().beatsErasure()).isFalse();
    assertThat(packs.norm("fr/FR-OBJECTION-LIST").orElseThrow().beatsErasure()).isFalse();
    assertThat(packs.norm("fr/FR-CONTRACT").orElseThrow().beatsErasure()).isFalse();
  }

  @Test
  void normsAreFoundByTheWordsOfACharter() {
    assertThat(keys(pack("fr").normsTouching(Set.of("bill-services"))))
        .containsExactly("FR-ACCOUNTING");
    assertThat(keys(pack("fr").normsTouching(List.of("recruit", "resume"))))
        .containsExactlyInAnyOrder("FR-CANDIDATE", "FR-CANDIDATE-EVIDENCE");
    assertThat(keys(pack("fr").normsTouching(Set.of("measure-audience"))))
        .containsExactlyInAnyOrder("FR-AUDIENCE-COOKIE", "FR-AUDIENCE-DATA");
    assertThat(keys(pack("fr").normsTouching(Set.of("pd:IPAddress")))).containsExactly("FR-LCEN-4");
    assertThat(keys(pack("fi").normsTouching(Set.of("bill-services"))))
        .containsExactly("FI-VOUCHERS");
    assertThat(pack("fr").normsTouching(Set.of("astronomy", ""))).isEmpty();
  }

  @Test
  void lawComesBeforeGuidance() {
    List<LawKind> kinds =
        pack("fr").normsTouching(Set.of("recruit", "pd:IPAddress", "prospect")).stream()
            .map(RetentionNorm::kind)
            .toList();
    assertThat(kinds).isSorted().contains(LawKind.LAW, LawKind.GUIDANCE);
  }

  private static List<String> keys(List<RetentionNorm> norms) {
    return norms.stream().map(RetentionNorm::key).toList();
  }

  @Test
  void authorities() {
    Authority cnil = pack("fr").authority().orElseThrow();
    assertThat(cnil.id()).isEqualTo("CNIL");
    assertThat(cnil.address())
        .map(Sourced::value)
        .hasValueSatisfying(a -> assertThat(a).contains("3 place de Fontenoy"));
    assertThat(cnil.complaints()).isPresent();
    Authority ombudsman = pack("fi").authority().orElseThrow();
    assertThat(ombudsman.address()).map(Sourced::confidence).contains(Confidence.PRIMARY);
    Authority cndp = pack("ma-09-08").authority().orElseThrow();
    assertThat(cndp.address()).as("not in the facts, so not invented").isEmpty();
    assertThat(cndp.complaints()).isEmpty();
    assertThat(pack("eu-gdpr").authority()).isEmpty();
  }

  @Test
  void breachClocks() {
    for (String id : List.of("eu-gdpr", "fr", "fi")) {
      BreachClock authority = pack(id).breach(BreachClock.Recipient.AUTHORITY).orElseThrow();
      assertThat(authority.within().value()).isEqualTo(new Span.Hours(72));
      assertThat(authority.within().mayBind()).isTrue();
      assertThat(pack(id).breach(BreachClock.Recipient.PEOPLE)).isPresent();
      assertThat(pack(id).breach(BreachClock.Recipient.CONTROLLER)).isPresent();
    }
    assertThat(pack("ma-09-08").breach(BreachClock.Recipient.AUTHORITY)).isEmpty();
    assertThat(pack("ma-09-08").rule(LawTopic.BREACH, "no-duty")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"eu-gdpr, 16", "fr, 15", "fi, 13"})
  void agesOfConsent(String id, int age) {
    assertThat(pack(id).ageOfConsent()).map(Sourced::value).contains(age);
  }

  @Test
  void moroccoIsSilentOnTheAgeOfConsent() {
    assertThat(pack("ma-09-08").ageOfConsent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR, INSIDE",
    "FI, INSIDE",
    "NO, INSIDE",
    "IS, INSIDE",
    "BR, ADEQUATE",
    "GB, ADEQUATE",
    "EPO, ADEQUATE",
    "US, CONDITIONAL",
    "CA, CONDITIONAL",
    "CH, CONDITIONAL",
    "MA, NEEDS_TOOL",
    "IN, NEEDS_TOOL"
  })
  void whereDataMayGoFromTheUnion(String place, Destination destination) {
    assertThat(pack("fr").transfers().orElseThrow().destination(place, DAY)).isEqualTo(destination);
  }

  @Test
  void adequacyHasDates() {
    TransferRules union = pack("eu-gdpr").transfers().orElseThrow();
    assertThat(union.destination("BR", LocalDate.of(2026, 1, 26)))
        .isEqualTo(Destination.NEEDS_TOOL);
    assertThat(union.destination("GB", LocalDate.of(2031, 12, 28)))
        .isEqualTo(Destination.NEEDS_TOOL);
    assertThat(union.adequacy("US", DAY)).map(Adequacy::contested).contains(true);
    assertThat(union.territory("EU")).hasSize(27).contains("FR", "FI").doesNotContain("NO");
    assertThat(union.territory("EEA")).hasSize(30).contains("NO", "IS", "LI");
    assertThat(union.territory("ATLANTIS")).isEmpty();
    assertThat(union.free()).hasSize(30);
    assertThat(union.tools())
        .containsKeys("standard-contractual-clauses", "binding-corporate-rules");
  }

  @ParameterizedTest
  @CsvSource({"MA, INSIDE", "FR, CONDITIONAL", "US, NEEDS_TOOL"})
  void whereDataMayGoFromMorocco(String place, Destination destination) {
    assertThat(pack("ma-09-08").transfers().orElseThrow().destination(place, DAY))
        .isEqualTo(destination);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-gdpr", "fr", "fi", "ma-09-08"})
  void everyRightHasADeadlineOrNeedsNone(String id) {
    JurisdictionPack law = pack(id);
    assertThat(law.rights())
        .filteredOn(r -> law.deadline(r.id()).isEmpty())
        .extracting(Right::id)
        .isSubsetOf(RightId.COMPLAINT, RightId.INFORMATION);
  }

  @Test
  void identityDocumentsAreNeverTheRule() {
    assertThat(pack("fr").rule(LawTopic.IDENTITY, "document-only-on-doubt"))
        .hasValueSatisfying(
            rule -> {
              assertThat(rule.text().mayBind()).isTrue();
              assertThat(rule.reference().kind()).isEqualTo(LawKind.LAW);
            });
    assertThat(pack("fr").rules(LawTopic.IDENTITY))
        .extracting(LawRule::key)
        .contains("only-on-doubt", "never-systematic", "delete-after-check");
    assertThat(pack("fr").rules(LawTopic.AFTER_DEATH)).hasSizeGreaterThan(6);
    assertThat(pack("fi").rules(LawTopic.AFTER_DEATH)).isEmpty();
  }
}

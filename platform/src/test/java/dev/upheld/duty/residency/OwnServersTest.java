package dev.upheld.duty.residency;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.connect.Answer.TransportFacts;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Location;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Verdict;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises that data lies on systems the company runs itself, alone and with countries. */
class OwnServersTest {
  private static final Set<String> FR = Set.of("FR");

  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem home = workspace.system("home", "FR", List.of("51.15.0.0/16"));
  private final MemorySystem hired = workspace.system("hired", "FR", List.of());

  @BeforeEach
  void customersInBoth() {
    address("51.15.3.4");
    home.table("account").whole("id").text("country").row(1L, "FR");
    hired.table("account").whole("id").text("country").row(1L, "FR").row(2L, "US");
    for (String system : List.of("home", "hired")) {
      workspace.map(
          system,
          place("account", "accounts")
              .subject("customers", "id")
              .residence("customers", "country"));
    }
  }

  @Test
  void whatSomebodyElseRunsIsNoOwnServerUnlessItIsEmpty() {
    assertThat(own().verdict()).isEqualTo(Verdict.UPHELD);
    workspace.operator("hired", Optional.of("partner"));
    assertThat(own().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(own()))
        .isEqualTo(
            "2 rows lie in hired/account, which the company does not run; promised are systems of"
                + " its own.");
    hired.existing("account").rows.clear();
    assertThat(own().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void whoRunsASystemMustBeSaidAndShown() {
    workspace.operator("home", Optional.empty());
    assertThat(own().verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(own())).anyMatch(r -> r.contains("not said who runs this system"));
    workspace.operator("home", Optional.of("nimbus"));
    workspace.proof("home", Optional.empty());
    assertThat(own().verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(own()))
        .containsExactly("home: No document stands behind its operator. Name one under proof.");
    assertThat(reasons(locate(FR, Set.of(), Set.of(), Set.of())))
        .containsExactly(
            "home: No document stands behind its country and operator. Name one under proof.");
  }

  @Test
  void theOperatorIsAFigureOfTheEvidence() {
    workspace.operator("hired", Optional.empty());
    assertThat(own().evidence().getFirst().figures())
        .contains(
            new Figure("operator", "nimbus", "home"), new Figure("operator", "not said", "hired"));
  }

  @Test
  void anAddressOutsideTheDocumentedNetworksContradictsTheLabel() {
    address("3.22.1.1");
    assertThat(own().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(own())).contains("not the system its label speaks of");
  }

  /** No rows are known to be wrong: nobody said where they are, or who runs the system. */
  @Test
  void withNeitherOperatorNorCountryNothingIsBroken() {
    bare("hired", workspace.entry("hired").access());
    PromiseResult result = locate(FR, Set.of(), Set.of(), Set.of());
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result))
        .anyMatch(r -> r.contains("not said who runs this system"))
        .anyMatch(r -> r.contains("not said in which country"));
  }

  @Test
  void aPartnerThatIsOnlyDeclaredIsNotLookedPast() {
    partner();
    assertThat(own().verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(own()))
        .containsExactly(
            "chat: crisp runs it, and the data map binds no place in it: what lies there is not"
                + " known. Bind its places, or say in the charter which activities the promise"
                + " speaks of.");
    assertThat(locate(FR, Set.of(), Set.of(), Set.of()).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void aPromiseOfSomeDataDoesNotSpeakOfPartnersThatHoldOther() {
    partner();
    assertThat(locate(Set.of(), Set.of(), Set.of(), Set.of("accounts")).verdict())
        .isEqualTo(Verdict.UPHELD);
    assertThat(locate(Set.of(), Set.of("customers"), Set.of(), Set.of()).verdict())
        .isEqualTo(Verdict.UPHELD);
  }

  /** The rows of others may lie on hired systems. */
  @Test
  void onlyRowsOfThosePromisedCount() {
    workspace.operator("hired", Optional.of("partner"));
    PromiseResult french = locate(Set.of(), Set.of("customers"), FR, Set.of());
    assertThat(french.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(french)).startsWith("1 row about people residing in FR lies in hired");
    hired.existing("account").rows.removeFirst();
    assertThat(locate(Set.of(), Set.of("customers"), FR, Set.of()).verdict())
        .isEqualTo(Verdict.UPHELD);
  }

  @Test
  void abroadAndRunByOthersIsSaidOnce() {
    workspace.operator("hired", Optional.of("partner"));
    PromiseResult german = locate(Set.of("DE"), Set.of(), Set.of(), Set.of());
    assertThat(summary(german))
        .isEqualTo(
            "2 rows lie in hired/account, in FR, which the company does not run; promised are"
                + " systems of its own in DE. 1 row lies in home/account, in FR; promised is DE.");
    assertThat(german.evidence().getFirst().figures())
        .filteredOn(f -> f.name().equals("rows"))
        .hasSize(2);
    assertThat(german.evidence().getFirst().coverage().rows()).isEqualTo(3);
  }

  @Test
  void theRightCountryOnAHiredSystemIsStillBroken() {
    workspace.operator("hired", Optional.of("partner"));
    assertThat(summary(locate(FR, Set.of(), Set.of(), Set.of())))
        .isEqualTo(
            "2 rows lie in hired/account, which the company does not run; promised are systems of"
                + " its own.");
  }

  private void partner() {
    bare("chat", Optional.empty());
    workspace.operator("chat", Optional.of("crisp"));
  }

  /** A system of which only the way to it, if any, is said. */
  private void bare(String id, Optional<Endpoint> access) {
    workspace.entry(
        new SystemEntry(
            id,
            access,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ZoneOffset.UTC,
            new Location("systems.yaml", 9, 3)));
  }

  private void address(String address) {
    home.transport =
        new TransportFacts(true, Optional.of("TLSv1.3"), Optional.of(true), Optional.of(address));
  }

  private PromiseResult own() {
    return locate(Set.of(), Set.of(), Set.of(), Set.of());
  }

  private PromiseResult locate(
      Set<String> countries, Set<String> subjects, Set<String> residents, Set<String> activities) {
    return workspace
        .promise(
            new Locate(
                companyWide("own-servers", "locate"),
                countries,
                subjects,
                residents,
                activities,
                true,
                false))
        .result(Residency.probers());
  }

  private static String summary(PromiseResult result) {
    return result.evidence().getFirst().summary();
  }

  private static List<String> reasons(PromiseResult result) {
    return result.evidence().getFirst().reasons();
  }
}

package dev.upheld.duty.residency;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.connect.Answer.TransportFacts;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.datamap.Condition;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocateProberTest {
  private static final Set<String> EU = Set.of("FR", "DE", "FI", "IE");

  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem eu = workspace.system("eu-main", "FR", List.of("51.15.0.0/16"));
  private final MemorySystem us = workspace.system("us-main", "US", List.of());

  @BeforeEach
  void customersOnBothSides() {
    address("51.15.3.4");
    eu.table("account").whole("id").text("country", "kind").row(1L, "France").row(2L, "de");
    us.table("account").whole("id").text("country", "kind").row(1L, "US").row(2L, "USA");
    us.table("ticket").whole("id", "account_id").row(1L, 1L).row(2L, 2L);
    us.table("message").whole("id", "ticket_id").row(1L, 1L);
    for (String system : List.of("eu-main", "us-main")) {
      workspace.map(
          system,
          place("account", "accounts")
              .subject("customers", "id")
              .residence("customers", "country"));
    }
    workspace.map(
        "us-main",
        place("ticket", "support")
            .subject("customers", "account_id")
            .link("account_id", "account", "id"));
    workspace.map("us-main", place("message", "support").link("ticket_id", "ticket", "id"));
  }

  @Test
  void everybodyWhereTheyBelongIsUpheldBothWays() {
    PromiseResult result = residents(EU, EU);
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(result)).contains("5 rows looked at").contains("outside 4 countries");
    assertThat(residents(Set.of("US"), Set.of("US")).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void oneCustomerOfTheUnionInAmericaIsBroken() {
    us.existing("account").row(3L, "FRANCE");
    PromiseResult result = residents(EU, EU);
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "1 row about people residing in FR lies in us-main/account, in US; promised are 4 countries.");
    assertThat(residents(Set.of("US"), Set.of("US")).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void rowsThatOnlyPointAtTheCustomerCountAsWell() {
    us.existing("account").row(3L, "FR");
    us.existing("ticket").row(3L, 3L);
    us.existing("message").row(2L, 3L);
    assertThat(summary(residents(EU, EU))).contains("us-main/message").contains("us-main/ticket");
  }

  @Test
  void theOtherWayRound() {
    eu.existing("account").row(3L, "us");
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UPHELD);
    PromiseResult result = residents(Set.of("US"), Set.of("US"));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("eu-main/account, in FR; promised is US");
  }

  @Test
  void serversForSomePeopleHoldNobodyElse() {
    assertThat(dedicated().verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(dedicated()))
        .contains("nothing lies in US that is about customers residing outside US");
    us.existing("account").row(3L, "MA");
    PromiseResult result = dedicated();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "1 row about people residing in MA lies in us-main/account, in US, where only people"
                + " residing in US were promised.");
  }

  @Test
  void peopleOfThoseServersMayLieElsewhereToo() {
    eu.existing("account").row(3L, "US");
    assertThat(dedicated().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void nobodyKnowsWhereSomeReside() {
    us.existing("account").row(3L, null).row(4L, "Atlantis");
    PromiseResult result = residents(EU, EU);
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("2 rows name no country"));
  }

  @Test
  void withoutAWayToTheCountryItIsUnproven() {
    workspace.map("us-main", place("ticket", "support").subject("customers", "account_id"));
    PromiseResult result = residents(EU, EU);
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result))
        .anyMatch(r -> r.contains("us-main/ticket: The data map shows no way"));
  }

  /** A row that names two people says by the country of one nothing of the other. */
  @Test
  void everybodyARowNamesNeedsAWay() {
    workspace.map(
        "us-main",
        place("ticket", "support")
            .subject("customers", "account_id")
            .subject("agents", "agent_id")
            .link("account_id", "account", "id"));
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UPHELD);
    PromiseResult result = locate(EU, Set.of(), EU, Set.of());
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result))
        .anyMatch(r -> r.contains("us-main/ticket") && r.contains("their agents reside in"));
  }

  @Test
  void aSystemWithoutAMapIsLookedAtWhereAllDataIsMeant() {
    for (String table : List.of("account", "ticket", "message")) {
      us.existing(table).rows.clear();
    }
    workspace.declared("partner", "IE");
    assertThat(everybody(EU).verdict()).isEqualTo(Verdict.UPHELD);
    workspace.declared("partner", "US");
    assertThat(everybody(EU).verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(everybody(EU)))
        .containsExactly(
            "partner: It stands in US, and the data map binds no place in it: what lies there is"
                + " not known. Bind its places, or say in the charter which activities the promise"
                + " speaks of.");
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void onlyTheRowsThePlaceMeans() {
    us.existing("account").row(3L, "FR", "test");
    workspace.map(
        "us-main",
        place("account", "accounts")
            .subject("customers", "id")
            .residence("customers", "country")
            .only(new Condition.IsNull("kind", false)));
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void everybodysDataOutsideIsBrokenUnlessThereIsNone() {
    assertThat(everybody(EU).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(everybody(EU))).contains("2 rows lie in us-main/account, in US");
    for (String table : List.of("account", "ticket", "message")) {
      us.existing(table).rows.clear();
    }
    assertThat(everybody(EU).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void onlyTheActivitiesMeant() {
    assertThat(locate(EU, Set.of(), Set.of(), Set.of("support")).verdict())
        .isEqualTo(Verdict.BROKEN);
    workspace.unmap("us-main", "ticket").unmap("us-main", "message");
    assertThat(locate(EU, Set.of(), Set.of(), Set.of("support")).verdict())
        .isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void aLabelNeedsADocumentThatCounts() {
    workspace.proof("eu-main", Optional.empty());
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UNPROVEN);
    workspace.proof("eu-main", Optional.of(proof(false, "2027-12-31")));
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UNPROVEN);
    workspace.proof("eu-main", Optional.of(proof(true, "2026-11-21")));
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UNPROVEN);
    workspace.proof("eu-main", Optional.of(proof(true, "2026-11-22")));
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void withoutALabelNothingIsProvedAndNothingBroken() {
    TestWorkspace bare = new TestWorkspace();
    bare.system("eu-main", "", List.of())
        .table("account")
        .whole("id")
        .text("country")
        .row(1L, "FR");
    bare.map(
        "eu-main",
        place("account", "accounts").subject("customers", "id").residence("customers", "country"));
    PromiseResult result =
        bare.promise(
                new Locate(companyWide("eu", "locate"), EU, Set.of(), EU, Set.of(), false, false))
            .result(Residency.probers());
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("not said in which country"));
  }

  @ParameterizedTest
  @CsvSource({
    "51.15.3.4, UPHELD",
    "51.15.3.4/32, UPHELD",
    "::ffff:51.15.3.4, UPHELD",
    "3.22.1.1, BROKEN",
    "2600:1f18::1, BROKEN",
    "10.0.3.4, UNPROVEN",
    "127.0.0.1, UNPROVEN",
    "fd00::7, UNPROVEN",
    ", UPHELD",
  })
  void theAddressMayContradictTheLabel(String address, Verdict expected) {
    address(address);
    assertThat(residents(EU, EU).verdict()).isEqualTo(expected);
  }

  @Test
  void aPartnersLabelCountsUntilItIsOutside() {
    workspace.declared("partner", "IE");
    workspace.map("partner", place("mail", "support").subject("customers", "m"));
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UPHELD);
    workspace.declared("partner", "US");
    PromiseResult result = residents(EU, EU);
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("partner is only declared"));
  }

  @Test
  void aSystemThatIsDownProvesNothing() {
    us.beforeOpen =
        () -> {
          throw new ProblemException(
              Problem.of(ConnectProblem.SYSTEM_DOWN, "Nobody answers.", "Start it."));
        };
    assertThat(residents(EU, EU).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  private void address(String address) {
    eu.transport =
        new TransportFacts(
            true, Optional.of("TLSv1.3"), Optional.of(true), Optional.ofNullable(address));
  }

  private PromiseResult residents(Set<String> countries, Set<String> residents) {
    return locate(countries, Set.of("customers"), residents, Set.of());
  }

  private PromiseResult dedicated() {
    Set<String> us = Set.of("US");
    return workspace
        .promise(
            new Locate(
                companyWide("us-servers", "locate"),
                us,
                Set.of("customers"),
                us,
                Set.of(),
                false,
                true))
        .result(Residency.probers());
  }

  private PromiseResult everybody(Set<String> countries) {
    return locate(countries, Set.of(), Set.of(), Set.of());
  }

  private PromiseResult locate(
      Set<String> countries, Set<String> subjects, Set<String> residents, Set<String> activities) {
    return workspace
        .promise(
            new Locate(
                companyWide("eu-customers", "locate"),
                countries,
                subjects,
                residents,
                activities,
                false,
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

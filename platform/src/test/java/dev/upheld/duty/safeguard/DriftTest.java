package dev.upheld.duty.safeguard;

import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.Drift;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What differs between a data map and its database, told as it is. */
class DriftTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem system = workspace.system("main");
  private final MemoryTable account = system.table("account").whole("id").text("email", "ref");
  private final MemoryTable visit = system.table("visit").whole("id", "account").text("who");
  private final TestPlace accounts =
      place("account", "accounts").key("id").field("email", "email").technical("id", "ref");
  private final TestPlace visits =
      place("visit", "visits")
          .technical("id", "account")
          .field("who", "pseudonym")
          .link("account", "account", "id");

  @BeforeEach
  void healthy() {
    for (long i = 0; i < 20; i++) {
      account.row(i, "u" + i + "@mail.example", "r" + i);
      visit.row(i, i, "p-" + i);
    }
    system.table("currency").text("code").row("EUR");
    workspace.ignore("main", "currency");
    workspace.term("email", "pd:EmailAddress").term("pseudonym", "pd:UID");
    workspace.promise(new HoldOnly(header("accounts", "hold-only"), Set.of("email")));
    workspace.promise(new HoldOnly(header("visits", "hold-only"), Set.of("pseudonym")));
    workspace.promise(new HoldOnly(companyWide("undeclared", "hold-only"), Set.of()));
  }

  private ProveReport prove() {
    workspace.map("main", accounts).map("main", visits);
    return workspace.run(Safeguard.probers());
  }

  private List<String> drift() {
    return prove().drift().stream().map(DriftTest::said).toList();
  }

  private static String said(Drift d) {
    return d.kind().id()
        + " "
        + d.table()
        + d.column().map(c -> "." + c).orElse("")
        + " "
        + d.nature();
  }

  @Test
  void aDatabaseLikeItsMapHasNone() {
    ProveReport report = prove();
    assertThat(report.drift()).isEmpty();
    assertThat(report.results()).allMatch(r -> r.verdict() == Verdict.UPHELD);
  }

  @Test
  void whatIsNew() {
    system.table("lead").whole("id").text("mail").row(1L, "jane.doe@mail.example");
    system.table("flag").column("on", Description.Type.BOOLEAN);
    account.column("active", Description.Type.BOOLEAN).text("nick");
    assertThat(drift())
        .containsExactlyInAnyOrder(
            "new-table lead PERSONAL",
            "new-table flag NOT_PERSONAL",
            "new-column account.active NOT_PERSONAL",
            "new-column account.nick UNSURE");
    assertThat(prove().drift().toString()).doesNotContain("jane");
  }

  @Test
  void aNewTableThatWasNotSeenWholeIsNotHarmless() {
    system.table("flag").column("on", Description.Type.BOOLEAN).whole("number").row(true, 1L);
    assertThat(drift()).contains("new-table flag NOT_PERSONAL");
    system.beforeAsk =
        q -> {
          if (q instanceof Question.Sample s && s.column().equals("number")) {
            throw new ProblemException(
                Problem.of(ConnectProblem.TIMED_OUT, "It took too long.", "Try again."));
          }
        };
    ProveReport report = prove();
    assertThat(report.drift().stream().map(DriftTest::said)).contains("new-table flag UNSURE");
    assertThat(report.drift().toString()).contains("not all of it could be looked at");
  }

  @Test
  void whatIsGone() {
    account.drop("ref");
    visit.drop("account");
    system.drop("currency");
    assertThat(drift())
        .containsExactlyInAnyOrder(
            "gone-column account.ref UNSURE",
            "gone-column visit.account UNSURE",
            "gone-table currency NOT_PERSONAL");
    system.drop("account");
    assertThat(drift()).contains("gone-table account UNSURE", "gone-link visit.account UNSURE");
  }

  @Test
  void linksToOtherSystemsThatAreGone() {
    MemorySystem partner = workspace.system("partner");
    MemoryTable person = partner.table("person").whole("id").text("code").row(1L, "c");
    TestPlace people = place("person", "persons").key("id").technical("id", "code");
    workspace.map("partner", people);
    account.text("partner_code");
    accounts.elsewhere("partner_code", "partner", "person", "code");
    assertThat(drift()).isEmpty();
    account.drop("partner_code");
    assertThat(drift()).containsExactly("gone-column account.partner_code UNSURE");
    account.text("partner_code");
    person.drop("code");
    people.technical("code");
    ProveReport report = prove();
    assertThat(report.drift().stream().map(DriftTest::said))
        .containsExactly("gone-link account.partner_code UNSURE");
    assertThat(report.drift().getFirst().sentence()).contains("partner/person (code)");
    assertThat(report.count(Verdict.UNPROVEN)).isEqualTo(1);
    partner.drop("person");
    assertThat(drift()).contains("gone-link account.partner_code UNSURE");
  }

  @Test
  void aTargetInASystemThatDoesNotAnswerIsThatSystemsBusiness() {
    MemorySystem partner = workspace.system("partner");
    workspace.map("partner", place("person", "persons").key("id").technical("id"));
    account.text("partner_code");
    accounts.elsewhere("partner_code", "partner", "person", "id");
    partner.beforeOpen =
        () -> {
          throw new ProblemException(
              Problem.of(ConnectProblem.SYSTEM_DOWN, "It is down.", "Start it."));
        };
    assertThat(drift()).isEmpty();
  }

  @Test
  void aKeyTheMapDoesNotKnowIsOnlyListed() {
    visit.whole("invited_by").pointing("invited_by", "account", "id");
    visit.pointing("account", "account", "id");
    visits.technical("invited_by");
    assertThat(drift()).containsExactly("new-link visit.invited_by NOT_PERSONAL");
    assertThat(prove().results()).allMatch(r -> r.verdict() == Verdict.UPHELD);
  }

  @Test
  void anIgnoredTableThatPointsAtPeople() {
    system.table("badge").whole("id", "of").pointing("of", "account", "id");
    workspace.ignore("main", "badge");
    assertThat(drift()).containsExactly("new-link badge.of UNSURE");
  }

  @Test
  void pseudonymsThatBecameMailAddressesAreBroken() {
    visit.rows.clear();
    for (long i = 0; i < 20; i++) {
      visit.row(i, i, "jane" + i + "@mail.example");
    }
    ProveReport report = prove();
    assertThat(report.drift())
        .extracting(DriftTest::said)
        .containsExactly("changed-content visit.who PERSONAL");
    assertThat(report.drift().getFirst().sentence())
        .isEqualTo(
            "The column who in main/visit is bound to pseudonym, but 100 % of 20 sampled values"
                + " are mail addresses.");
    assertThat(report.count(Verdict.BROKEN)).isEqualTo(1);
  }

  @Test
  void aWordThatMayHoldAnythingIsLeftAlone() {
    workspace.term("pseudonym", "pd:Behavioral");
    visit.rows.clear();
    for (long i = 0; i < 20; i++) {
      visit.row(i, i, "jane" + i + "@mail.example");
    }
    assertThat(drift()).isEmpty();
  }

  @Test
  void whatIsPromisedUnderAnotherWordIsForAPerson() {
    workspace.term("pseudonym", "pd:Country");
    workspace.promise(new HoldOnly(header("visits", "hold-only"), Set.of("pseudonym", "email")));
    visit.rows.clear();
    for (long i = 0; i < 20; i++) {
      visit.row(i, i, "jane" + i + "@mail.example");
    }
    assertThat(drift()).containsExactly("changed-content visit.who UNSURE");
  }

  @Test
  void whatAMachineProposedIsReviewedElsewhere() {
    system.table("lead").whole("id").text("mail").row(1L, "jane.doe@mail.example");
    workspace.proposed("main", place("lead", "accounts").key("id"));
    assertThat(drift()).isEmpty();
  }
}

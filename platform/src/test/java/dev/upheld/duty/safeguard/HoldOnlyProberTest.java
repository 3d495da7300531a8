package dev.upheld.duty.safeguard;

import static dev.upheld.duty.safeguard.Results.evidence;
import static dev.upheld.duty.safeguard.Results.figures;
import static dev.upheld.duty.safeguard.Results.reasons;
import static dev.upheld.duty.safeguard.Results.summary;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldOnlyProberTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem system = workspace.system("eu-main");
  private final MemoryTable account =
      system.table("account").whole("id").text("email").time("created_at");
  private final TestPlace place =
      place("account", "accounts")
          .key("id")
          .clock("collected", "created_at")
          .field("email", "email");

  @BeforeEach
  void oneRow() {
    account.row(1L, "jane.doe@customer.example", "2026-01-01T00:00:00Z");
  }

  @Test
  void everyColumnKnownIsUpheld() {
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(result)).contains("1 mapped place");
    assertThat(system.asked)
        .singleElement()
        .isInstanceOfSatisfying(
            Question.Sample.class, sample -> assertThat(sample.column()).isEqualTo("id"));
  }

  @Test
  void aProposedPlaceBesideAReviewedOneLeavesItUnproven() {
    system.table("profile").whole("id").text("name");
    workspace.proposed("eu-main", place("profile", "accounts").key("id").field("name", "name"));
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result).toString())
        .contains("eu-main/profile")
        .contains("proposed by a machine and nobody has reviewed it");
    assertThat(system.asked)
        .allMatch(q -> q instanceof Question.Sample s && s.table().name().equals("account"));
  }

  @Test
  void aPlaceProposedForAnotherActivityIsNoneOfItsBusiness() {
    workspace.proposed("eu-main", place("profile", "billing").key("id").field("name", "name"));
    assertThat(measure("email").verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aWordThatIsNotPromisedIsBroken() {
    PromiseResult result = measure("name");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo("eu-main/account holds email (email), which the charter does not list.");
  }

  @Test
  void aWordOfAnotherActivityOfThePlaceIsItsOwn() {
    workspace.promise(new HoldOnly(header("billing", "hold-only"), Set.of("email")));
    workspace.map(
        "eu-main",
        place("account", "accounts", "billing")
            .key("id")
            .clock("collected", "created_at")
            .field("email", "email"));
    workspace.promise(new HoldOnly(header("accounts", "hold-only"), Set.of("name")));
    assertThat(workspace.run(Safeguard.probers()).results())
        .allMatch(r -> r.verdict() == Verdict.UPHELD);
  }

  @Test
  void anUndeclaredColumnOfBirthDatesIsBroken() {
    account.column("birth_date", Description.Type.DATE);
    for (int year = 1950; year < 2000; year++) {
      account.row(
          (long) year, "x@customer.example", "2026-01-01T00:00:00Z", year + "-03-1" + year % 10);
    }
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("birth_date").contains("BirthDate").doesNotContain("1950");
  }

  @Test
  void anUndeclaredColumnOfMailAddressesIsBrokenWhateverItsName() {
    account.text("x17").row(2L, "a@b.example", "2026-01-01T00:00:00Z", "john.roe@mail.example");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).toString()).doesNotContain("john.roe");
  }

  @Test
  void anUndeclaredColumnThatMayBePersonalIsAtRisk() {
    account.text("name");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void anUndeclaredColumnThatIsNotPersonalIsOnlyListed() {
    account.column("is_active", Description.Type.BOOLEAN);
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(figures(result, "listed")).hasSize(1).first().asString().contains("is_active");
  }

  @Test
  void anEmptyColumnBreaksNothingYet() {
    account.text("email_2");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void numbersInATechnicalColumnAreLookedAtToo() {
    account.whole("batch");
    place.technical("batch");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.UPHELD);
    for (long i = 0; i < 5; i++) {
      account.row(i, "x@customer.example", "2026-01-01T00:00:00Z", 4539148803436467L);
    }
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("batch").contains("card numbers");
  }

  @Test
  void technicalNumbersThatCannotBeReadAreUnproven() {
    account.whole("batch").unreadable("batch");
    place.technical("batch");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("batch is technical by the data map"));
  }

  @Test
  void momentsThatNobodyCouldTellAnythingFromNeedNoGrant() {
    account.unreadable("created_at");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void valuesTooLargeForASampleLeaveItUnproven() {
    account.column("meta", Description.Type.JSON).tooLarge("meta");
    PromiseResult unknown = measure("email");
    assertThat(unknown.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(unknown)).anyMatch(r -> r.contains("meta are too large to be looked at"));
    assertThat(unknown.drift()).noneMatch(d -> d.nature() == Nature.NOT_PERSONAL);
    place.technical("meta");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void aNameAloneBreaksNothingThatIsTooLargeToBeSeen() {
    account.column("birth_date", Description.Type.JSON).tooLarge("birth_date");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(summary(result)).doesNotContain("is empty");
  }

  @Test
  void whatCannotBeReadIsUnproven() {
    account.whole("n").unreadable("n");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("n in eu-main/account"));
  }

  @Test
  void tablesAndColumnsThatAreGoneAreUnproven() {
    account.drop("email");
    assertThat(reasons(measure("email"))).anyMatch(r -> r.contains("column email does not exist"));
    system.drop("account");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("table account does not exist"));
  }

  @Test
  void twoPlacesOfOneTableKnowItTogether() {
    account.text("nick").row(3L, "a@b.example", "2026-01-01T00:00:00Z", "zed");
    workspace.map("eu-main", place("nicks", "community").table("account").field("nick", "login"));
    assertThat(measure("email").verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void twoActivitiesThatWonderAboutAColumnShareTheSample() {
    account.text("x17").row(2L, "a@b.example", "2026-01-01T00:00:00Z", "john.roe@mail.example");
    workspace.map(
        "eu-main",
        place("account", "accounts", "more")
            .key("id")
            .clock("collected", "created_at")
            .field("email", "email"));
    workspace.promise(new HoldOnly(header("accounts", "hold-only"), Set.of("email")));
    workspace.promise(new HoldOnly(header("more", "hold-only"), Set.of("email")));
    ProveReport report = workspace.run(Safeguard.probers());
    assertThat(report.results()).hasSize(2).allMatch(r -> r.verdict() == Verdict.BROKEN);
    assertThat(system.asked)
        .extracting(q -> (Object) q.getClass())
        .containsExactly(Question.Sample.class, Question.Sample.class, Question.FindValues.class);
  }

  @Test
  void aTableNobodyMappedWithPersonalDataIsBroken() {
    system
        .table("customer_export")
        .text("email", "phone")
        .row("jane.doe@mail.example", "+33 6 12 34 56 78");
    PromiseResult result = everywhere();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("eu-main/customer_export").doesNotContain("jane");
  }

  @Test
  void aTableIgnoredForGoodReasonIsUpheld() {
    system.table("currency").text("code", "name").row("EUR", "Euro").row("CHF", "Swiss franc");
    workspace.ignore("eu-main", "currency");
    assertThat(everywhere().verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(everywhere())).contains("every table is bound or ignored");
  }

  @Test
  void aTableIgnoredByMistakeIsBroken() {
    system.table("export").text("x").row("order 17").row("for jane.doe@mail.example");
    workspace.ignore("eu-main", "export");
    PromiseResult result = everywhere();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "The column x in eu-main/export lies in a table that the data map ignores, and holds"
                + " a mail address in 1 value.");
  }

  @Test
  void mappedTablesAreNotItsBusiness() {
    account.text("x17").row(2L, "a@b.example", "2026-01-01T00:00:00Z", "john.roe@mail.example");
    assertThat(everywhere().verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(everywhere())).contains("every table is bound or ignored");
  }

  @Test
  void schemasThatCannotBeListedAreUnproven() {
    system.blind("The schema secret cannot be listed.");
    assertThat(everywhere().verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void oneMailAddressFarDownATechnicalColumnIsBroken() {
    account.text("source");
    for (long i = 0; i < 5_000; i++) {
      account.row(i, "a@b.example", "2026-01-01T00:00:00Z", "import " + i);
    }
    account.row(9_999L, "a@b.example", "2026-01-01T00:00:00Z", "by jane.doe@mail.example");
    place.technical("source");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "The column source in eu-main/account is technical by the data map, and holds a mail"
                + " address in 1 value.");
    assertThat(evidence(result).toString()).doesNotContain("jane");
  }

  @Test
  void oneMailAddressAmongManyValuesOfAnUnknownColumnIsBroken() {
    account.text("is_source");
    for (long i = 0; i < 1_000; i++) {
      account.row(i, "a@b.example", "2026-01-01T00:00:00Z", "batch");
    }
    account.row(9_999L, "a@b.example", "2026-01-01T00:00:00Z", "jane.doe@mail.example");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aTechnicalColumnFullOfNamesIsAtRisk() {
    account.text("ref");
    String[] names = {"Jane Smith", "Pierre Martin", "Anna Schmidt", "Maria Rossi", "John Brown"};
    for (long i = 0; i < 50; i++) {
      account.row(i, "a@b.example", "2026-01-01T00:00:00Z", names[(int) i % 5] + "");
    }
    place.technical("ref");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.AT_RISK);
    assertThat(summary(result)).contains("ref").contains("names of people").doesNotContain("Jane");
  }

  @Test
  void whatMachinesWriteLeavesATechnicalColumnUpheld() {
    account.text("ref").whole("number");
    for (String ref :
        new String[] {
          "no-reply@mail.example",
          "git@github.com:acme/shop.git",
          "lodash@4.17.21",
          "a@b",
          "https://deploy:x@registry.example/v2/",
          "550e8400-e29b-41d4-a716-446655440000"
        }) {
      account.row(3L, "a@b.example", "2026-01-01T00:00:00Z", ref, 1767225600000L);
    }
    place.technical("ref", "number");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void longNumbersThatPassForCardsByChanceAreForAPerson() {
    account.text("ref");
    for (long i = 0; i < 200; i++) {
      account.row(i, "a@b.example", "2026-01-01T00:00:00Z", "" + (4539148803430001L + 7 * i));
    }
    place.technical("ref");
    assertThat(measure("email").verdict()).isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void aTechnicalColumnNobodyMayReadIsUnproven() {
    account.text("source").unreadable("source");
    place.technical("source");
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("source") && r.contains("Grant SELECT"));
  }

  @Test
  void aSearchThatFailsLeavesItUnproven() {
    account.text("source").row(1L, "a@b.example", "2026-01-01T00:00:00Z", "x");
    place.technical("source");
    system.beforeAsk =
        question -> {
          if (question instanceof Question.FindValues) {
            throw new ProblemException(
                Problem.of(ConnectProblem.TIMED_OUT, "It took too long.", "Allow more time."));
          }
        };
    PromiseResult result = measure("email");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("took too long"));
  }

  @Test
  void aTechnicalColumnThatIsGoneIsUnproven() {
    place.technical("source");
    assertThat(reasons(measure("email"))).anyMatch(r -> r.contains("column source does not exist"));
  }

  @Test
  void aCopyInAMaterialisedViewIsFoundAndHidesNothing() {
    MemoryTable copy =
        system
            .table("report")
            .text("n")
            .kind(Description.TableKind.MATERIALIZED_VIEW)
            .blind("eu-main/report: is a materialised view")
            .row("17");
    workspace.ignore("eu-main", "report");
    assertThat(everywhere().verdict()).isEqualTo(Verdict.UPHELD);
    copy.row("jane.doe@mail.example");
    assertThat(everywhere().verdict()).isEqualTo(Verdict.BROKEN);
  }

  private PromiseResult measure(String word) {
    workspace.map("eu-main", place);
    return only(new HoldOnly(header("accounts", "hold-only"), Set.of(word)));
  }

  private PromiseResult everywhere() {
    workspace.map("eu-main", place);
    return only(new HoldOnly(companyWide("undeclared", "hold-only"), Set.of()));
  }

  private PromiseResult only(Promise promise) {
    return workspace.promise(promise).result(Safeguard.probers());
  }
}

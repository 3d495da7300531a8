package dev.upheld.edge.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.upheld.access.Role;
import dev.upheld.app.serve.RunningServer;
import dev.upheld.demo.Plan;
import dev.upheld.demo.Profile;
import dev.upheld.demo.ProvenCompany;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An auditor takes clauses of a policy and reads, in the console of its example, what keeps them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {
  private static final long CUSTOMERS = 300;

  private Chromium chromium;

  /**
   * @param clause of the source policy
   * @param promise that it stands on, without the company
   * @param says words of its evidence, or of what it waits for
   */
  record Reading(String clause, String promise, Verdict verdict, String says) {}

  record Example(String name, List<Reading> readings) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Example> examples() {
    return Stream.of(
        example(
            "clever-cloud",
            new Reading("CC-05", "audience-measurement/keep", Verdict.BROKEN, "platform-db/visit"),
            new Reading("CC-13", "accounts/form", Verdict.BROKEN, "platform-db/account"),
            new Reading("CC-24", "transport/encrypt", Verdict.UPHELD, "platform-db")),
        example(
            "clever-cloud-morocco",
            new Reading("MA-02", "morocco/locate", Verdict.UNPROVEN, "support-chat"),
            new Reading(
                "MA-04", "rights-portability/answer", Verdict.UNPROVEN, "Nobody has made such"),
            new Reading("MA-01", "requests/keep", Verdict.BROKEN, "platform-db/privacy-request")),
        example(
            "cloud-temple",
            new Reading("CT-15", "visits-apart/apart", Verdict.BROKEN, "site-db/page-count"),
            new Reading(
                "CT-03", "measure-training/review", Verdict.UNPROVEN, "Only a person can confirm"),
            new Reading("CT-17", "transport/encrypt", Verdict.UPHELD, "site-db")),
        example(
            "cloud-pbs",
            new Reading("LB-06", "us-servers/locate", Verdict.BROKEN, "us-db"),
            new Reading("LB-02", "backups/form", Verdict.BROKEN, "eu-db/backup"),
            new Reading("LB-14", "transport/encrypt", Verdict.UPHELD, "eu-db")),
        example(
            "clouder",
            new Reading("CO-02", "recruitment/keep", Verdict.BROKEN, "office-db/candidate"),
            new Reading("CO-08", "technical-data/keep", Verdict.BROKEN, "app-db/usage-event"),
            new Reading("CO-14", "users-in-eu/locate", Verdict.UPHELD, "app-db")));
  }

  private static Example example(String name, Reading... readings) {
    return new Example(name, List.of(readings));
  }

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void threeClausesAreFoundByTheirIdAndTheirEvidenceRead(Example example, @TempDir Path folder) {
    Profile profile = Profiles.named(example.name());
    Plan plan = new Plan(profile, CUSTOMERS, new MovedClock().instant(), profile.usualFaults());
    Path workspace = folder.resolve(example.name());
    ProvenCompany company = ProvenCompany.make(Engine.POSTGRESQL, plan, Names.OWN, workspace);
    try (RunningServer server = RunningServer.of(workspace, company.variables());
        Visitor visitor =
            new Visitor(chromium, server.url(), company.personalValues(), Locale.UK)) {
      visitor.goes(
          server.enters("auditor@" + example.name() + ".example", "Paul Ry", Role.AUDITOR));
      waitForProof(visitor, plan);
      visitor.pictures(example.name());
      for (Reading reading : example.readings()) {
        reads(visitor, profile.company() + "/" + reading.promise(), reading);
      }
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static void waitForProof(Visitor visitor, Plan plan) {
    long broken = plan.faults().stream().flatMap(f -> f.promises().stream()).distinct().count();
    visitor
        .page()
        .waitForCondition(
            () -> {
              visitor.page().waitForTimeout(300); // what it waits for needs the processor
              visitor.goes("/promises?verdict=broken");
              return visitor.page().locator(".tile").count() == broken;
            });
    visitor.goes("/promises");
  }

  private static void reads(Visitor visitor, String promise, Reading reading) {
    Page page = visitor.page();
    visitor.goes("/promises");
    int all = page.locator(".tile").count();
    page.locator("#f-clause").selectOption(reading.clause());
    page.waitForURL("**clause=" + reading.clause() + "*");
    page.waitForFunction("n => document.querySelectorAll('.tile').length < n", all);
    page.locator(".tile[href='/promises/" + promise + "']").click();
    assertThat(page.locator(".verdict-line")).containsText(spoken(reading.verdict()));
    Locator main = page.locator("main");
    assertThat(main).containsText(reading.clause());
    assertThat(main).containsText(reading.says());
    visitor.looks(promise);
  }

  private static String spoken(Verdict verdict) {
    return Words.of(Language.EN).say("Verdict." + verdict.name());
  }
}

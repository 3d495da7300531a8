package dev.upheld.edge.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.upheld.access.Role;
import dev.upheld.app.serve.RunningServer;
import dev.upheld.demo.Plan;
import dev.upheld.demo.Profile;
import dev.upheld.demo.ProvenCompany;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.TestDatabase.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each right that each of the five policies offers, from the click to the package, the receipt or
 * the decision: people of the company's databases ask in a browser without JavaScript, with codes
 * from a real mail server, and an officer answers in the console.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CharterRightsTest {
  private static final long CUSTOMERS = 100;
  private static final Set<String> COPIES = Set.of("access", "portability");
  private static final Set<String> ERASURES = Set.of("erasure", "minor-erasure");

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"clever-cloud", "clever-cloud-morocco", "cloud-temple", "cloud-pbs", "clouder"})
  void eachRightIsKeptFromTheClickToTheAnswer(String example, @TempDir Path folder) {
    Profile profile = Profiles.named(example);
    Plan plan = new Plan(profile, CUSTOMERS, new MovedClock().instant(), Set.of());
    Path workspace = folder.resolve(example);
    ProvenCompany company = ProvenCompany.make(Engine.POSTGRESQL, plan, Names.OWN, workspace);
    company.rememberActs();
    try (RunningServer server = RunningServer.of(workspace, company.variables());
        BrowserContext people = chromium.browser().newContext(withoutScripts());
        BrowserContext console = chromium.browser().newContext()) {
      Page officer = console.newPage();
      officer.setDefaultTimeout(15_000);
      officer.navigate(
          server.url() + server.enters("o@" + example + ".example", "O", Role.OFFICER));
      RightsStory story = new RightsStory(server, people.newPage(), officer);
      Iterator<String> addresses = addresses(company).iterator();
      List<String> offered = story.offered();
      assertThat(offered).contains("access", "erasure", "rectification", "restriction");
      keepsByMachine(story, company, offered, addresses);
      keepsByHand(story, offered, addresses.next());
    }
  }

  private static Browser.NewContextOptions withoutScripts() {
    return new Browser.NewContextOptions()
        .setJavaScriptEnabled(false)
        .setLocale("en-GB")
        .setViewportSize(375, 800);
  }

  /** Each address once; the demonstration's people come first. */
  private static List<String> addresses(ProvenCompany company) {
    return company.personalValues().stream()
        .filter(value -> value.matches("[^@\\s]+@[^@\\s]+"))
        .distinct()
        .toList();
  }

  private static void keepsByMachine(
      RightsStory story, ProvenCompany company, List<String> offered, Iterator<String> addresses) {
    for (String right : offered.stream().filter(CharterRightsTest::byMachine).toList()) {
      String address = addresses.next();
      assertThat(company.rowsOf(address)).as("rows of whoever asks").isPositive();
      story.asks(List.of(right), address);
      String did = story.plansAndRuns();
      story.notesTheTasks();
      if (COPIES.contains(right)) {
        assertThat(did).containsAnyOf("Hands out a copy", "rests on consent or a contract");
        story.fetchesTheCopy(address, right.equals("access"));
      } else {
        assertThat(did).contains("Deletes");
        assertThat(company.rowsOf(address) == 0 || did.contains("Keeps, until")).as(did).isTrue();
      }
      story.answers("It is done as you asked.");
      story.readsTheEnd(List.of("done"));
    }
  }

  private static boolean byMachine(String right) {
    return COPIES.contains(right) || ERASURES.contains(right);
  }

  /** In one request: data is kept still, other rights become tasks, what has no name is refused. */
  private static void keepsByHand(RightsStory story, List<String> offered, String address) {
    List<String> rights = offered.stream().filter(right -> !byMachine(right)).toList();
    story.asks(rights, address);
    List<String> end = new ArrayList<>();
    for (String right : rights) {
      if (right.equals("other")) {
        story.refuses(right, "We hold nothing that this could mean.");
        end.add("refused");
      } else if (right.equals("restriction")) {
        story.keepsStill();
        end.add("done");
      } else {
        story.givesATask(right);
        end.add("done");
      }
    }
    story.notesTheTasks();
    story.answers("It is done as you asked.");
    story.readsTheEnd(end);
  }
}

package dev.upheld.edge.console.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import dev.upheld.access.Role;
import dev.upheld.app.serve.RunningServer;
import dev.upheld.demo.Fault;
import dev.upheld.demo.Plan;
import dev.upheld.demo.ProvenCompany;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.TestDatabase.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The server as people meet it: a real company with real faults, measured, shown, acted upon. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
  private static final Set<Fault> FAULTS = Profiles.demo().usualFaults();
  private static final List<String> BROKEN =
      FAULTS.stream().flatMap(f -> f.promises().stream()).distinct().sorted().toList();

  private ProvenCompany company;
  private RunningServer server;
  private Chromium chromium;
  private List<String> secrets;

  @BeforeAll
  void start(@TempDir Path folder) {
    company =
        ProvenCompany.make(
            Engine.POSTGRESQL,
            new Plan(Profiles.demo(), 600, new MovedClock().instant(), FAULTS),
            Names.OWN,
            folder.resolve("privacy"));
    secrets = company.personalValues().stream().filter(v -> v.length() > 5).toList();
    assertThat(secrets).hasSizeGreaterThan(500);
    server = RunningServer.of(folder.resolve("privacy"), company.variables());
    chromium = new Chromium();
    waitForProof();
  }

  private void waitForProof() {
    try (Visitor auditor = new Visitor(chromium, server.url(), secrets, Locale.UK)) {
      auditor.goes(server.enters("auditor@nimbus.example", "Paul Ry", Role.AUDITOR));
      auditor
          .page()
          .waitForCondition(
              () -> {
                auditor.page().waitForTimeout(300); // what it waits for needs the processor
                auditor.goes("/promises?verdict=broken");
                return auditor.page().locator(".tile").count() == BROKEN.size();
              });
    }
  }

  @AfterAll
  void stop() {
    chromium.close();
    server.close();
  }

  /** A check that cannot fail checks nothing. */
  @Test
  @Order(0)
  void aVisitorSeesWhatIsWrong() {
    for (String damage :
        List.of(
            "document.querySelector('label').remove()",
            "document.querySelector('h1').style.width = '500px'",
            "document.querySelector('h1').title = '" + secrets.getFirst() + "'")) {
      try (Visitor visitor = new Visitor(chromium, server.url(), secrets, Locale.UK)) {
        visitor.goes("/sign-in");
        visitor.page().evaluate(damage);
        assertThatThrownBy(() -> visitor.looks("damaged"))
            .as(damage)
            .isInstanceOf(AssertionError.class);
      }
    }
    try (Visitor visitor = new Visitor(chromium, server.url(), secrets, Locale.UK)) {
      visitor.goes("/sign-in");
      visitor.page().evaluate("console.error('oh')");
      visitor.page().evaluate("fetch('http://127.0.0.2:1/').catch(() => 0)");
      visitor.goes("/nowhere");
      assertThat(visitor.complaints())
          .anyMatch(c -> c.startsWith("oh"))
          .anyMatch(c -> c.contains("Content Security Policy"))
          .anyMatch(c -> c.contains("404"));
      visitor.goes("/sign-in");
      visitor
          .page()
          .evaluate("document.styleSheets[0].insertRule('* {outline: none !important}', 0)");
      assertThatThrownBy(() -> visitor.tabsTo("Sign in")).hasMessageContaining("focus shows");
      assertThatThrownBy(() -> visitor.page().navigate("http://127.0.0.2:1/"))
          .isInstanceOf(PlaywrightException.class);
      assertThat(visitor.complaints()).anyMatch(c -> c.startsWith("asks a third party"));
    }
  }

  @Test
  @Order(1)
  void anOfficerWorksADay() {
    try (Visitor visitor = new Visitor(chromium, server.url(), secrets, Locale.UK)) {
      Story story =
          new Story(visitor, server, Words.of(Language.EN), "first@nimbus.example", "Astrid Ek");
      story.joins(server.wayIn());
      story.signsOut();
      story.signsIn();
      story.readsTheWorkList(BROKEN);
      story.searchesTheWall(BROKEN);
      story.readsWhyItBroke("nimbus/audience-measurement/keep");
      story.takesCareOfIt();
      story.attests();
      story.readsTheJournal();
      story.walksAround();
      story.signsOut();
      story.isOut();
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /** Comes after the first and finds what the first has left. */
  @Test
  @Order(2)
  void anotherWorksInFrenchAtNight() {
    String email = "nuit@nimbus.example";
    try (Visitor visitor = new Visitor(chromium, server.url(), secrets, Locale.FRANCE)) {
      Story story = new Story(visitor, server, Words.of(Language.FR), email, "Maël Kergoat");
      story.joins(server.invited(email, Role.OFFICER));
      story.prefersTheDark();
      story.signsOut();
      story.signsInByKeyboard();
      story.acknowledgesByKeyboard("nimbus/recruitment/keep");
      story.searchesTheWall(BROKEN);
      story.readsWhyItBroke("nimbus/accounts/form");
      story.takesCareOfIt();
      story.readsWhatSomebodyDid("nimbus/audience-measurement/keep", "Astrid Ek");
      story.readsTheJournal();
      story.walksAround();
      story.signsOut();
      story.isOut();
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}

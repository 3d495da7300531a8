package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.store.Store;
import dev.upheld.store.generated.Tables;
import dev.upheld.testing.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same thing asked for many times at once, by impatience or on purpose. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubleSubmitTest {
  private static final int AT_ONCE = 8;
  private static final String PAPER = "nimbus/paper/keep";

  private final HostileCompany company = new HostileCompany();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private RunningServer server;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Store store;

  @BeforeAll
  void start() {
    server = RunningServer.of(company.files.root, company.files.variables());
    store = Stores.open(server.store());
  }

  @AfterAll
  void stop() {
    store.close();
    server.close();
  }

  /** Browsers of one session that act at the same moment. */
  private static List<Page> atOnce(Callable<Page> act) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Page>> answers =
          threads.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> act).toList());
      List<Page> pages = new ArrayList<>();
      for (Future<Page> answer : answers) {
        pages.add(answer.get());
      }
      return pages;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private int journal(String kind, String promise) {
    return store
        .dsl()
        .fetchCount(
            Tables.JOURNAL_ENTRY,
            Tables.JOURNAL_ENTRY
                .KIND
                .eq(kind)
                .and(Tables.JOURNAL_ENTRY.FACTS.cast(String.class).contains(promise)));
  }

  private int changes(String promise) {
    return store
        .dsl()
        .fetchCount(Tables.PROBE_TRANSITION, Tables.PROBE_TRANSITION.PROMISE.eq(promise));
  }

  @Test
  void anAttestationGivenManyTimesAtOnceIsOne() {
    Browser officer = server.signedIn(Role.OFFICER);
    officer.get("/promises/" + PAPER);
    int before = changes(PAPER);
    server.clock.pass(Duration.ofMinutes(5));
    List<Page> answers =
        atOnce(
            () ->
                officer.post(
                    "/promises/act/attest",
                    "promise",
                    PAPER,
                    "document",
                    "The minutes of the board",
                    "until",
                    "2027-06-30"));
    assertThat(answers).extracting(Page::status).containsOnly(303);
    assertThat(changes(PAPER)).isEqualTo(before + 1);
    assertThat(journal("evidence.attestation", PAPER)).isEqualTo(1);
    officer.post(
        "/promises/act/attest",
        "promise",
        PAPER,
        "document",
        "The minutes of the board",
        "until",
        "2027-07-31");
    assertThat(journal("evidence.attestation", PAPER))
        .as("another day is another one")
        .isEqualTo(2);
  }

  @Test
  void anAcknowledgementGivenManyTimesAtOnceIsOne() {
    server.mail(1); // it is broken, and told
    Browser officer = server.signedIn(Role.OFFICER);
    officer.get("/promises/nimbus/stock/keep");
    List<Page> answers =
        atOnce(() -> officer.post("/promises/act/acknowledge", "promise", "nimbus/stock/keep"));
    assertThat(answers).extracting(Page::status).containsOnly(303);
    assertThat(journal("promise.acknowledged", "nimbus/stock/keep")).isEqualTo(1);
  }

  @Test
  void aCodeServesOnceHoweverManyTryItAtOnce() {
    Someone first = Someone.joins(server, server.browser(), server.wayIn(), "first@nimbus.example");
    List<Browser> browsers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Browser browser = server.browser();
      assertThat(first.password(browser).to()).isEqualTo("/sign-in/code");
      browser.get("/sign-in/code");
      browsers.add(browser);
    }
    String code = first.freshCode();
    List<Page> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Page> answer :
          browsers.stream()
              .map(b -> threads.submit(() -> b.post("/sign-in/code", "code", code)))
              .toList()) {
        answers.add(answer.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(answers).filteredOn(p -> p.status() == 303).hasSize(1);
    assertThat(answers).filteredOn(p -> p.status() == 422).hasSize(3);
  }
}

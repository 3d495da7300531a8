package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for as long as it is needed waits for a person, who keeps it or lets it go. */
class ReviewingTest {
  private static final String RULE = "shop/visits/keep@shop/visit";
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);
  private static final String WHY = "They still ask for offers.";

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    private Runnable during = () -> {};
    private final Store store = Stores.fresh();
    private Instant now = RetentionShop.NOW;
    private final Journal journal = new Journal(store, () -> now);
    private final Retaining retaining =
        new Retaining(
            new Retaining.Parts(
                Optional.of(new Retaining.Books(store, journal)),
                new Expiring(RetentionShop::open, Barring.NONE, () -> now),
                system -> {
                  during.run();
                  return ResidueWork.open(system);
                },
                () -> now));
    private final Reviewing reviewing = retaining.reviewing();
    private TestDatabase database;
    private RetentionShop shop;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      shop.remembers();
      shop.charter(
          "keep: {for: 180 days, from: collected, then: delete}",
          "keep: {criterion: as long as the purpose needs, review: 12 months, then: delete}");
      shop.execute(
          "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, '2025-01-01 10:00:00', 'b'), (3, '2026-11-20 10:00:00', 'c')");
    }

    @AfterEach
    void closes() {
      store.close();
      database.drop(server());
    }

    private Reviewing.Line line() {
      return reviewing.queue(shop.workspace(), Progress.SILENT).stream()
          .filter(l -> l.rule().id().equals(RULE))
          .findFirst()
          .orElseThrow();
    }

    private PromiseResult result() {
      Workspace w = shop.workspace();
      return new Prove(
              Connectors.builtIn(),
              List.of(reviewing.prober(shop::workspace)),
              () -> now,
              Progress.SILENT)
          .run(
              new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()),
              p -> RULE.startsWith(p.id() + "@"))
          .results()
          .getFirst();
    }

    private void run() {
      retaining.run(
          shop.workspace(),
          Optional.empty(),
          new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT));
    }

    @Test
    void whatNobodyLookedAtIsOverdueAndKeptOnceSomebodyDid() {
      assertThat(line().counts().orElseThrow())
          .isEqualTo(
              new Reviewing.Counts(
                  3,
                  2,
                  Optional.of(Instant.parse("2020-01-01T10:00:00Z")),
                  List.of(
                      new Reviewing.Age(1, 2),
                      new Reviewing.Age(2, 1),
                      new Reviewing.Age(3, 1),
                      new Reviewing.Age(5, 1))));
      assertThat(reviewing.soon(shop.workspace())).hasSize(1);
      assertThat(result().verdict()).as("on no record").isEqualTo(Verdict.UNPROVEN);

      reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, Optional.empty());

      assertThat(line().isDue()).isFalse();
      assertThat(line().next()).contains(NEXT_YEAR);
      assertThat(reviewing.soon(shop.workspace())).isEmpty();
      assertThat(result().verdict()).isEqualTo(Verdict.UPHELD);
      Entry entry = journal.page(0, 100, "retention.").getLast();
      assertThat(entry.kind()).isEqualTo("retention.reviewed");
      assertThat(entry.toString()).contains("keep").doesNotContain(WHY);

      now = now.plus(Duration.ofDays(360));
      assertThat(result().verdict()).isEqualTo(Verdict.AT_RISK);
      assertThat(reviewing.soon(shop.workspace())).hasSize(1);
      now = now.plus(Duration.ofDays(5));
      assertThat(result().verdict()).isEqualTo(Verdict.BROKEN);
      run();
      assertThat(shop.ids("visit")).containsExactly("1", "2", "3");
    }

    @Test
    void whatCameAfterAReviewWaitsForItsOwn() {
      reviewing.keep(
          shop.workspace(), Set.of(RULE), LocalDate.of(2027, 6, 1), WHY, Optional.empty());
      now = now.plus(Duration.ofDays(90));
      reviewing.keep(
          shop.workspace(), Set.of(RULE), LocalDate.of(2028, 2, 1), WHY, Optional.empty());
      shop.execute("INSERT INTO visit VALUES (4, '2027-02-25 10:00:00', 'd')");
      now = Instant.parse("2028-01-15T12:00:00Z");
      assertThat(result().verdict()).isNotEqualTo(Verdict.BROKEN);
      shop.execute("UPDATE visit SET seen_at = '2027-01-01 10:00:00' WHERE id = 4");
      assertThat(result().verdict()).isNotEqualTo(Verdict.BROKEN);
      now = Instant.parse("2028-02-26T12:00:00Z");
      assertThat(result().verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void whatIsDecidedToGoGoesOnceAndOnlyThat() {
      Workspace workspace = shop.workspace();
      LocalDate before = LocalDate.of(2024, 1, 1);
      Planned planned = reviewing.look(workspace, RULE, before);
      assertThat(planned.due().orElseThrow().past()).isEqualTo(1);
      assertThat(planned.would().orElseThrow().at("visit").deleted()).isEqualTo(1);
      assertThat(shop.ids("visit")).hasSize(3);
      run();
      assertThat(shop.ids("visit")).hasSize(3);

      Reviewing.Ending ending = new Reviewing.Ending(RULE, before, planned.rule().digest());
      assertThatThrownBy(
              () ->
                  reviewing.erase(
                      workspace,
                      List.of(
                          new Reviewing.Ending(RULE, before.plusDays(1), planned.rule().digest())),
                      WHY,
                      Optional.empty()))
          .isInstanceOf(ProblemException.class);
      reviewing.erase(workspace, List.of(ending), WHY, Optional.empty());
      assertThat(line().ending()).isPresent();
      run();

      assertThat(shop.ids("visit")).containsExactly("2", "3");
      assertThat(line().ending()).isEmpty();
      assertThat(line().counts().orElseThrow().due()).isEqualTo(1);
      shop.execute("INSERT INTO visit VALUES (5, '2019-01-01 10:00:00', 'late')");
      run();
      assertThat(shop.ids("visit")).containsExactly("2", "3", "5");
      assertThat(journal.page(0, 100, "retention."))
          .extracting(Entry::kind)
          .containsExactly("retention.released", "retention.reviewed", "retention.ran");
    }

    private Reviewing.Ending seen(LocalDate before) {
      Planned planned = reviewing.look(shop.workspace(), RULE, before);
      return new Reviewing.Ending(RULE, before, planned.rule().digest());
    }

    private void lets(LocalDate before) {
      reviewing.erase(shop.workspace(), List.of(seen(before)), WHY, Optional.empty());
    }

    @Test
    void whoeverKeepsRowsTakesBackWhatWasToGo() {
      lets(LocalDate.of(2024, 1, 1));
      now = now.plusSeconds(60);
      reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, Optional.empty());

      assertThat(line().ending()).isEmpty();
      run();
      assertThat(shop.ids("visit")).containsExactly("1", "2", "3");
      assertThat(retaining.status(shop.workspace(), Optional.of(RULE), 1).getFirst().release())
          .isEmpty();
      assertThat(journal.page(0, 100, "retention."))
          .extracting(Entry::kind)
          .containsExactly(
              "retention.released",
              "retention.reviewed",
              "retention.withdrawn",
              "retention.reviewed");
    }

    @Test
    void whatIsDecidedLastTakesThePlaceOfWhatWaits() {
      lets(LocalDate.of(2026, 1, 1));
      now = now.plusSeconds(60);
      lets(LocalDate.of(2024, 1, 1));
      assertThat(journal.page(0, 100, "retention.withdrawn")).hasSize(1);
      run();
      assertThat(shop.ids("visit")).containsExactly("2", "3");
      assertThat(line().ending()).isEmpty();
    }

    @Test
    void whatIsDecidedWhileARunEndsWaitsForTheNextOne() {
      lets(LocalDate.of(2024, 1, 1));
      boolean[] decided = {false};
      during =
          () -> {
            if (!decided[0] && shop.ids("visit").size() == 2) {
              decided[0] = true; // the rows are gone, and are counted for the last time
              lets(LocalDate.of(2026, 1, 1));
            }
          };
      run();
      assertThat(decided[0]).isTrue();
      assertThat(shop.ids("visit")).containsExactly("2", "3");
      assertThat(line().ending()).isPresent();
      run();
      assertThat(shop.ids("visit")).containsExactly("3");
      assertThat(line().ending()).isEmpty();
    }

    @Test
    void ofSeveralPlacesAllAreLetGoOrNone() {
      Reviewing.Ending good = seen(LocalDate.of(2024, 1, 1));
      Reviewing.Ending bad = new Reviewing.Ending(RULE, LocalDate.of(2023, 1, 1), good.digest());
      assertThatThrownBy(
              () -> reviewing.erase(shop.workspace(), List.of(good, bad), WHY, Optional.empty()))
          .isInstanceOf(ProblemException.class);
      assertThat(line().ending()).isEmpty();
      assertThat(journal.page(0, 100, "retention.")).isEmpty();
    }

    @Test
    void aDecisionAboutAnotherPromiseSaysNothingOfThisOne() {
      reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, Optional.empty());
      assertThat(result().verdict()).isEqualTo(Verdict.UPHELD);
      shop.charter("as long as the purpose needs", "as long as they are a customer");
      assertThat(result().verdict()).isEqualTo(Verdict.UNPROVEN);
      assertThat(line().isDue()).isTrue();
    }

    @Test
    void rowsOfAYearToComeAreNotLookedAtSoNobodySaysTheyWere() {
      shop.execute("INSERT INTO visit VALUES (6, '2099-01-01 10:00:00', 'f')");
      reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, Optional.empty());
      assertThat(result().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void aDayTooLateAndAnEmptyReasonAreRefused() {
      Workspace workspace = shop.workspace();
      for (LocalDate day : List.of(LocalDate.of(2026, 11, 22), NEXT_YEAR.plusDays(1))) {
        assertThatThrownBy(
                () -> reviewing.keep(workspace, Set.of(RULE), day, WHY, Optional.empty()))
            .isInstanceOf(ProblemException.class)
            .hasMessageContaining("2027-11-22");
      }
      assertThatThrownBy(
              () -> reviewing.keep(workspace, Set.of(RULE), NEXT_YEAR, "  ", Optional.empty()))
          .isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> reviewing.look(workspace, RULE, LocalDate.of(2026, 11, 23)))
          .isInstanceOf(ProblemException.class);
    }

    @Test
    void whereTheCharterDoesNotSayHowOftenTheReviewItselfDoes() {
      shop.charter("review: 12 months", "review: not-stated");
      assertThat(line().counts().orElseThrow().due()).isEqualTo(3);
      reviewing.keep(
          shop.workspace(), Set.of(RULE), LocalDate.of(2027, 2, 1), WHY, Optional.empty());
      assertThat(result().verdict()).isEqualTo(Verdict.UPHELD);
      now = Instant.parse("2026-12-24T12:00:00Z");
      shop.execute("INSERT INTO visit VALUES (7, '2026-12-20 10:00:00', 'new')");
      assertThat(result().verdict()).isEqualTo(Verdict.UPHELD);
      assertThat(line().isDue()).isFalse();
      now = Instant.parse("2027-02-02T12:00:00Z");
      assertThat(result().verdict()).isEqualTo(Verdict.BROKEN);
    }
  }
}

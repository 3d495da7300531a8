package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Due;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept for as long as it is needed waits for a person, who keeps it or lets it go. */
class ReviewingTest {
  private static final String RULE = "shop/visits/keep@shop/visit";
  private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 22);
  private static final Optional<ReferenceId> NOBODY = Optional.empty();
  private static final String WHY = "They still ask for offers.";

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Test
    void aPlaceOfWhichNotAllRowsAreSeenIsNotDecidedAbout() {
      shop.account(
          database.restricted(
              "GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA public TO {user}",
              "ALTER TABLE visit ENABLE ROW LEVEL SECURITY"));
      assertThat(line().counts()).isEmpty();
      assertThat(line().trouble().orElseThrow()).contains("row-level security");
      assertThatThrownBy(
              () ->
                  reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, Optional.empty()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("row-level security");
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
                system -> BeforeAsking.each(ResidueWork.open(system), () -> during.run()),
                () -> now));
    final Reviewing reviewing = retaining.reviewing();
    TestDatabase database;
    RetentionShop shop;

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

    Reviewing.Line line() {
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
                  now,
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
      reviewing.askLook(workspace, Set.of(RULE), before);
      Planned planned = reviewing.look(workspace, RULE, before);
      assertThat(planned.due().orElseThrow().past()).isEqualTo(1);
      assertThat(planned.would().orElseThrow().at("visit").deleted()).isEqualTo(1);
      assertThat(shop.ids("visit")).hasSize(3);
      run();
      assertThat(shop.ids("visit")).hasSize(3);

      Reviewing.Ending ending = new Reviewing.Ending(RULE, planned.rule().digest());
      assertThatThrownBy(
              () ->
                  reviewing.erase(
                      workspace,
                      List.of(new Reviewing.Ending(RULE, "another")),
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
      reviewing.askLook(shop.workspace(), Set.of(RULE), before);
      Planned planned = reviewing.look(shop.workspace(), RULE, before);
      return new Reviewing.Ending(RULE, planned.rule().digest());
    }

    private void lets(LocalDate before) {
      reviewing.erase(shop.workspace(), List.of(seen(before)), WHY, Optional.empty());
    }

    @Test
    void whatIsToGoIsCountedAheadAndAFaultInOneRuleLeavesTheOthersTheirCounts() {
      lets(LocalDate.of(2024, 1, 1));
      Desk desk = new Desk(retaining, store, journal, () -> now);
      boolean[] failed = {false};
      during =
          () -> {
            if (!failed[0]) {
              failed[0] = true;
              throw new IllegalStateException("a fault of ours");
            }
          };
      desk.countSince(shop.workspace(), Optional.empty(), now);
      assertThat(desk.all(shop.workspace()))
          .filteredOn(s -> s.ahead().isEmpty() && !s.rule().kept().asks().isEmpty())
          .as("not counted")
          .hasSize(1);
      desk.countSince(shop.workspace(), Optional.empty(), now);
      assertThat(desk.all(shop.workspace()))
          .filteredOn(s -> !s.rule().kept().asks().isEmpty())
          .allMatch(s -> s.ahead().isPresent());
      assertThat(desk.one(shop.workspace(), RULE).ahead().orElseThrow().due()).isEqualTo(1);
    }

    @Test
    void rowsOfAStateThatIsNotBoundAreNeitherKeptNorLetGo() {
      shop.charter(
          "keep: {criterion: as long as the purpose needs, review: 12 months, then: delete}",
          "keep: [{when: unverified, criterion: as long as the purpose needs, review: 12 months, then: delete},"
              + " {for: 20 years, from: collected, then: delete}]");
      Workspace workspace = shop.workspace();
      LocalDate before = LocalDate.of(2024, 1, 1);
      assertThat(line().trouble().orElseThrow()).contains("which rows are unverified");
      assertThatThrownBy(
              () -> reviewing.keep(workspace, Set.of(RULE), NEXT_YEAR, WHY, Optional.empty()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("which rows are unverified");
      assertThatThrownBy(() -> reviewing.look(workspace, RULE, before))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("which rows are unverified");
      assertThat(result().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void whatWasLetGoOfAStateDoesNotGoOnceNothingSaysWhichRowsTheyAre() {
      shop.charter(
          "keep: {criterion: as long as the purpose needs, review: 12 months, then: delete}",
          "keep: [{when: unverified, criterion: as long as the purpose needs, review: 12 months, then: delete},"
              + " {for: 20 years, from: collected, then: delete}]");
      shop.map(
          "clocks: {collected: seen_at}",
          "clocks: {collected: seen_at}\n    states: {unverified: {column: ip, is: not-null}}");
      lets(LocalDate.of(2026, 1, 1));
      shop.map("\n    states: {unverified: {column: ip, is: not-null}}", "");
      KeepAt unbound = shop.rule("visits/keep", "visit").kept();
      BoundClock collected = Objects.requireNonNull(unbound.place().clocks().get("collected"));
      assertThat(unbound.past(new Due.Before(collected, now)).asks()).isEmpty();
      run();
      assertThat(shop.ids("visit")).containsExactly("1", "2", "3");
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

    private void refused(Reviewing.Ending ending, String why) {
      assertThatThrownBy(() -> reviewing.erase(shop.workspace(), List.of(ending), WHY, NOBODY))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(why);
    }

    @Test
    void onlyWhatALookOfTheLastDayShowedIsLetGoAndNotFarMore() {
      LocalDate before = LocalDate.of(2024, 1, 1);
      refused(new Reviewing.Ending(RULE, "never seen"), "Nobody saw");
      Reviewing.Ending seen = seen(before);
      now = now.plus(Duration.ofHours(25));
      refused(seen, "Nobody saw");
      Reviewing.Ending first = seen(LocalDate.of(2023, 1, 1));
      Reviewing.Ending second = seen(before);
      refused(first, "Nobody saw"); // of that day the last look says nothing
      String rows =
          IntStream.rangeClosed(100, 300)
              .mapToObj(i -> "(" + i + ", '2019-01-01 10:00:00', 'x')")
              .collect(Collectors.joining(", "));
      shop.execute("INSERT INTO visit VALUES " + rows);
      refused(second, "202 of 204");
      assertThat(line().ending()).isEmpty();
      reviewing.erase(shop.workspace(), List.of(seen(before)), WHY, NOBODY);
      assertThat(line().ending().orElseThrow().due()).isEqualTo(202);
      refused(second, "Nobody saw"); // what was decided about shows nothing any more
    }

    @Test
    void whatTheCharterKeepsStandsInTheQueueAndIsKeptOnAndNeverLetGo() {
      shop.charter(
          "review: 12 months, then: delete",
          "review: 12 months, then: keep, why: it is our history");
      assertThat(line().isDue()).isTrue();
      assertThat(line().mayGo()).isFalse();
      assertThatThrownBy(
              () -> reviewing.askLook(shop.workspace(), Set.of(RULE), LocalDate.of(2024, 1, 1)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("By the charter it stays");
      assertThat(retaining.rules(shop.workspace())).noneMatch(r -> r.id().equals(RULE));
      assertThat(result().verdict()).isEqualTo(Verdict.UNPROVEN);
      reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, NOBODY);
      assertThat(result().verdict()).isEqualTo(Verdict.UPHELD);
      assertThat(line().isDue()).isFalse();
    }

    @Test
    void whatIsShownWasCountedAndIsCountedAnewWhenSomethingHappened() {
      assertThat(reviewing.kept(shop.workspace()).getFirst().counts()).isEmpty();
      assertThat(reviewing.soon(shop.workspace())).as("nobody counted").hasSize(1);
      reviewing.countStale(shop.workspace());
      Instant first = now;
      assertThat(shown().made()).isEqualTo(first);
      assertThat(shown().due()).isEqualTo(2);
      boolean[] asked = {false};
      during = () -> asked[0] = true;
      now = now.plusSeconds(3600);
      reviewing.countStale(shop.workspace());
      reviewing.keep(shop.workspace(), Set.of(RULE), NEXT_YEAR, WHY, NOBODY);
      assertThat(asked[0]).as("what was counted today is not counted again").isFalse();
      assertThat(shown().due()).isZero();
      Reviewed kept = reviewing.kept(shop.workspace()).getFirst().last().orElseThrow();
      assertThat(kept.upTo()).as("what had been counted").isEqualTo(first);
      now = now.plusSeconds(3600);
      reviewing.countStale(shop.workspace());
      assertThat(shown().made()).as("after the decision").isEqualTo(now);
      now = now.plus(Duration.ofDays(1));
      reviewing.countStale(shop.workspace());
      assertThat(shown().made()).as("on another day").isEqualTo(now);
    }

    private Reviewing.Counts shown() {
      return reviewing.kept(shop.workspace()).getFirst().counts().orElseThrow();
    }

    @Test
    void ofSeveralPlacesAllAreLetGoOrNone() {
      Reviewing.Ending good = seen(LocalDate.of(2024, 1, 1));
      Reviewing.Ending bad = new Reviewing.Ending("shop/logins/keep@shop/login", good.digest());
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

package dev.upheld.probe.keep;

import static dev.upheld.probe.keep.Sample.NOW;
import static dev.upheld.probe.keep.Sample.REVIEW;
import static dev.upheld.probe.keep.Sample.VISITS;
import static dev.upheld.probe.keep.Sample.probe;
import static dev.upheld.probe.keep.Sample.statement;
import static dev.upheld.store.generated.Tables.PROBE_SCHEDULE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.ProbeScheduleRecord;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose wording the register holds, and what follows when it changes. */
class RegisterTest {
  private static final PromiseId OTHERS = new PromiseId("cumulus", "visits", "keep");

  private final Store store = Stores.fresh();
  private final MovingClock clock = new MovingClock(NOW);
  private final List<Change> told = new ArrayList<>();

  private Keeper keeper(Teller teller) {
    return new Keeper(store, new Journal(store, clock), clock, p -> Freshness.daily(), teller);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void planned(PromiseId promise, Instant at) {
    store
        .dsl()
        .insertInto(PROBE_SCHEDULE)
        .set(new ProbeScheduleRecord(promise.toString(), at))
        .execute();
  }

  private Instant due(PromiseId promise) {
    return store
        .dsl()
        .selectFrom(PROBE_SCHEDULE)
        .where(PROBE_SCHEDULE.PROMISE.eq(promise.toString()))
        .fetchSingle()
        .getDueAt();
  }

  private String registered() {
    return requireNonNull(Ledger.read(store.dsl()).statements().get(VISITS)).digest();
  }

  @Test
  void whatIsWordedAnewIsDueAtOnceAndNothingElse() {
    Keeper keeper = keeper(Teller.NOBODY);
    keeper.register("nimbus", List.of(statement(VISITS, 1), statement(REVIEW, 1)));
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    planned(VISITS, tomorrow);
    planned(REVIEW, tomorrow);
    clock.forward(Duration.ofHours(1));
    keeper.register("nimbus", List.of(statement(VISITS, 2), statement(REVIEW, 1)));
    assertThat(due(VISITS)).isEqualTo(clock.instant());
    assertThat(due(REVIEW)).isEqualTo(tomorrow);
  }

  @Test
  void ofTwoServersThatDifferTheOneThatChangedLastCountsAndTheyDoNotTakeTurns() {
    Keeper older = keeper(Teller.NOBODY);
    Keeper newer = keeper(Teller.NOBODY);
    older.register("nimbus", List.of(statement(VISITS, 1)));
    newer.register("nimbus", List.of(statement(VISITS, 2)));
    assertThat(older.register("nimbus", List.of(statement(VISITS, 1)))).isZero();
    assertThat(newer.register("nimbus", List.of(statement(VISITS, 2)))).isZero();
    assertThat(registered()).isEqualTo(Sample.digest(2));
    assertThat(older.register("nimbus", List.of(statement(VISITS, 3)))).isEqualTo(1);
    assertThat(registered()).isEqualTo(Sample.digest(3));
    assertThat(newer.restore("nimbus", List.of(statement(VISITS, 2)))).isEqualTo(1);
    assertThat(registered()).isEqualTo(Sample.digest(2));
  }

  @Test
  void aCommandRegistersOnlyWhereNothingIs() {
    Keeper command = keeper(Untold.later());
    keeper(Teller.NOBODY).register("cumulus", List.of(statement(OTHERS, 1)));
    assertThat(command.begin("nimbus", List.of(statement(VISITS, 1)))).isEqualTo(1);
    assertThat(command.begin("nimbus", List.of(statement(VISITS, 2), statement(REVIEW, 2))))
        .isZero();
    assertThat(registered()).isEqualTo(Sample.digest(1));
    assertThat(Ledger.read(store.dsl()).statements()).containsOnlyKeys(VISITS, OTHERS);
  }

  @Test
  void aServerTellsWhatACommandRecordedOfItsOwnCompanyOnly() {
    Keeper command = keeper(Untold.later());
    command.register("nimbus", List.of(statement(VISITS, 1)));
    command.register("cumulus", List.of(statement(OTHERS, 1)));
    command.keep(
        List.of(probe(VISITS, 1, Outcome.VIOLATED, NOW), probe(OTHERS, 1, Outcome.VIOLATED, NOW)));
    for (String company : List.of("nimbus", "cumulus")) {
      told.clear();
      Keeper server = keeper((tx, changes) -> told.addAll(changes));
      PromiseId own = company.equals("nimbus") ? VISITS : OTHERS;
      server.register(company, List.of(statement(own, 1)));
      server.watch();
      server.watch();
      assertThat(told).extracting(Change::promise).containsExactly(own);
    }
  }
}

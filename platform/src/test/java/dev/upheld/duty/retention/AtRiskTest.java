package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.register.Holds.Hold;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A promise that the hours cannot keep is at risk before it is broken, by the speed of its runs.
 */
class AtRiskTest {
  private static final String VISITS = "shop/visits/keep@shop/visit";

  private final Store store = Stores.fresh();
  private Instant now = RetentionShop.NOW;
  private boolean running;
  private List<Hold> holds = List.of();
  private final Barring held = new RowHoldsTest.Rows(() -> holds);
  private final InstantSource clock = this::tick;
  private final Journal journal = new Journal(store, clock);
  private final Retaining retaining =
      new Retaining(
          new Retaining.Parts(
              Optional.of(new Retaining.Books(store, journal)),
              new Expiring(RetentionShop::open, held, clock),
              ResidueWork::open,
              clock));
  private final Desk desk = new Desk(retaining, store, journal, clock);

  /** While a rule runs, each look at the clock takes three minutes. */
  private Instant tick() {
    now = running ? now.plusSeconds(180) : now;
    return now;
  }

  private static void visits(RetentionShop shop, int from, int to, String at) {
    shop.execute(
        IntStream.rangeClosed(from, to)
            .mapToObj(n -> "(" + n + ", '" + at + "', 'x')")
            .collect(Collectors.joining(", ", "INSERT INTO visit VALUES ", "")));
  }

  private void run(RetentionShop shop) {
    running = true;
    retaining.run(
        shop.workspace(),
        Optional.of(VISITS),
        new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT));
    running = false;
  }

  private PromiseResult measured(RetentionShop shop) {
    Workspace w = shop.workspace();
    return new Prove(
            Connectors.builtIn(), List.of(desk.prober(shop::workspace)), clock, Progress.SILENT)
        .run(
            new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()),
            p -> VISITS.startsWith(p.id() + "@"))
        .results()
        .getFirst();
  }

  private Optional<Forecast> forecast(RetentionShop shop) {
    desk.countSince(shop.workspace(), Optional.of(VISITS), now);
    return desk.one(shop.workspace(), VISITS).forecast(shop.workspace(), now);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void tooManyRowsForTheHoursPutAPromiseAtRisk(TestDatabase.Engine engine) {
    TestServer server =
        engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb();
    try (store) {
      RetentionShop shop = new RetentionShop(server.freshDatabase(), TestFolders.create("at-risk"));
      shop.remembers();
      visits(shop, 1, 1_200, "2020-01-01 10:00:00");
      visits(shop, 2_000, 9_000, "2026-05-29 10:00:00"); // their time ends on 25 November
      Rule rule = shop.rule("visits/keep", "visit", now);
      assertThat(forecast(shop)).as("it does not run").isEmpty();
      retaining.release(
          shop.workspace(),
          new Retaining.What(VISITS, rule.digest(), new Seen.Unsaid()),
          Optional.empty());
      assertThat(forecast(shop)).contains(new Forecast.Unmeasured());
      assertThat(measured(shop).verdict()).isEqualTo(Verdict.BROKEN);

      run(shop);
      assertThat(shop.ids("visit")).hasSize(7_001);
      Speed speed =
          Optional.ofNullable(new DeskStore(store, journal).speeds().get(VISITS)).orElseThrow();
      assertThat(speed.rows()).isEqualTo(1_200);
      assertThat(speed.took()).isBetween(Duration.ofMinutes(9), Duration.ofHours(2));
      assertThat(forecast(shop).orElseThrow()).isInstanceOf(Forecast.Enough.class);
      assertThat(measured(shop).verdict()).isEqualTo(Verdict.UPHELD);

      shop.systems("country: FR}", "country: FR, retention: {hours: \"01:00-02:00\"}}");
      long perNight = speed.in(Duration.ofHours(1));
      assertThat(perNight).isLessThan(7_001);
      Forecast.TooShort tooShort = (Forecast.TooShort) forecast(shop).orElseThrow();
      assertThat(tooShort.night()).hasToString("2026-11-26");
      assertThat(tooShort.backlog()).isEqualTo(7_001);
      assertThat(tooShort.perNight()).isEqualTo(perNight);
      assertThat(tooShort.nights()).contains((int) Math.ceilDiv(7_001, perNight));
      PromiseResult risk = measured(shop);
      assertThat(risk.verdict()).isEqualTo(Verdict.AT_RISK);
      assertThat(risk.judgement().why())
          .contains("too short for shop/visit", "2026-11-26", "7,001 rows have to go");

      holds = List.of(RowHolds.range("visit", 2_000, 8_999));
      now = now.plusSeconds(1);
      assertThat(forecast(shop))
          .as("rows on hold are no backlog")
          .contains(new Forecast.Enough(perNight));
      assertThat(measured(shop).verdict()).isEqualTo(Verdict.UPHELD);
      holds = List.of();
      now = now.plusSeconds(1);
      assertThat(forecast(shop)).contains(tooShort);

      desk.pause(shop.workspace(), VISITS, "Somebody asked", Optional.empty());
      assertThat(measured(shop).verdict()).as("it does not run").isEqualTo(Verdict.UPHELD);
    }
  }
}

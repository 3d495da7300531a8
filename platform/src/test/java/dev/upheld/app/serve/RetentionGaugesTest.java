package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.crypto.CaseKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds;
import dev.upheld.store.Store;
import dev.upheld.testing.Databases;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Figures by rule say what was counted and done. */
class RetentionGaugesTest {
  private static final Holds.New DISPUTE =
      new Holds.New("A dispute before the court", "Legal", LocalDate.of(2027, 6, 30), false);
  private static final HeldRows VISITS =
      new HeldRows(
          Optional.of("visits"),
          List.of(new HeldRows.Part("shop", "visit", "visit", Optional.empty())));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private double figure(String name) {
    return meters.get("upheld.retention." + name).tag("rule", KeepingShop.RULE).gauge().value();
  }

  @Test
  void whatIsDueAndWhatWasDoneAreFigures() {
    TestDatabase database = Databases.postgres().freshDatabase();
    Path folder = KeepingShop.laid(database);
    try (Store store = Stores.fresh()) {
      Workspace workspace =
          Workspaces.read(
                  folder, References.machine().overlaid(Map.of("SECRET", database.password())))
              .workspace()
              .orElseThrow();
      InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
      Journal journal = new Journal(store, clock);
      CaseKeys keys =
          new CaseKeys(List.of(MasterKey.generatedIn(folder.resolve("master.key"))), folder);
      Retaining retaining =
          RetentionWork.retaining(
              new Retaining.Books(store, journal),
              new Retaining.Tellers(new Fingerprints(SmallShop.HASH), Optional.empty()),
              keys,
              clock);
      Holds holds = new Holds(store, journal, keys, clock);
      UUID dispute = holds.set(DISPUTE, VISITS, Optional.empty());
      Desk desk = new Desk(retaining, store, journal, clock);
      RetentionGauges gauges = new RetentionGauges(desk, () -> workspace, clock, meters);
      gauges.refresh();
      assertThat(meters.find("upheld.retention.due").gauges()).isEmpty();

      var rule = desk.one(workspace, KeepingShop.RULE).rule();
      desk.count(workspace, rule);
      gauges.refresh();
      assertThat(figure("due")).isEqualTo(2);
      assertThat(figure("on.hold")).isEqualTo(2);

      assertThat(holds.lift(dispute, Optional.empty())).isTrue();
      desk.askLook(workspace, rule.id());
      desk.look(() -> workspace, rule.id());
      desk.release(workspace, rule.id(), rule.digest(), new ReferenceId(UUID.randomUUID()));
      retaining.run(
          workspace,
          Optional.of(rule.id()),
          new Retaining.Way(Pace.Way.usual(d -> {}), () -> false, Progress.SILENT));
      gauges.refresh();
      assertThat(figure("due")).isZero();
      assertThat(figure("on.hold")).isZero();
      assertThat(figure("done")).isEqualTo(2);
      assertThat(figure("kept.back")).isZero();
      assertThat(figure("last.run.seconds")).isEqualTo((double) clock.instant().getEpochSecond());
      assertThat(figure("oldest.seconds")).isPositive();
    }
  }
}

package dev.upheld.app.serve;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.edge.api.RetentionApi;
import dev.upheld.edge.console.retention.RetentionDoor;
import dev.upheld.engine.Pace;
import dev.upheld.store.StoreHome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What people see and steer of retention. */
final class RetentionModule implements Module {
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final List<Object> controllers;
  private final RetentionGauges gauges;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention-figures").factory());

  RetentionModule(Foundation on, ProofModule proof) {
    Retaining retaining =
        RetentionWork.retaining(
            new Retaining.Books(on.store(), on.journal()), Wiring.fingerprints(on), on.clock());
    Desk desk = new Desk(retaining, on.store(), on.journal(), on.clock());
    DeskWork work =
        new DeskWork(
            new DeskWork.Parts(
                desk,
                retaining,
                on.jobs(),
                proof::workspace,
                Pace.Way.usual(RetentionWork::rest),
                on.clock()));
    SigningKeys signing = Wiring.signing(StoreHome.of(on.env()));
    controllers =
        List.of(
            new RetentionDoor(work, signing, on.access()),
            new RetentionApi(work, signing, on.access()));
    gauges = new RetentionGauges(desk, proof::workspace, on.clock(), on.meters());
  }

  @Override
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(gauges::refresh, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

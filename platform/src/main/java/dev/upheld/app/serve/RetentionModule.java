package dev.upheld.app.serve;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.ReviewWork;
import dev.upheld.edge.api.RetentionApi;
import dev.upheld.edge.api.ReviewsApi;
import dev.upheld.edge.console.retention.RetentionDoor;
import dev.upheld.edge.console.retention.ReviewsDoor;
import dev.upheld.engine.Pace;
import dev.upheld.store.StoreHome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Retention: its nights, and what people see and steer of it. */
final class RetentionModule implements Module {
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final List<Object> controllers;
  private final RetentionGauges gauges;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention-figures").factory());

  RetentionModule(Foundation on, ProofModule proof) {
    Retaining retaining = proof.retaining();
    new RetentionWork(proof::workspace, retaining, on.clock()).plan(on.jobs());
    Desk desk = proof.desk();
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
    ReviewWork reviews = new ReviewWork(retaining.reviewing(), on.jobs(), proof::workspace);
    controllers =
        List.of(
            new RetentionDoor(work, reviews, signing, on.access()),
            new ReviewsDoor(reviews, on.access()),
            new RetentionApi(work, signing, on.access()),
            new ReviewsApi(reviews, on.access()));
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

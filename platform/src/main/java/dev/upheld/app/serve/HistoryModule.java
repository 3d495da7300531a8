package dev.upheld.app.serve;

import java.time.Duration;
import java.util.List;

/** Erases the records of what is settled for long, as a job of one server at a time. */
final class HistoryModule implements Module {
  private static final Duration LOOK = Duration.ofHours(6);

  HistoryModule(Foundation on) {
    on.jobs()
        .every(
            "history.trim",
            LOOK,
            _ ->
                Settled.before(on.clock().instant().minus(on.config().history()))
                    .erase(on.store().dsl()));
  }

  @Override
  public List<Object> controllers() {
    return List.of();
  }
}

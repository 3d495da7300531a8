package dev.upheld.app.serve;

import java.time.Duration;
import java.util.List;

/** Looks after the keys of personal data, as a job of one server at a time. */
final class KeysModule implements Module {
  private static final Duration LOOK = Duration.ofMinutes(1);

  KeysModule(Foundation on) {
    on.jobs().every("keys.renew", LOOK, _ -> on.keys().due());
  }

  @Override
  public List<Object> controllers() {
    return List.of();
  }
}

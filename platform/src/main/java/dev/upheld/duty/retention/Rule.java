package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.KeepAt;
import java.util.List;
import java.util.Optional;

/**
 * One promise to keep, in one place: what retention plans, asks leave for and runs.
 *
 * @param id the promise and the place: {@code nimbus/support/keep@main/ticket}
 * @param digest of promise, binding and end; a leave counts for this digest alone
 * @param system the system's id
 * @param kept which rows are past their time, as the probe counts them
 * @param expiry how they end; empty where nothing can be done, and {@code gaps} says why
 * @param gaps why not all of it, or nothing, can be done or judged
 */
public record Rule(
    String id,
    String digest,
    String system,
    KeepAt kept,
    Optional<Expiry> expiry,
    List<String> gaps) {
  public Rule {
    gaps = List.copyOf(gaps);
  }

  public Keep keep() {
    return kept.keep();
  }

  /** As people read the place: {@code main/ticket}. */
  public String where() {
    return system + "/" + kept.place().id();
  }
}

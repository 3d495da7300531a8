package dev.upheld.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** An outbox that outlives crashes of the code under test, for as long as the test lasts. */
final class MemoryOutbox implements Outbox {
  private final Map<String, Sent> sent = new HashMap<>();

  @Override
  public Optional<Sent> find(String act) {
    return Optional.ofNullable(sent.get(act));
  }

  @Override
  public void begin(String act, SortedSet<String> ids, String figures) {
    sent.put(act, new Sent(ids, figures, Optional.empty()));
  }

  @Override
  public void done(String act, Instant at) {
    sent.computeIfPresent(
        act, (name, was) -> new Sent(new TreeSet<>(), was.figures(), Optional.of(at)));
  }
}

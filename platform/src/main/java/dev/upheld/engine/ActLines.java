package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Lines to systems by the account that may change them, each kept for the work that comes next.
 * What a line knows of its system grows old, so none is kept for long, nor over work that failed.
 * For one thread.
 */
public final class ActLines implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Function<SystemEntry, ActSession> open;
  private final InstantSource clock;
  private final Map<SystemEntry, Kept> kept = new HashMap<>();

  private record Kept(ActSession session, Instant since) {}

  ActLines(Function<SystemEntry, ActSession> open, InstantSource clock) {
    this.open = open;
    this.clock = clock;
  }

  /** Does a piece of work over a line of its own. */
  static <T> T once(ActSession session, Function<ActSession, T> work) {
    try (session) {
      return work.apply(session);
    }
  }

  /** Does a piece of work; nobody else has the line meanwhile. */
  <T> T over(SystemEntry system, Function<ActSession, T> work) {
    Kept line = lend(system);
    boolean fit = false;
    try {
      T result = work.apply(line.session());
      fit = line.session().renew();
      return result;
    } finally {
      if (fit) {
        kept.put(system, line);
      } else {
        line.session().close();
      }
    }
  }

  /** One that broke while nobody used it is made again; who asks need not know. */
  private Kept lend(SystemEntry system) {
    Kept known = kept.remove(system);
    Instant now = clock.instant();
    if (known != null) {
      if (!now.isAfter(known.since().plus(LONGEST)) && known.session().renew()) {
        return known;
      }
      known.session().close();
    }
    return new Kept(open.apply(system), now);
  }

  /** Keeps none any longer: what they know is no longer so. */
  public void hangUp() {
    kept.values().forEach(k -> k.session().close());
    kept.clear();
  }

  @Override
  public void close() {
    hangUp();
  }
}

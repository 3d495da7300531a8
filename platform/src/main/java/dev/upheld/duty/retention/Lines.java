package dev.upheld.duty.retention;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lines to systems by the account that may only read, each kept for the rules that come next: to
 * connect and to read a catalogue takes longer than most counts. What a line knows of its system
 * grows old, so none is kept for long, nor over something that changed the system. For one thread.
 */
final class Lines implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Function<SystemEntry, Session> open;
  private final InstantSource clock;
  private final Map<SystemEntry, Kept> kept = new HashMap<>();

  private record Kept(Session session, Instant since) {}

  /**
   * @param open connects
   */
  Lines(Function<SystemEntry, Session> open, InstantSource clock) {
    this.open = open;
    this.clock = clock;
  }

  /** A line to a system; whoever closes it gives it back. */
  Session lend(SystemEntry system) {
    Kept known = kept.get(system);
    Instant now = clock.instant();
    if (known != null && now.isAfter(known.since().plus(LONGEST))) {
      kept.remove(system);
      known.session().close();
      known = null;
    }
    if (known == null) {
      known = new Kept(open.apply(system), now);
      kept.put(system, known);
    }
    return new Lent(known.session());
  }

  /** Keeps none any longer: several systems may be one database, and what they know is old. */
  void hangUp() {
    kept.values().forEach(k -> k.session().close());
    kept.clear();
  }

  @Override
  public void close() {
    hangUp();
  }

  /** The same line, which stays open. */
  private record Lent(Session line) implements Session {
    @Override
    public Description describe() {
      return line.describe();
    }

    @Override
    public Description describe(Collection<Place> bound) {
      return line.describe(bound);
    }

    @Override
    public List<Asked> compile(Question<?> question) {
      return line.compile(question);
    }

    @Override
    public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
      return line.ask(question, progress);
    }

    @Override
    public Duration ping() {
      return line.ping();
    }

    @Override
    public Checkup checkup(List<Place> places) {
      return line.checkup(places);
    }

    @Override
    public void cancel() {
      line.cancel();
    }

    @Override
    public void close() {
      // who lent it does
    }
  }
}

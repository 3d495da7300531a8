package dev.upheld.connect;

import dev.upheld.datamap.Place;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * An open, read-only line to one system: one connection, used by one thread at a time, except
 * {@link #cancel}. A question that fails leaves the session fit for the next one, reconnecting
 * where it must.
 *
 * <p>Every method throws {@link dev.upheld.kernel.ProblemException} with a {@link ConnectProblem}:
 * down, refused, denied, gone, timed out, cancelled. Messages never carry data.
 */
public interface Session extends AutoCloseable {

  /** The live catalogue; read once and kept. */
  Description describe();

  /**
   * The live catalogue, for who knows what is bound. A system that gets its tables with their first
   * rows shows those that are still to come as empty.
   *
   * @param bound places of the system
   */
  default Description describe(Collection<Place> bound) {
    return describe();
  }

  /** The text that {@link #ask} would send, without sending it. */
  List<Asked> compile(Question<?> question);

  /** Asks in a read-only transaction of its own, bounded by the statement timeout. */
  <A extends Answer> Answered<A> ask(Question<A> question, Progress progress);

  /**
   * How long the system takes to look one thing up in its own catalogue: whether it has better
   * things to do. One that does not answer within the statement timeout took that long.
   */
  Duration ping();

  /** What the account lacks to prove, and the script that grants just that. */
  Checkup checkup(List<Place> places);

  /** From any thread: stops the statement that runs now. */
  void cancel();

  @Override
  void close();
}

package dev.upheld.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Takes mails instead of a mail server, and keeps the last ones in memory to be read. For a
 * demonstration: nothing leaves the process. Thread-safe.
 */
public final class Postbox implements Postman {
  /** As many as somebody trying things out looks back at. */
  public static final int MOST = 50;

  private final Deque<Taken> letters = new ArrayDeque<>();
  private final InstantSource clock;

  public Postbox(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A mail that came.
   *
   * @param to personal data, made up in a demonstration
   */
  public record Taken(Instant at, String to, String subject, String text) {
    @Override
    public String toString() {
      return "Taken";
    }
  }

  @Override
  public synchronized Handed hand(Letter letter, String messageId) {
    letters.addFirst(new Taken(clock.instant(), letter.to(), letter.subject(), letter.text()));
    if (letters.size() > MOST) {
      letters.removeLast();
    }
    return new Postman.Taken("kept in memory");
  }

  /** The mails that came, the newest first. */
  public synchronized List<Taken> letters() {
    return List.copyOf(letters);
  }
}

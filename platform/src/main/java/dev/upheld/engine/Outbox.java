package dev.upheld.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What was sent to partners, written down before it is sent: a partner keeps no memory of acts, and
 * after its record of a person is gone nobody finds that person there again. Each method is durable
 * when it returns.
 */
public interface Outbox {

  /**
   * One act at one partner.
   *
   * @param ids of the person with the partner; personal data, empty once the act is done
   * @param figures what is done, as JSON
   * @param done when it was; empty while it is not
   */
  record Sent(SortedSet<String> ids, String figures, Optional<Instant> done) {
    @Override
    public String toString() {
      return "Sent[" + done + "]";
    }
  }

  /** What is known of an act. */
  Optional<Sent> find(String act);

  /** Notes what is about to be sent. */
  void begin(String act, SortedSet<String> ids, String figures);

  /** Notes that all of it was done, and forgets the ids. */
  void done(String act, Instant at);
}

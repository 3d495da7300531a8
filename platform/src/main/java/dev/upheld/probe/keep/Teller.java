package dev.upheld.probe.keep;

import java.util.List;
import org.jooq.DSLContext;

/** Tells whoever answers for a promise that it broke, or is broken no more. */
@FunctionalInterface
public interface Teller {
  /** Tells nobody. */
  Teller NOBODY = (tx, changes) -> {};

  /**
   * Queues the telling within the transaction that records the changes: both happen or neither.
   * Sends nothing itself.
   *
   * @param changes each told once, here; not empty
   */
  void tell(DSLContext tx, List<Change> changes);

  /** Several tellers as one. */
  static Teller all(List<Teller> tellers) {
    List<Teller> each = List.copyOf(tellers);
    return (tx, changes) -> each.forEach(t -> t.tell(tx, changes));
  }
}

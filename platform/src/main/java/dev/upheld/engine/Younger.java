package dev.upheld.engine;

import dev.upheld.connect.Due;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Turn;
import dev.upheld.datamap.BoundClock;
import java.util.List;
import java.util.Optional;

/** Holds rows that are younger than an erasure that is done again; nothing is held otherwise. */
final class Younger {
  /** The event that says since when a row is there. */
  static final String CLOCK = "collected";

  private final ActSession session;
  private final Optional<Again> again;
  private final SystemWork.Time time;

  private Younger(ActSession session, Optional<Again> again, SystemWork.Time time) {
    this.session = session;
    this.again = again;
    this.time = time;
  }

  static Younger of(ActSession session, ErasureOrder order, SystemWork.Time time) {
    return new Younger(session, order.again(), time);
  }

  static Optional<BoundClock> clock(Node node) {
    return node.place().flatMap(p -> Optional.ofNullable(p.clocks().get(CLOCK)));
  }

  /**
   * What may be looked for in a place. A database whose counter was restored as well gives a number
   * a second time, so that without a clock a number tells nobody.
   */
  static Gathering.Seeds among(Node node, Gathering.Seeds seeds, ErasureOrder order) {
    if (order.again().isEmpty() || clock(node).isPresent()) {
      return seeds;
    }
    boolean all = order.again().get().allRows();
    return new Gathering.Seeds(List.of(), all ? seeds.values() : List.of());
  }

  /** Whether age has a say at all. */
  boolean holds() {
    return again.isPresent();
  }

  /** Rows of the node that are younger, or of unknown age, are not reached. */
  void hold(Node node) {
    if (again.isEmpty()) {
      return;
    }
    clock(node)
        .ifPresent(
            clock -> {
              Due older = new Due.Before(clock, again.get().erased());
              RowSet set = node.set();
              session.hold(set, older, Turn.free(Fate.NOT_REACHED), time.now(), time.system());
            });
  }
}

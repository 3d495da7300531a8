package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Holds rows whose people were not told in time that they go. */
final class Telling {
  /** Keys that one statement names at most. */
  private static final int MANY = 2_000;

  private final ActSession session;
  private final Warned warned;
  private final String system;
  private long told;

  Telling(ActSession session, Warned warned, String system) {
    this.session = session;
    this.warned = warned;
    this.system = system;
  }

  /** Whether a promise lets rows go only where their people were told. */
  static boolean isWanted(KeepAt kept) {
    return !kept.keep().warn().isEmpty() && !kept.asks().isEmpty();
  }

  /** Gives free rows a fate that holds. */
  void hold(Node node, KeepAt kept) {
    List<String> key = node.set().key();
    if (key.size() != 1) {
      throw EngineProblem.MAP.because(
          "Rows of "
              + node.set().table()
              + " are named by several columns: whose people were told cannot be noted by row.",
          "Give the place "
              + node.id()
              + " a key of one column in the data map, or take warn out of the charter.");
    }
    String column = key.getFirst();
    List<String> keys = session.values(node.set(), column, Integer.MAX_VALUE);
    Warned.Untold untold = warned.among(kept, system, keys);
    hold(node, column, untold.never(), ExpiryReach.UNTOLD);
    hold(node, column, untold.lately(), ExpiryReach.TOLD_LATELY);
    told += keys.size() - untold.rows();
  }

  private void hold(Node node, String column, Collection<String> keys, int fate) {
    List<String> all = new ArrayList<>(keys);
    for (int from = 0; from < all.size(); from += MANY) {
      List<String> some = all.subList(from, Math.min(all.size(), from + MANY));
      session.timed().hold(node.set(), List.of(new Match(column, some, false)), fate);
    }
  }

  /** Of how many rows the people were told in time. */
  long told() {
    return told;
  }
}

package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Map<String, List<String>> keys = RowKeys.of(session, node.set());
    Warned.Untold untold = warned.among(kept, system, keys.keySet());
    hold(node, among(keys, untold.never()), ExpiryReach.UNTOLD);
    hold(node, among(keys, untold.lately()), ExpiryReach.TOLD_LATELY);
    told += keys.size() - untold.rows();
  }

  private static List<List<String>> among(
      Map<String, List<String>> keys, Collection<String> texts) {
    return texts.stream().flatMap(t -> Optional.ofNullable(keys.get(t)).stream()).toList();
  }

  private void hold(Node node, List<List<String>> all, int fate) {
    for (int from = 0; from < all.size(); from += MANY) {
      List<List<String>> some = all.subList(from, Math.min(all.size(), from + MANY));
      session.timed().holdKeys(node.set(), some, fate);
    }
  }

  /** Of how many rows the people were told in time. */
  long told() {
    return told;
  }
}

package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Term;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.Warned;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the store knows of who was told. A mail counts from when the mail server took it; whatever
 * else is unsure counts as not told, so that the row stays. Thread-safe.
 */
final class WarnedRows implements Warned {
  private final WarnStore store;
  private final WarnPrints prints;
  private final Map<String, Instant> settled = new ConcurrentHashMap<>();

  WarnedRows(WarnStore store, WarnPrints prints) {
    this.store = store;
    this.prints = prints;
  }

  @Override
  public Untold among(KeepAt kept, String system, Collection<String> keys) {
    WarnTimes times = WarnTimes.of(kept);
    String rule = Rules.id(kept.keep(), system, kept.place());
    if (!times.now().equals(settled.put(rule, times.now()))) {
      store.settle(rule); // once a run: what is sent in the midst of it is not long ago
    }
    Map<String, String> byPrint = new HashMap<>();
    keys.forEach(key -> byPrint.put(prints.row(rule, key), key));
    Set<String> never = new HashSet<>();
    Set<String> lately = new HashSet<>();
    for (Term before : times.steps()) {
      WarnStore.Step step = WarnPrints.step(kept, system, before);
      Map<String, WarnStore.Kept> known = store.kept(step, byPrint.keySet());
      byPrint.forEach(
          (print, key) -> {
            Optional<WarnStore.Kept> told =
                Optional.ofNullable(known.get(print)).filter(k -> counts(times, k));
            if (told.isEmpty()) {
              never.add(key);
            } else if (told.flatMap(WarnStore.Kept::sent)
                .filter(at -> times.isInTime(before, at))
                .isEmpty()) {
              lately.add(key);
            }
          });
    }
    lately.removeAll(never);
    return new Untold(never, lately);
  }

  private static boolean counts(WarnTimes times, WarnStore.Kept kept) {
    return !kept.failed() && times.cannotHaveComeBack(kept.seen(), times.now());
  }
}

package dev.upheld.charter.compare;

import dev.upheld.charter.promise.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the promises of two charters that speak of the same. Ids are no help beyond the activity: a
 * statement written before another moves its number. Every step treats both sides alike, so that
 * turning the charters round turns the result round. Used once.
 */
final class Matching {
  private final Compared a;
  private final Compared b;
  private final List<Promise> leftA;
  private final List<Promise> leftB;
  private final List<Pair> pairs = new ArrayList<>();
  private final Map<String, String> renamed;

  private Matching(Compared a, Compared b) {
    this.a = a;
    this.b = b;
    this.leftA = new ArrayList<>(a.promises());
    this.leftB = new ArrayList<>(b.promises());
    this.renamed = renamed();
  }

  /**
   * What belongs together and what stands alone.
   *
   * @param renamed activities of A by what B calls them
   */
  record Result(
      List<Pair> pairs, List<Promise> onlyA, List<Promise> onlyB, Map<String, String> renamed) {}

  static Result of(Compared a, Compared b) {
    Matching matching = new Matching(a, b);
    matching.match();
    return new Result(matching.pairs, matching.leftA, matching.leftB, Map.copyOf(matching.renamed));
  }

  private void match() {
    take(p -> place(p) + Facets.facet(p), this::same);
    take(p -> place(p) + Facets.facet(p), (one, other) -> true);
    take(this::place, Facets::related);
    take(Promise::kind, (one, other) -> Facets.renamed(a, b, one, other));
  }

  private boolean same(Promise one, Promise other) {
    return PromisePoints.of(a, b, one, other).isEmpty();
  }

  /** Pairs what has one key and fits, in the order of the files. */
  private void take(Function<Promise, String> key, BiPredicate<Promise, Promise> fits) {
    Map<String, List<Promise>> byKey =
        leftB.stream()
            .collect(
                Collectors.groupingBy(
                    key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    for (Promise one : List.copyOf(leftA)) {
      List<Promise> candidates = byKey.getOrDefault(key.apply(one), new ArrayList<>());
      candidates.stream()
          .filter(other -> fits.test(one, other))
          .findFirst()
          .ifPresent(
              other -> {
                candidates.remove(other);
                leftA.remove(one);
                leftB.remove(other);
                pairs.add(new Pair(one, other));
              });
    }
  }

  /** Activity or key as B calls it, and kind: {@code accounts/keep/}. */
  private String place(Promise promise) {
    String subject = promise.id().subject();
    return renamed.getOrDefault(subject, subject) + "/" + promise.kind() + "/";
  }

  /** Activities that only one side has, where most promises are the same under both words. */
  private Map<String, String> renamed() {
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> onlyA = new LinkedHashSet<>(a.charter().activities().keySet());
    onlyA.removeAll(b.charter().activities().keySet());
    Set<String> onlyB = new LinkedHashSet<>(b.charter().activities().keySet());
    onlyB.removeAll(a.charter().activities().keySet());
    record Likeness(String a, String b, double share) {}
    List<Likeness> likely = new ArrayList<>();
    for (String one : onlyA) {
      for (String other : onlyB) {
        double share = share(one, other);
        if (share > 0.5) {
          likely.add(new Likeness(one, other, share));
        }
      }
    }
    likely.sort(java.util.Comparator.comparingDouble(Likeness::share).reversed());
    for (Likeness like : likely) {
      if (!found.containsKey(like.a()) && !found.containsValue(like.b())) {
        found.put(like.a(), like.b());
      }
    }
    return found;
  }

  private double share(String one, String other) {
    List<Promise> mine = of(a, one);
    List<Promise> theirs = new ArrayList<>(of(b, other));
    int most = Math.max(mine.size(), theirs.size());
    long alike =
        mine.stream()
            .filter(
                p ->
                    theirs.stream()
                        .filter(q -> q.kind().equals(p.kind()))
                        .filter(q -> Facets.facet(q).equals(Facets.facet(p)))
                        .filter(q -> same(p, q))
                        .findFirst()
                        .filter(theirs::remove)
                        .isPresent())
            .count();
    return most == 0 ? 0 : (double) alike / most;
  }

  private static List<Promise> of(Compared side, String activity) {
    return side.promises().stream()
        .filter(p -> p.header().activity().filter(activity::equals).isPresent())
        .toList();
  }
}

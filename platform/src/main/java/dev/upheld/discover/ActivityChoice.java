package dev.upheld.discover;

import dev.upheld.charter.model.Activity;
import dev.upheld.datamap.classify.NameWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which activity a table belongs to.
 *
 * @param activity empty when none is likely enough, or two are alike
 * @param why the reasons, or what is missing
 */
record ActivityChoice(Optional<String> activity, double confidence, String why) {
  /** The table's name and the activity speak of the same thing. */
  private static final double TOPIC = 0.6;

  /** All words of the activity's own word are in the table's name. */
  private static final double WORDS = 0.35;

  /** The activity lists everything personal that the table holds. */
  private static final double DATA = 0.3;

  /** The rows go with rows of that activity. */
  private static final double PARENT = 0.4;

  private static final double ENOUGH = 0.5;
  private static final double LEAD = 0.05;
  private static final double MOST = 0.95;

  private record Scored(String activity, double score, List<String> reasons) {}

  /**
   * @param terms what the table's personal columns hold
   * @param parents activities of the tables its rows go with
   */
  static ActivityChoice of(
      String table, Collection<String> terms, Set<String> parents, CharterSense sense) {
    Set<String> stems = Concepts.stems(List.of(table));
    List<Scored> scored =
        sense.activities().stream()
            .map(activity -> score(activity, stems, terms, parents, sense))
            .sorted(Comparator.comparingDouble((Scored s) -> -s.score()))
            .toList();
    if (scored.isEmpty() || scored.getFirst().score() < ENOUGH) {
      return new ActivityChoice(Optional.empty(), 0, "no activity of the charter fits its name");
    }
    Scored best = general(scored);
    if (scored.stream().anyMatch(s -> rivals(s, best))) {
      return new ActivityChoice(
          Optional.empty(),
          0,
          best.activity()
              + " and "
              + scored.stream()
                  .filter(s -> rivals(s, best))
                  .map(Scored::activity)
                  .collect(Collectors.joining(" and "))
              + " fit alike");
    }
    return new ActivityChoice(
        Optional.of(best.activity()),
        Math.min(MOST, best.score()),
        String.join("; ", best.reasons()));
  }

  /** Of the likeliest the one the others are a special case of: accounts, not closed accounts. */
  private static Scored general(List<Scored> scored) {
    Scored first = scored.getFirst();
    return scored.stream()
        .filter(s -> first.score() - s.score() < LEAD)
        .filter(s -> s.equals(first) || isCaseOf(first, s))
        .min(Comparator.comparingInt(s -> NameWords.of(s.activity()).inOrder().size()))
        .orElse(first);
  }

  private static boolean isCaseOf(Scored special, Scored general) {
    return NameWords.of(special.activity())
        .inOrder()
        .containsAll(NameWords.of(general.activity()).inOrder());
  }

  private static boolean rivals(Scored other, Scored best) {
    return !other.equals(best) && best.score() - other.score() < LEAD && !isCaseOf(other, best);
  }

  private static Scored score(
      Activity activity,
      Set<String> stems,
      Collection<String> terms,
      Set<String> parents,
      CharterSense sense) {
    double score = 0;
    List<String> reasons = new ArrayList<>();
    Set<Concepts.Topic> common = Concepts.topics(words(activity));
    common.retainAll(Concepts.topics(stems));
    if (!common.isEmpty()) {
      score += TOPIC;
      reasons.add("its name speaks of " + common.iterator().next().name().toLowerCase(Locale.ROOT));
    }
    double named = named(activity.id(), stems);
    if (named > 0) {
      score += WORDS * named;
      reasons.add("its name has words of the activity's");
    }
    double covered = sense.covered(activity, terms);
    if (covered > 0) {
      score += DATA * covered;
      reasons.add("the activity lists %d %% of what it holds".formatted(Math.round(covered * 100)));
    }
    if (parents.contains(activity.id())) {
      score += PARENT;
      reasons.add("its rows go with rows of that activity");
    }
    return new Scored(activity.id(), score, reasons);
  }

  private static Set<String> words(Activity activity) {
    List<String> said = new ArrayList<>(List.of(activity.id(), activity.title()));
    said.addAll(activity.ground().purposes().words());
    return Concepts.stems(said);
  }

  /** The share of the activity's words that the table has. */
  private static double named(String activity, Set<String> stems) {
    List<String> words = NameWords.of(activity).inOrder();
    long found =
        words.stream()
            .filter(w -> Concepts.stems(List.of(w)).stream().anyMatch(stems::contains))
            .count();
    return words.isEmpty() ? 0 : (double) found / words.size();
  }
}

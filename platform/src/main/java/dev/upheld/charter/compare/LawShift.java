package dev.upheld.charter.compare;

import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.promise.LawRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How promises move from one law to another, said once for all that move alike.
 *
 * @param way what becomes of the law behind them
 * @param moved the promises, in A's order
 */
public record LawShift(Way way, List<Difference.OtherLaw> moved) {
  public LawShift {
    moved = List.copyOf(moved);
  }

  /** What becomes of the law behind a promise. */
  public enum Way {
    /** A law in A, another in B. */
    OTHER,
    /** A law in A, none in B: the promise alone. */
    TO_PROMISE,
    /** None in A, a law in B. */
    TO_LAW;

    private static Way of(Difference.OtherLaw moved) {
      return moved.b().isEmpty() ? TO_PROMISE : moved.a().isEmpty() ? TO_LAW : OTHER;
    }
  }

  /** All of a comparison, the most general first. */
  public static List<LawShift> of(Comparison comparison) {
    Map<Way, List<Difference.OtherLaw>> byWay =
        comparison.only(Difference.OtherLaw.class).stream()
            .collect(
                Collectors.groupingBy(
                    Way::of, () -> new java.util.EnumMap<>(Way.class), Collectors.toList()));
    return byWay.entrySet().stream().map(e -> new LawShift(e.getKey(), e.getValue())).toList();
  }

  /** The promises by how their articles change: {@code GDPR Art. 15 -> 09-08 Art. 7}. */
  public Map<String, List<String>> byArticle() {
    Map<String, List<String>> articles = new LinkedHashMap<>();
    for (Difference.OtherLaw one : moved) {
      List<LawRef> stay = new ArrayList<>(one.a());
      stay.retainAll(one.b());
      String from = Telling.cite(without(one.a(), stay));
      String to = Telling.cite(without(one.b(), stay));
      String also = stay.isEmpty() ? "" : " (besides " + Telling.cite(stay) + ")";
      articles
          .computeIfAbsent(from + " -> " + to + also, k -> new ArrayList<>())
          .add(Telling.name(one.pair()));
    }
    return articles;
  }

  private static List<LawRef> without(List<LawRef> law, List<LawRef> these) {
    return law.stream().filter(l -> !these.contains(l)).toList();
  }

  /**
   * The laws a charter stands under, as their packs are called, each with the one it builds on:
   * {@code Morocco, law 09-08}.
   */
  public static List<String> laws(LawContext law) {
    return law.jurisdictions().stream()
        .flatMap(
            pack ->
                Stream.concat(
                    Stream.of(pack.title()),
                    pack.parent().flatMap(law.packs()::pack).map(p -> p.title()).stream()))
        .distinct()
        .toList();
  }
}

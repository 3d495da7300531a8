package dev.upheld.charter.compare;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two charters.
 *
 * @param pairs the promises both make, differing or not, in A's order
 * @param differences promises in A's order, those of B alone behind them, findings last
 */
public record Comparison(Compared a, Compared b, List<Pair> pairs, List<Difference> differences) {
  public Comparison {
    pairs = List.copyOf(pairs);
    differences = List.copyOf(differences);
  }

  /** Compares; {@code of(a, b)} and {@code of(b, a)} are each other's mirror images. */
  public static Comparison of(Compared a, Compared b) {
    Matching.Result match = Matching.of(a, b);
    List<Difference> found = new ArrayList<>();
    match.renamed().forEach((from, to) -> found.add(new Difference.Renamed(from, to)));
    List<Pair> pairs =
        match.pairs().stream()
            .sorted(Comparator.comparingInt(p -> a.promises().indexOf(p.a())))
            .toList();
    pairs.forEach(pair -> found.addAll(of(a, b, pair)));
    match.onlyA().forEach(p -> found.add(new Difference.Only(Side.A, p)));
    match.onlyB().forEach(p -> found.add(new Difference.Only(Side.B, p)));
    found.addAll(findings(a, b, pairs));
    return new Comparison(a, b, pairs, found);
  }

  /** Whether the two promise the same under the same law, and leave the same open. */
  public boolean equal() {
    return differences.isEmpty();
  }

  /** The differences of one sort, in order. */
  public <T extends Difference> List<T> only(Class<T> sort) {
    return differences.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  private static List<Difference> of(Compared a, Compared b, Pair pair) {
    List<Difference> found = new ArrayList<>();
    List<Point> points = new ArrayList<>(PromisePoints.of(a, b, pair.a(), pair.b()));
    String one = pair.a().id().subject();
    String other = pair.b().id().subject();
    if (pair.a().header().activity().isEmpty() && !one.equals(other)) {
      points.add(
          new Point.Value(
              "called", java.util.Optional.of(one), java.util.Optional.of(other), Turn.NAME));
    }
    if (!points.isEmpty()) {
      found.add(
          switch (Turn.of(points.stream().map(Point::turn).toList())) {
            case STRICTER -> new Difference.Stricter(pair, points);
            case WEAKER -> new Difference.Weaker(pair, points);
            case OTHER, NAME -> new Difference.Otherwise(pair, points);
          });
    }
    if (!cited(pair.a()).equals(cited(pair.b()))) {
      found.add(new Difference.OtherLaw(pair));
    }
    return found;
  }

  private static Set<String> cited(Promise promise) {
    return promise.header().law().stream()
        .map((LawRef ref) -> ref.pack() + " " + ref.citation())
        .collect(Collectors.toSet());
  }

  private static List<Difference> findings(Compared a, Compared b, List<Pair> pairs) {
    List<Finding> onlyB = new ArrayList<>(b.findings());
    List<Difference> found = new ArrayList<>();
    Map<String, String> names = names(pairs);
    for (Finding finding : a.findings()) {
      String key = key(a, finding, names);
      onlyB.stream()
          .filter(f -> key(b, f, names).equals(key))
          .findFirst()
          .ifPresentOrElse(onlyB::remove, () -> found.add(new Difference.Noticed(Side.A, finding)));
    }
    onlyB.forEach(f -> found.add(new Difference.Noticed(Side.B, f)));
    return found;
  }

  /** Words that one charter uses for what the other calls differently, by either. */
  private static Map<String, String> names(List<Pair> pairs) {
    Map<String, String> names = new HashMap<>();
    for (Pair pair : pairs) {
      String one = pair.a().id().subject();
      String other = pair.b().id().subject();
      if (!one.equals(other)) {
        String both = one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
        names.put(one, both);
        names.put(other, both);
      }
    }
    return names;
  }

  /**
   * A finding without what differs in any two charters: the company's name, names of keys, and the
   * order in which a sentence lists what it lists.
   */
  private static String key(Compared side, Finding finding, Map<String, String> names) {
    String sentence = finding.sentence();
    var company = side.charter().organisation().company();
    for (String own : List.of(company.name(), company.id())) {
      sentence = sentence.replaceAll("\\b" + Pattern.quote(own) + "\\b", "(the company)");
    }
    for (Map.Entry<String, String> name : names.entrySet()) {
      sentence = sentence.replace('"' + name.getKey() + '"', '"' + name.getValue() + '"');
    }
    String activity = finding.activity().map(w -> names.getOrDefault(w, w)).orElse("");
    List<String> words = Stream.of(sentence.split("[ ,.()]+", -1)).sorted().toList();
    return finding.code().code() + "\n" + activity + "\n" + words;
  }
}

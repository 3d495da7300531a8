package dev.upheld.datamap.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the witnesses said of one column. Their weights add up; thresholds cut the sum. */
final class Findings {
  private record Evidence(double weight, Optional<String> term, String reason) {}

  private final List<Evidence> evidence = new ArrayList<>();

  void add(double weight, String reason) {
    if (weight != 0) {
      evidence.add(new Evidence(weight, Optional.empty(), reason));
    }
  }

  void add(double weight, String term, String reason) {
    evidence.add(new Evidence(weight, Optional.of(term), reason));
  }

  Judgement sum() {
    double score = evidence.stream().mapToDouble(Evidence::weight).sum();
    List<Evidence> sorted =
        evidence.stream()
            .sorted(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())))
            .toList();
    Nature nature =
        score >= Weights.PERSONAL
            ? Nature.PERSONAL
            : score >= Weights.UNSURE ? Nature.UNSURE : Nature.NOT_PERSONAL;
    Optional<String> term =
        nature == Nature.NOT_PERSONAL
            ? Optional.empty()
            : sorted.stream().flatMap(e -> e.term().stream()).findFirst();
    return new Judgement(nature, term, score, sorted.stream().map(Evidence::reason).toList());
  }

  /** {@code pd:BirthDate} as "birth date". */
  static String said(String term) {
    return String.join(" ", NameWords.of(term.substring("pd:".length())).inOrder());
  }
}

package dev.upheld.duty.safeguard;

import dev.upheld.probe.PromiseResult;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import java.util.List;

/** Reads results in tests. */
final class Results {
  private Results() {}

  static Evidence evidence(PromiseResult result) {
    return result.evidence().getFirst();
  }

  static String summary(PromiseResult result) {
    return evidence(result).summary();
  }

  static List<String> reasons(PromiseResult result) {
    return evidence(result).reasons();
  }

  static List<String> figures(PromiseResult result, String name) {
    return evidence(result).figures().stream()
        .filter(f -> f.name().equals(name))
        .map(Figure::value)
        .toList();
  }
}

package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects faults, so that all of them are told at once. */
final class Faults {
  private final List<Problem> problems = new ArrayList<>();

  void add(Location at, ProblemCode code, String what, String mend) {
    problems.add(Problem.at(at, code, what, mend));
  }

  void addAll(Collection<Problem> others) {
    problems.addAll(others);
  }

  /** Complains about a word that is not among the known ones, and names the nearest. */
  void unknown(Spot spot, DataMapCode code, String what, Collection<String> known) {
    String near =
        Nearest.to(spot.text(), known)
            .map(word -> "Did you mean %s? ".formatted(Said.quote(word)))
            .orElse("");
    String all = known.isEmpty() ? "There is none." : "Known: " + listed(known) + ".";
    add(spot.at(), code, "There is no %s %s.".formatted(what, Said.quote(spot.text())), near + all);
  }

  private static String listed(Collection<String> known) {
    List<String> sorted = known.stream().sorted().limit(30).toList();
    return String.join(", ", sorted) + (known.size() > 30 ? ", ..." : "");
  }

  /** In the order they were found. */
  List<Problem> all() {
    return List.copyOf(problems);
  }
}

package dev.upheld.demo;

import dev.upheld.kernel.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which faults to plant, as said on the command line. */
public final class Faults {
  private static final Set<String> SHOWN =
      Set.of(
          "overdue-candidates",
          "old-visits",
          "full-ips",
          "plain-passwords",
          "card-in-ticket",
          "undeclared-birth-dates",
          "eu-customer-in-us");

  private Faults() {}

  /** Those that the demo plants when nothing else is asked. */
  public static Set<Fault> shown() {
    return Fault.all().stream().filter(f -> SHOWN.contains(f.id())).collect(Collectors.toSet());
  }

  /**
   * The faults of a list of ids with commas; {@code none} for a healthy company, {@code all} for
   * every one.
   *
   * @throws ProblemException when there is no fault of an id
   */
  public static Set<Fault> parse(String written) {
    return switch (written.strip()) {
      case "none" -> Set.of();
      case "all" -> Set.copyOf(Fault.all());
      default -> Arrays.stream(written.split(",")).map(Faults::one).collect(Collectors.toSet());
    };
  }

  /** The fault of this id. */
  public static Fault one(String id) {
    List<Fault> all = Fault.all();
    return all.stream()
        .filter(f -> f.id().equals(id.strip()))
        .findFirst()
        .orElseThrow(() -> unknown(all));
  }

  private static ProblemException unknown(List<Fault> all) {
    String ids = all.stream().map(Fault::id).collect(Collectors.joining(", "));
    return DemoProblem.OPTION.because(
        "There is no fault of that name.", "Choose from: none, all, " + ids + ".");
  }
}

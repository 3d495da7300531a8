package dev.upheld.edge.cli;

import dev.upheld.engine.Correction;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom a request is about, and what was decided about it. */
final class SubjectOptions {
  private static final String RECTIFICATION = "rectification";

  @Option(
      names = "--subject-from",
      required = true,
      paramLabel = "FILE",
      description =
          "The person: words and values in YAML or JSON (email: ...), - for standard input. Never"
              + " on the command line.")
  @SuppressWarnings("NullAway.Init")
  private String from;

  @Option(
      names = "--right",
      required = true,
      paramLabel = "RIGHT",
      description = "access, erasure or rectification.")
  @SuppressWarnings("NullAway.Init")
  private String right;

  @Option(
      names = "--change-from",
      paramLabel = "FILE",
      description =
          "For rectification, what is right: words and values in YAML or JSON (name: ..., or name:"
              + " {from: ..., to: ...}), - for standard input. Never on the command line.")
  private @Nullable String change;

  @Option(
      names = "--ground",
      defaultValue = "promise",
      paramLabel = "GROUND",
      description =
          "Why it must go (GDPR Art. 17(1)): no-longer-necessary, consent-withdrawn, objected,"
              + " unlawful, legal-duty, child, death, or promise: the charter asks for no ground"
              + " (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String ground;

  @Option(
      names = "--keep",
      paramLabel = "ACTIVITY",
      description = "You decided that a duty to keep holds for this activity.")
  private List<String> keep = List.of();

  @Option(
      names = "--erase",
      paramLabel = "ACTIVITY",
      description = "You decided that no duty to keep holds for this activity.")
  private List<String> erase = List.of();

  @Option(
      names = "--every-account",
      description = "All accounts with that address are this person's.")
  private boolean everyAccount;

  Subject subject(Surroundings around) {
    return SubjectFile.read(from, around, System.in);
  }

  /** Whether it is about erasing, or else about a copy of the data. */
  boolean isErasure() {
    return switch (right) {
      case "erasure" -> true;
      case "access", RECTIFICATION -> false;
      default ->
          throw unknown(
              right,
              List.of("access", "erasure", RECTIFICATION),
              "a right that this command keeps");
    };
  }

  /** What is to be corrected; empty where another right is kept. */
  Optional<Correction> correction(Surroundings around) {
    if (!right.equals(RECTIFICATION)) {
      return Optional.empty();
    }
    if (change == null || (change.equals("-") && from.equals("-"))) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_READ,
              change == null
                  ? "Nothing says what is right."
                  : "The person and what is right cannot both come on standard input.",
              "Add --change-from FILE, with one word and its right value a line."));
    }
    return Optional.of(ChangeFile.read(change, around, System.in));
  }

  ErasureOrder order() {
    ErasureGround why =
        ErasureGround.of(ground)
            .orElseThrow(
                () ->
                    unknown(
                        ground,
                        Arrays.stream(ErasureGround.values()).map(ErasureGround::id).toList(),
                        "a ground"));
    return new ErasureOrder(why, Set.copyOf(keep), Set.copyOf(erase), everyAccount);
  }

  private static ProblemException unknown(String word, List<String> known, String what) {
    return new ProblemException(
        Problem.of(
            CliProblem.BAD_NAME,
            "\"" + word + "\" is not " + what + ".",
            Nearest.to(word, known)
                .map(n -> "Did you mean " + n + "?")
                .orElse("Use one of " + String.join(", ", known) + ".")));
  }
}

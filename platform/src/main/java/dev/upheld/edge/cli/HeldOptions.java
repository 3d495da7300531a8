package dev.upheld.edge.cli;

import dev.upheld.engine.RowsAsked;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a hold is about; one of these. */
final class HeldOptions {
  @Option(
      names = "--subject-from",
      paramLabel = "FILE",
      description =
          "The person: words and values in YAML or JSON (email: ...), - for standard input. Never"
              + " on the command line.")
  private @Nullable String subject;

  @Option(
      names = "--activity",
      paramLabel = "ID",
      description = "All rows of the places that the data map binds to this activity.")
  private @Nullable String activity;

  @Option(
      names = "--row",
      paramLabel = "SYSTEM/PLACE/KEY",
      description =
          "One row by its key, with all that belongs to it, like support-db/ticket/4711; where"
              + " several columns name a row, like billing/line/invoice=7,number=2. Where keys are"
              + " names or addresses, hold the person instead.")
  private @Nullable String row;

  @ArgGroup(exclusive = false)
  private @Nullable Range range;

  /** Rows between two values. */
  static final class Range {
    @Option(
        names = "--rows",
        required = true,
        paramLabel = "SYSTEM/PLACE",
        description = "Rows of this place between --from and --to, both included.")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Option(names = "--from", paramLabel = "VALUE", description = "The first value.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "VALUE", description = "The last value.")
    private @Nullable String to;

    @Option(
        names = "--by",
        paramLabel = "COLUMN",
        description =
            "A column of the place, or an event of its clocks (its values are days then). Default:"
                + " the column that names a row.")
    private @Nullable String by;
  }

  /** The rows; empty for a person. */
  Optional<RowsAsked> rows() {
    if (activity != null) {
      return Optional.of(new RowsAsked.OfActivity(activity));
    }
    if (row != null) {
      return Optional.of(one(row));
    }
    return Optional.ofNullable(range)
        .map(
            r ->
                new RowsAsked.Between(
                    r.place,
                    Optional.ofNullable(r.by),
                    Optional.ofNullable(r.from),
                    Optional.ofNullable(r.to)));
  }

  private static RowsAsked one(String written) {
    String[] parts = written.split("/", 3);
    if (parts.length < 3 || parts[2].isBlank()) {
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "--row names no row.",
              "Write system, place and key, like support-db/ticket/4711."));
    }
    return new RowsAsked.One(parts[0] + "/" + parts[1], parts[2]);
  }

  /** The person, where no rows are named. */
  Subject subject(Surroundings around) {
    return SubjectFile.read(subject == null ? "" : subject, around, System.in);
  }
}

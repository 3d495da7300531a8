package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.RowsAsked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.Holds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld hold add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Sets a hold: nothing of that person, or of those rows, is erased until it is lifted.")
final class HoldAddCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init")
  private HeldOptions what;

  @Option(
      names = "--reason-from",
      required = true,
      paramLabel = "FILE",
      description = "Why, as text: it may name people, so it never stands on the command line.")
  @SuppressWarnings("NullAway.Init")
  private String reason;

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "WORDS",
      description = "Who answers for it, as a department or a role.")
  @SuppressWarnings("NullAway.Init")
  private String owner;

  @Option(
      names = "--review",
      required = true,
      paramLabel = "DAY",
      description = "When somebody looks whether it is still needed, like 2027-06-30.")
  @SuppressWarnings("NullAway.Init")
  private String review;

  @Option(
      names = "--secret",
      description = "An authority forbids telling: shown to data protection officers alone.")
  private boolean secret;

  HoldAddCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    Holds.New hold = new Holds.New(words(), owner, day(), secret);
    PrintWriter out = around.screen().out();
    Optional<RowsAsked> rows = what.rows();
    HoldKeeper.Placed set =
        rows.isPresent()
            ? engine.holds().add(sound, rows.get(), hold)
            : engine.holds().add(sound, what.subject(around), hold);
    out.println("on hold: " + set.id());
    set.now().forEach(c -> out.println("  " + c.place() + ": " + HoldListCommand.now(c)));
    if (set.now().isEmpty()) {
      out.println("  No system has a row of that person now. Look whether the file says it as");
      out.println("  systems write it. The hold stands for whoever is written so later.");
    }
    out.flush();
    return Exit.OK;
  }

  private LocalDate day() {
    try {
      return LocalDate.parse(review);
    } catch (DateTimeException e) {
      throw fault("--review is no day.", "Write it like 2027-06-30.");
    }
  }

  private String words() {
    try {
      return Files.readString(around.folder().resolve(reason), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_READ,
              "The file with the reason cannot be read.",
              "Name a text file in UTF-8."));
    }
  }

  private static ProblemException fault(String what, String mend) {
    return new ProblemException(Problem.of(CliProblem.BAD_NAME, what, mend));
  }
}

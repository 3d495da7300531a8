package dev.upheld.edge.cli;

import dev.upheld.crypto.VerifyingKey;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.journal.HeldCheckpoints;
import dev.upheld.journal.JournalVerifier;
import dev.upheld.journal.Verification;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code upheld journal verify}: whether an exported journal is whole, without server and store.
 */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies an exported journal, without server and store.",
      "",
      "Finds any entry that was changed, dropped, swapped or inserted, and any cut behind a",
      "checkpoint. Needs nothing but the file: no network either.",
      "",
      "Without --key it trusts the keys in the file, which proves only that the file agrees with",
      "itself. Without --checkpoints it cannot know what was there before the file was made."
    },
    footer = {
      "",
      "Exit code: 0 intact, 1 tampered with (and where), 2 it could not look.",
      "",
      "Examples:",
      "  upheld journal verify journal.jsonl",
      "  upheld journal verify journal.jsonl --key upheld.pem --checkpoints kept.jsonl"
    })
final class JournalVerifyCommand implements Callable<Integer> {
  private static final String PEM_END = "-----END PUBLIC KEY-----";

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "FILE", description = "What `journal export` wrote.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Path file;

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description = "Checkpoints you kept: copies of checkpoints/journal.jsonl of the server.")
  private @Nullable Path checkpoints;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Public keys you trust (PEM); no others are. May be given several times.")
  private List<Path> keys = List.of();

  JournalVerifyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<VerifyingKey> trusted = trusted();
    try (HeldCheckpoints held =
            checkpoints == null
                ? HeldCheckpoints.none()
                : HeldCheckpoints.in(around.path(checkpoints));
        InputStream in = Files.newInputStream(around.path(file))) {
      return print(new JournalVerifier(trusted, held.iterator()).run(in));
    } catch (IOException e) {
      throw cannotRead(file);
    }
  }

  private List<VerifyingKey> trusted() {
    List<VerifyingKey> trusted = new ArrayList<>();
    for (Path key : keys) {
      try {
        String text = Files.readString(around.path(key));
        for (String pem : text.split("(?<=" + PEM_END + ")", -1)) {
          if (!pem.isBlank()) {
            trusted.add(VerifyingKey.parse(pem));
          }
        }
      } catch (IOException e) {
        throw cannotRead(key);
      }
    }
    return trusted;
  }

  private static ProblemException cannotRead(Path file) {
    return new ProblemException(
        Problem.of(
            CliProblem.CANNOT_READ,
            "Cannot read " + file + ".",
            "Check the path and its permissions."));
  }

  private int print(Verification found) {
    Screen screen = around.screen();
    if (!found.isIntact()) {
      screen.out().println(screen.styled(Style.RED, "TAMPERED WITH"));
      found.faults().forEach(fault -> screen.out().println("  " + fault));
      screen.out().flush();
      return Exit.BAD;
    }
    screen
        .out()
        .println(
            screen.styled(Style.GREEN, "INTACT")
                + String.format(
                    Locale.ROOT,
                    "  %,d entries, %,d checkpoints",
                    found.entries(),
                    found.checkpoints()));
    found.keys().forEach(key -> screen.out().println("  sealed by key " + key));
    sealing(screen, found);
    screen.out().flush();
    return Exit.OK;
  }

  private void sealing(Screen screen, Verification found) {
    long open = found.entries() - found.sealed();
    if (open > 0) {
      screen
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "  the last %,d entries lie behind the newest checkpoint: chained, not sealed",
                  open));
    }
    if (keys.isEmpty() && !found.keys().isEmpty()) {
      screen
          .out()
          .println(
              "  the keys came with the file; compare them with those you were given, or use --key");
    }
  }
}

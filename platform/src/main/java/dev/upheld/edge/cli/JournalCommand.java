package dev.upheld.edge.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code upheld journal}: the record of everything, for those who must not take our word for it.
 */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = {
      "The record of every act and every piece of evidence.",
      "",
      "Entries are only ever added, each is chained to the one before by its hash, and the newest is",
      "signed every minute into a file outside the database. Whoever holds an export, the public key",
      "and now and then a checkpoint can tell whether anything was changed, without this server."
    },
    footer = {
      "",
      "What an auditor does:",
      "  upheld journal key > upheld.pem                  once, from a hand that is trusted",
      "  upheld journal export --out journal.jsonl        on the server",
      "  upheld journal verify journal.jsonl --key upheld.pem      anywhere",
      "",
      "docs/journal-format.md says how to verify with a program of your own."
    })
final class JournalCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new JournalCommand())
        .addSubcommand(new JournalExportCommand(around))
        .addSubcommand(new JournalVerifyCommand(around))
        .addSubcommand(new JournalKeyCommand(around));
  }

  /** Without a subcommand there is nothing to do: shows the help and reports wrong usage. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return Exit.USAGE;
  }
}

package dev.upheld.edge.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code upheld backup}: everything the store holds, in one file, without the keys. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes everything Upheld's own store holds into a new file.",
      "",
      "As it is at one moment; the server may run meanwhile. The keys are not in it: what is sealed in",
      "the store stays sealed in the backup."
    },
    footer = {
      "",
      "Copy the folder of the keys as well, to another place, under another lock:",
      "whoever has both can read everything; without the keys what is sealed is lost.",
      "",
      "Example:",
      "  upheld backup /backup/upheld-2026-11-22.zip"
    })
final class BackupCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final StoreOption storeOption = new StoreOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file that does not exist yet.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Path file;

  BackupCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    StoreKeeper store = storeOption.store(around);
    long rows;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      rows = store.backup(around.path(file), progress);
    }
    around.screen().out().println(String.format(Locale.ROOT, "%,d rows in %s", rows, file));
    around.screen().out().println("The keys are not in it; keep a copy of " + store.keys());
    around.screen().out().flush();
    return Exit.OK;
  }
}

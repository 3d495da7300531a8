package dev.upheld.edge.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code upheld restore}: an empty store filled from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Fills an empty store from a backup, wholly or not at all.",
      "",
      "Refuses a store that holds anything, a backup of a newer Upheld, and a damaged file. A backup",
      "of an older Upheld is upgraded.",
      "",
      "Put the folder of the keys back first, then start the server."
    },
    footer = {"", "Example:", "  upheld restore /backup/upheld-2026-11-22.zip"})
final class RestoreCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final StoreOption storeOption = new StoreOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "What `upheld backup` wrote.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private Path file;

  RestoreCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    StoreKeeper store = storeOption.store(around);
    long rows;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      rows = store.restore(around.path(file), progress);
    }
    around.screen().out().println(String.format(Locale.ROOT, "%,d rows restored", rows));
    around.screen().out().println("The keys belong in " + store.keys());
    around.screen().out().flush();
    return Exit.OK;
  }
}

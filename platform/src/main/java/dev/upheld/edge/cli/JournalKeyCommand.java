package dev.upheld.edge.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld journal key}: the public keys that seal the journal. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the public keys that sealed the journal, in PEM.",
      "",
      "Give them to auditors. With --rotate a new key seals from now on; the private half of the",
      "old one is destroyed, its public half stays, and the journal says that it happened."
    },
    footer = {"", "Example:", "  upheld journal key > upheld.pem"})
final class JournalKeyCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final StoreOption storeOption = new StoreOption();

  @Option(names = "--rotate", description = "Makes a new key first.")
  private boolean rotate;

  JournalKeyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    StoreKeeper store = storeOption.store(around);
    List<String> keys = rotate ? List.of(store.rotateJournalKey()) : store.journalKeys();
    keys.forEach(around.screen().out()::print);
    around.screen().out().flush();
    return Exit.OK;
  }
}

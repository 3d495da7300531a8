package dev.upheld.app;

import dev.upheld.connect.vault.VaultRows;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Archives;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.edge.cli.ArchiveKeeper;
import dev.upheld.edge.cli.CliProblem;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Archives of files, read over the journal of this machine; without one nobody reads. */
record LocalArchives(Function<Workspace, LocalStore> stores, InstantSource clock)
    implements ArchiveKeeper {

  @Override
  public List<Archives.Shelf> list(Workspace workspace) {
    return Archives.list(workspace);
  }

  @Override
  public long read(
      Workspace workspace, String where, Map<String, List<String>> people, VaultRows.Sink sink) {
    LocalStore local = stores.apply(workspace);
    if (!local.isThere()) {
      throw new ProblemException(
          Problem.of(
              CliProblem.NO_STORE,
              "This machine has no store, and who looked is journalled there.",
              "Start `upheld serve` once, or set UPHELD_HOME to where the store is."));
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      Archives archives = new Archives(new Retaining.Books(store, new Journal(store, clock)));
      return archives.read(workspace, new Archives.Asked(where, people, account()), sink);
    }
  }

  /** As the operating system says it, not the environment. */
  private static String account() {
    return ProcessHandle.current().info().user().orElse("");
  }
}

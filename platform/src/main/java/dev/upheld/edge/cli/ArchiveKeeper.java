package dev.upheld.edge.cli;

import dev.upheld.connect.vault.VaultRows;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Archives;
import java.util.List;
import java.util.Map;

/** Looks into archives of encrypted files from the command line. */
public interface ArchiveKeeper {

  /** What they hold: figures only. */
  List<Archives.Shelf> list(Workspace workspace);

  /**
   * Reads rows, as the account of the machine that runs this; the journal in the store of this
   * machine says so before the first one is shown.
   *
   * @param where the system and the place
   * @param people whose rows, by word; empty for all rows
   * @return how many
   */
  long read(
      Workspace workspace, String where, Map<String, List<String>> people, VaultRows.Sink sink);
}

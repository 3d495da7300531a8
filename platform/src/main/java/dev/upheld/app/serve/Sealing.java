package dev.upheld.app.serve;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.edge.console.proof.JournalDoor;
import dev.upheld.journal.Checkpoint;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Journal;
import dev.upheld.journal.JournalExport;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The journal's seals as the console shows them and takes them away. */
final class Sealing implements JournalDoor.Sealed {
  private static final Logger LOG = Logger.getLogger(Sealing.class.getName());

  private final Journal journal;
  private final SigningKeys keys;
  private final Checkpoints checkpoints;
  private final InstantSource clock;

  Sealing(Journal journal, Checkpoints checkpoints, SigningKeys keys, InstantSource clock) {
    this.journal = journal;
    this.keys = keys;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  @Override
  public Optional<Checkpoint> newest() {
    return checkpoints.newest();
  }

  @Override
  public Checkpoints.GoneThrough goneThrough() {
    return checkpoints.goneThrough();
  }

  /** A journal that was changed is exported all the same: whoever verifies shall see it. */
  @Override
  public void export(OutputStream to) throws IOException {
    try {
      checkpoints.write();
    } catch (ProblemException e) {
      LOG.log(
          Level.SEVERE, "The journal is not sealed: {0}", e.problems().getFirst().code().code());
    }
    new JournalExport(journal, checkpoints.all(), keys.published(), clock, Progress.SILENT)
        .write(to);
  }
}

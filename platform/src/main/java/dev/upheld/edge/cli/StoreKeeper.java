package dev.upheld.edge.cli;

import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What the commands do with Upheld's own store. Every method may throw {@link
 * dev.upheld.kernel.ProblemException}.
 */
public interface StoreKeeper {

  /**
   * Seals the journal and writes it all.
   *
   * @return how many entries
   * @throws IOException when the stream cannot be written
   */
  long exportJournal(OutputStream to, Progress progress) throws IOException;

  /** The public keys that sealed the journal, in PEM. */
  List<String> journalKeys();

  /** Seals with a new key from now on; its public half, in PEM. */
  String rotateJournalKey();

  /**
   * Writes everything the store holds, without the keys, into a new file.
   *
   * @return how many rows
   */
  long backup(Path file, Progress progress);

  /**
   * Fills an empty store from such a file, wholly or not at all.
   *
   * @return how many rows
   */
  long restore(Path file, Progress progress);

  /** The keys of personal data as they stand; each is opened once. */
  KeyState keyState();

  /** Makes new data keys and seals all with the present master key. */
  KeyState.Renewed rotateKeys();

  /** The folder with the keys, which no backup holds. */
  Path keys();
}

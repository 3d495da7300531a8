package dev.upheld.journal;

import dev.upheld.crypto.PublicKeys;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.kernel.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;

/** Exports into memory, and verifies from there. */
final class Exports {
  private Exports() {}

  static byte[] of(Journal journal) {
    return write(journal, List.of(), PublicKeys.none());
  }

  static byte[] of(Journal journal, Checkpoints checkpoints, SigningKeys keys) {
    return write(journal, checkpoints.all(), keys.published());
  }

  private static byte[] write(Journal journal, List<Checkpoint> checkpoints, PublicKeys keys) {
    try {
      ByteArrayOutputStream to = new ByteArrayOutputStream();
      new JournalExport(journal, checkpoints, keys, InstantSource.system(), Progress.SILENT)
          .write(to);
      return to.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Verification verify(byte[] export) {
    try {
      return JournalVerifier.verify(new ByteArrayInputStream(export));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Verification verify(
      byte[] export, List<dev.upheld.crypto.VerifyingKey> keys, List<Checkpoint> held) {
    try {
      return new JournalVerifier(keys, held.iterator()).run(new ByteArrayInputStream(export));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

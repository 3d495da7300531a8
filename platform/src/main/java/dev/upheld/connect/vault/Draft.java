package dev.upheld.connect.vault;

import dev.upheld.crypto.SealKey;
import dev.upheld.datamap.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that is being written, and counts for nothing before it is published. Where writing fails
 * it is removed again. For one thread.
 */
public final class Draft {
  private final Vault vault;
  private final Place place;
  private final VaultHeader header;
  private final String wrapped;
  private final Path file;
  private final RowsWriter writer;

  Draft(Vault vault, Place place, VaultHeader header, SealKey key, String wrapped)
      throws IOException {
    this.vault = vault;
    this.place = place;
    this.header = header;
    this.wrapped = wrapped;
    this.file = vault.drawer(place.table()).rows(header.file());
    try {
      this.writer = RowsWriter.begin(file, header, key);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** A file that the disk has, and that was read again to its end. */
  public final class Written {
    private final VaultIndex index;

    private Written(VaultIndex index) {
      this.index = index;
    }

    public VaultHeader header() {
      return header;
    }

    /** Its key, sealed by that of the archive. */
    public String wrapped() {
      return wrapped;
    }

    public long rows() {
      return index.entries().size();
    }

    /** From here on it counts. To be called once it is certain that its rows went elsewhere. */
    public void publish() {
      vault.publish(place.table(), index);
    }
  }

  /** Adds a row, with a value for each column of the header. */
  public void row(List<Optional<String>> values) {
    orRemoved(
        "to write rows",
        () -> {
          writer.row(values);
          return true;
        });
  }

  /** Brings it to the disk, and reads it again. */
  public Written finish() {
    return orRemoved(
        "to write rows",
        () -> {
          writer.finish();
          writer.close();
          vault.drawer(place.table()).force();
          VaultIndex index = vault.index(place, header, wrapped);
          if (index.entries().size() != writer.rows()) {
            throw new Unreadable("a file has not the rows that were written");
          }
          return new Written(index);
        });
  }

  /** Nothing shall come of it. */
  public void abandon() {
    try {
      writer.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it stays unconfirmed, and goes when the next run looks
    }
  }

  private <T> T orRemoved(String doing, Vault.Work<T> work) {
    boolean done = false;
    try {
      T result = vault.doing(doing, work);
      done = true;
      return result;
    } finally {
      if (!done) {
        abandon();
      }
    }
  }
}

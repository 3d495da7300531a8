package dev.upheld.connect.files;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a folder as it was seen.
 *
 * @param name within the folder; may name a person, so that no message has it
 * @param kind whether it is read at all
 * @param key names it whatever it is called, as long as it is the same file
 * @param bytes its size
 * @param changed when it was last written
 * @param born when it was made here; {@code changed} where the file system does not keep that
 */
record LogFile(Path name, Kind kind, String key, long bytes, Instant changed, Instant born) {

  /** What it is. */
  enum Kind {
    FILE,
    /** A link, which is never followed. */
    LINK,
    /** A folder, a pipe, a device. */
    OTHER,
    /** It is there, and nobody may look at it, or its disk is ill. */
    HIDDEN
  }

  /** One of which nothing is known but its name. */
  static LogFile hidden(Path name) {
    return new LogFile(name, Kind.HIDDEN, "", 0, Instant.EPOCH, Instant.EPOCH);
  }

  /** Names what was seen: the same file, not written since. */
  String identity() {
    return kind + "|" + key + "|" + bytes + "|" + changed;
  }

  @Override
  public String toString() {
    return "LogFile[" + kind + "]";
  }
}

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
 */
record LogFile(Path name, Kind kind, String key, long bytes, Instant changed) {

  /** What it is. */
  enum Kind {
    FILE,
    /** A link, which is never followed. */
    LINK,
    /** A folder, a pipe, a device. */
    OTHER
  }

  /** Names what was seen: the same file, not written since. */
  String identity() {
    return key + "|" + bytes + "|" + changed;
  }

  @Override
  public String toString() {
    return "LogFile[" + kind + "]";
  }
}

package dev.upheld.discover;

import java.util.List;

/**
 * What discover found out about a system, and how its data map would read.
 *
 * @param file the data map, within the workspace
 * @param before its text as it is; empty when there is none
 * @param after its text with the proposals
 * @param added what the two differ by
 * @param notes what a person should know, the new first
 * @param unseen what could not be looked at, and so cannot be excluded; empty means all was seen
 */
public record Discovered(
    String system,
    String product,
    String file,
    String before,
    String after,
    List<Addition> added,
    List<Note> notes,
    List<String> unseen,
    Figures figures) {
  public Discovered {
    added = List.copyOf(added);
    notes = List.copyOf(notes);
    unseen = List.copyOf(unseen);
  }

  /** How a note concerns a reader. */
  public enum Kind {
    NEW,
    /** The map names it, and it is not there any more. */
    GONE,
    /** The map says one thing, and the database looks like another. */
    CHANGED,
    /** The same people are in another system, and the map does not say so. */
    LINK,
    /** What could not be compared, and why. */
    REMARK
  }

  /**
   * @param where the table, or table and column, as the data map writes them
   * @param what one sentence; never a value
   */
  public record Note(Kind kind, String where, String what) {}

  /**
   * @param sampled columns of which values were looked at
   * @param personal columns that are personal for certain
   * @param unsure columns that may be
   */
  public record Figures(int tables, int columns, int sampled, int personal, int unsure) {}

  /** Whether there is anything to write. */
  public boolean changes() {
    return !after.equals(before);
  }
}

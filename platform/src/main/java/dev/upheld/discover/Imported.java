package dev.upheld.discover;

import dev.upheld.kernel.Location;
import java.util.List;

/**
 * What a file of annotations says about a system, and how its data map would read.
 *
 * @param file the data map, within the workspace
 * @param before its text as it is; empty when there is none
 * @param after its text with the proposals
 * @param added what the two differ by
 * @param told what a person should know, in the order of the file
 */
public record Imported(
    String system,
    String file,
    String before,
    String after,
    List<Addition> added,
    List<Told> told,
    Figures figures) {
  public Imported {
    added = List.copyOf(added);
    told = List.copyOf(told);
  }

  /** How something concerns a reader. */
  public enum Kind {
    /** A place was proposed. */
    PROPOSED,
    /** The data map says something else, and stays. */
    DIFFERS,
    /** The data map has no words for it; it was kept as a comment. */
    COMMENT,
    /** It could not be taken over, and is nowhere but here. */
    LEFT
  }

  /**
   * @param at where the file says it
   * @param where the table, or table and column
   * @param what one sentence
   */
  public record Told(Kind kind, Location at, String where, String what) {}

  /**
   * Each collection is one of {@code places}, {@code undecided}, {@code there}; each field of the
   * new places one of {@code personal}, {@code open}, {@code technical}.
   *
   * @param collections read
   * @param fields read, parts of fields among them
   * @param places proposed
   * @param harmless collections without anything personal, as undecided tables
   * @param there collections the data map spoke of already
   * @param personal columns with a data word
   * @param open columns a person must decide on
   * @param technical columns without personal data
   * @param links between places
   */
  public record Figures(
      int collections,
      int fields,
      int places,
      int harmless,
      int there,
      int personal,
      int open,
      int technical,
      int links) {}

  /** Whether there is anything to write. */
  public boolean changes() {
    return !after.equals(before);
  }
}

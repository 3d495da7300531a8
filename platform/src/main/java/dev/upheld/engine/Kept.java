package dev.upheld.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Rows that stay, or stay for now.
 *
 * @param reason in plain words
 * @param first the day the first of them may go; empty where none is known, and in plans of older
 *     versions
 * @param until the day the last of them may go
 * @param open of them, those whose time has not begun to run
 * @param by the duty that keeps them; empty where none does, and in plans of older versions
 */
public record Kept(
    long rows,
    String reason,
    Optional<LocalDate> first,
    Optional<LocalDate> until,
    long open,
    Optional<By> by) {

  /** Rows that stay without a day. */
  Kept(long rows, String reason) {
    this(rows, reason, Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /**
   * A duty, in words of the charter: what a person is told of it.
   *
   * @param activity that it belongs to
   * @param law as charters cite it: {@code fr/FR-ACCOUNTING}; empty where the charter alone says so
   * @param words of the data it covers, sorted
   */
  public record By(String activity, Optional<String> law, List<String> words) {
    public By {
      words = List.copyOf(words);
    }
  }
}

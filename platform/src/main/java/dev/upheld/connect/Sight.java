package dev.upheld.connect;

import java.util.List;

/**
 * Whether the account that asks sees all there is. A promise that rests on a table seen in part is
 * not proved, nor one with something beside the table that may belong to it.
 *
 * @param blind reasons why not everything is seen: a column without SELECT, row-level security in
 *     force for this account, a view that may hide rows; empty means all is seen
 * @param beside what may belong to the table and was not looked at; what was seen of the table is
 *     all of it none the less, so that rows past their time can go
 */
public record Sight(List<String> blind, List<String> beside) {
  public Sight {
    blind = List.copyOf(blind);
    beside = List.copyOf(beside);
  }

  /** Nothing beside. */
  public Sight(List<String> blind) {
    this(blind, List.of());
  }

  /** Everything is seen. */
  public static Sight full() {
    return new Sight(List.of());
  }

  /** Whether all of the table is seen. */
  public boolean isFull() {
    return blind.isEmpty();
  }
}

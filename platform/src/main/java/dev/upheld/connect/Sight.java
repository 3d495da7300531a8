package dev.upheld.connect;

import java.util.List;

/**
 * Whether the account that asks sees all there is. A promise that rests on a table seen in part is
 * not proved.
 *
 * @param blind reasons why not everything is seen: a column without SELECT, row-level security in
 *     force for this account, a view that may hide rows; empty means all is seen
 */
public record Sight(List<String> blind) {
  public Sight {
    blind = List.copyOf(blind);
  }

  /** Everything is seen. */
  public static Sight full() {
    return new Sight(List.of());
  }

  public boolean isFull() {
    return blind.isEmpty();
  }
}

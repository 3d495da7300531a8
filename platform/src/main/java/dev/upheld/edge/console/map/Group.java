package dev.upheld.edge.console.map;

import java.util.List;
import java.util.Optional;

/**
 * Things that are drawn together in one frame.
 *
 * @param title of the frame
 * @param items one under the other
 */
record Group(String title, List<Item> items) {
  Group {
    items = List.copyOf(items);
  }

  /**
   * One line of a frame.
   *
   * @param key names it among all items of the picture
   * @param label what it is called; shortened where it does not fit
   * @param aside said at the end of the line, in full
   * @param href where it leads; empty for nowhere
   */
  record Item(String key, String label, String aside, Optional<String> href) {}

  /** A line between two items, by their keys. */
  record Wire(String from, String to) {}
}

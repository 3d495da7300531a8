package dev.upheld.edge.console.map;

import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Things that are drawn together in one frame.
 *
 * @param head its title; its key is that of wires to the frame as a whole
 * @param items one under the other; none for a frame that is folded up
 */
record Group(Item head, List<Item> items) {
  Group {
    items = List.copyOf(items);
  }

  /** A frame that leads nowhere. */
  Group(String title, List<Item> items) {
    this(new Item("", title, "", Optional.empty()), items);
  }

  /**
   * One line of a frame.
   *
   * @param key names it among all items of the picture
   * @param label what it is called; shortened where it does not fit
   * @param aside said at the end of the line, in full
   * @param href where it leads; empty for nowhere
   * @param mark how it stands; empty where that says nothing
   */
  record Item(String key, String label, String aside, Optional<String> href, Optional<Mark> mark) {
    Item(String key, String label, String aside, Optional<String> href) {
      this(key, label, aside, href, Optional.empty());
    }
  }

  /** A verdict before a label, and its word for those who hear it. */
  record Mark(Verdict verdict, String word) {}

  /** What a line means; each is drawn differently, also without colour. */
  enum Kind {
    /** Just connected. */
    PLAIN,
    /** The row goes with the person: drawn through, with a full arrow. */
    OWNS,
    /** It belongs to others too: long dashes, with an open arrow. */
    SHARED,
    /** The person is only named in it: dots, with a ring. */
    MENTIONS
  }

  /** A line between two items, by their keys. */
  record Wire(String from, String to, Kind kind) {
    Wire(String from, String to) {
      this(from, to, Kind.PLAIN);
    }
  }

  /**
   * A row of columns of frames beneath a heading.
   *
   * @param title empty text for none
   */
  record Band(String title, List<List<Group>> columns) {
    Band {
      columns = columns.stream().map(List::copyOf).toList();
    }
  }

  /** What a kind of line means, in the reader's language. */
  record Sample(Kind kind, String label) {}
}

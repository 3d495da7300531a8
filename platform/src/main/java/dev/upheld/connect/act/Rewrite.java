package dev.upheld.connect.act;

import dev.upheld.datamap.Inside;
import java.util.List;

/** What a column of a row that stays becomes. */
public sealed interface Rewrite {

  /** Nothing at all. */
  record Null() implements Rewrite {}

  /**
   * A value that says nothing: zero, an empty document, a day long past; {@code text} where the
   * column holds text, cut to its length.
   */
  record Blank(String text) implements Rewrite {}

  /** A value that says nothing and that no other row has: text from chance. */
  record Unique(String prefix) implements Rewrite {}

  /**
   * The text without these words, whatever their letters' size, each replaced by the marker. The
   * words are personal data: they travel as parameters, and print as nothing.
   */
  record Masked(List<String> words, String marker) implements Rewrite {
    public Masked {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return "Masked[" + words.size() + "]";
    }
  }

  /** This value. It is personal data: it travels as a parameter, and prints as nothing. */
  record Put(String value) implements Rewrite {
    @Override
    public String toString() {
      return "Put";
    }
  }

  /** The document without what these paths cover. */
  record Without(List<Inside.Path> paths) implements Rewrite {
    public Without {
      paths = List.copyOf(paths);
    }
  }
}

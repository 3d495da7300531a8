package dev.upheld.datamap;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.kernel.Location;
import java.util.Optional;

/**
 * A column that holds personal data, or a part of its values that does.
 *
 * @param column as the database spells it
 * @param inside the part of its values; empty for the whole column
 * @param word the charter's data word
 * @param end what happens to it in the end; empty when not yet decided
 * @param at where the data map says it
 * @param to what it is reassigned to: the key of a placeholder row, never personal data
 */
public record Field(
    String column,
    Optional<Inside> inside,
    String word,
    Optional<EndAction> end,
    Location at,
    Optional<String> to) {

  /** One that is reassigned to nobody. */
  public Field(
      String column, Optional<Inside> inside, String word, Optional<EndAction> end, Location at) {
    this(column, inside, word, end, at, Optional.empty());
  }

  /** A whole column. */
  public Field(String column, String word, Optional<EndAction> end, Location at) {
    this(column, Optional.empty(), word, end, at);
  }

  /** What the data map calls it. */
  public FieldName name() {
    return new FieldName(column, inside);
  }

  /** Whether every value of the column is meant, and the whole of it. */
  public boolean isWhole() {
    return inside.isEmpty();
  }
}

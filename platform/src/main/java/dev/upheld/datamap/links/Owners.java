package dev.upheld.datamap.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose a key is: a table's own, or that of another table whose rows it extends. Where nearly all
 * keys of a database are called {@code id}, a key with a name of its own points somewhere; where
 * all are called after their tables, it is simply a key.
 */
final class Owners {
  private record Spot(Known table, String key) {}

  private final Schema schema;
  private final boolean bare;
  private final Map<Spot, Boolean> foreign = new HashMap<>();
  private final Map<Spot, Boolean> own = new HashMap<>();

  Owners(Schema schema) {
    this.schema = schema;
    long primary =
        schema.tables().stream()
            .flatMap(table -> table.keys().stream())
            .filter(key -> key.strength() == Known.Strength.PRIMARY)
            .count();
    long plain =
        schema.tables().stream()
            .flatMap(table -> table.keys().stream())
            .filter(key -> key.strength() == Known.Strength.PRIMARY)
            .filter(key -> key.words().size() == 1 && Reading.isKeyWord(key.words().getFirst()))
            .count();
    this.bare = plain > primary / 3;
  }

  /** Whether a key is called after its table. */
  boolean isOwn(Known.Key key, Known table) {
    return own.computeIfAbsent(
        new Spot(table, key.column().name()),
        spot ->
            schema.readings(key.words()).stream()
                .anyMatch(reading -> Naming.isOwn(reading.words(), table)));
  }

  /** Whether a key is called after another table, more than after its own. */
  boolean isForeign(Known.Key key, Known table) {
    return foreign.computeIfAbsent(
        new Spot(table, key.column().name()), spot -> looksForeign(key, table));
  }

  private boolean looksForeign(Known.Key key, Known table) {
    for (Reading reading : schema.readings(key.words())) {
      int here = distance(reading, table, key.strength());
      boolean ends =
          key.strength() == Known.Strength.PRIMARY
              && (here < Integer.MAX_VALUE || schema.isEnd(reading, table));
      boolean another =
          schema.speakingOf(reading).stream()
              .filter(o -> !o.equals(table) && !o.keys().isEmpty())
              .filter(o -> bare || isMeant(reading, o, key))
              .filter(o -> !ends || Naming.isTable(reading.words(), o.words()))
              .anyMatch(o -> distance(reading, o, o.keys().getFirst().strength()) < here);
      if (another) {
        return true;
      }
    }
    if (!isOwn(key, table) && !isShort(key, table) && isShortForAnother(key, table)) {
      return true;
    }
    return bare
        && key.strength() == Known.Strength.PRIMARY
        && key.words().size() > 1
        && Reading.isKeyWord(key.words().getLast())
        && schema.withColumn(key.words()).size() > 1
        && !isOwn(key, table)
        && !isShort(key, table);
  }

  /** The other table is called just so, or has a key of the same name. */
  private static boolean isMeant(Reading reading, Known other, Known.Key key) {
    return Naming.isTable(reading.words(), other.words())
        || other.keys().stream().anyMatch(theirs -> theirs.words().equals(key.words()));
  }

  /** {@code emp_number} is the key of employees, wherever else it is one. */
  private boolean isShortForAnother(Known.Key key, Known table) {
    return schema.tables().stream()
        .filter(o -> !o.equals(table))
        .flatMap(o -> o.keys().stream().filter(k -> isSame(k, key)).filter(k -> isShort(k, o)))
        .findAny()
        .isPresent();
  }

  private static boolean isSame(Known.Key some, Known.Key other) {
    return some.words().equals(other.words()) && some.strength() == Known.Strength.PRIMARY;
  }

  /** Whether a key is short for its table: {@code emp_number} of employees. */
  boolean isShort(Known.Key key, Known table) {
    return schema.readings(key.words()).stream()
        .map(Reading::words)
        .anyMatch(
            words ->
                table.words().size() >= words.size()
                    && Naming.matchesShortened(
                        words,
                        table
                            .words()
                            .subList(table.words().size() - words.size(), table.words().size())));
  }

  /** How many words a table's name has beyond the reading's, and then how good its key is. */
  private static int distance(Reading reading, Known table, Known.Strength strength) {
    List<String> words = reading.words();
    return Naming.isOwn(words, table)
        ? 10 * Math.max(0, table.words().size() - words.size()) + strength.rank()
        : Integer.MAX_VALUE;
  }
}

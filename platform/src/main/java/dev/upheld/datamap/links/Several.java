package dev.upheld.datamap.links;

import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Columns that point at several tables, while another column says at which: {@code item_type} and
 * {@code item_id}. Which tables those are only values tell, and only values that cannot meet by
 * chance.
 */
final class Several {
  private static final Set<String> WHICH =
      Set.of("type", "typ", "class", "kind", "model", "table", "entity", "tipo", "tyyppi");

  private final Schema schema;
  private final Values values;
  private final Naming naming;

  Several(Schema schema, Values values) {
    this.schema = schema;
    this.values = values;
    this.naming = new Naming(schema);
  }

  /** Whether another column says which table this one points at, and its name says none. */
  boolean isPair(Known table, Column column) {
    List<Reading> readings = schema.readings(table.wordsOf(column.name()));
    return readings.stream()
        .filter(Reading::saysKey)
        .anyMatch(reading -> !naming.isCertain(reading, table) && hasWhich(table, reading.words()));
  }

  /** The tables that have some of the values of such a column. */
  List<Candidate> of(Known table, Column column) {
    List<Candidate> found = new ArrayList<>();
    boolean tells = column.family() == TypeFamily.UUID || column.family() == TypeFamily.TEXT;
    if (!tells || !Values.couldPoint(column) || !isPair(table, column)) {
      return found;
    }
    for (Known to : schema.tables()) {
      for (Known.Key key : to.keys()) {
        boolean comparable =
            key.column().family() == column.family() && key.strength() != Known.Strength.LIKELY;
        if (comparable
            && !to.equals(table)
            && values.share(table, column.name(), to, key.column().name()).orElse(0)
                >= LinkWeights.ONE_OF_SEVERAL) {
          found.add(
              new Candidate(
                  table,
                  column.name(),
                  to,
                  key,
                  LinkWeights.ONLY_VALUES,
                  List.of("another column says at which table it points, and values are there")));
        }
      }
    }
    return found;
  }

  private static boolean hasWhich(Known table, List<String> words) {
    return table.facts().columns().stream()
        .map(column -> table.wordsOf(column.name()))
        .anyMatch(
            other ->
                other.size() == words.size() + 1
                    && WHICH.contains(other.getLast())
                    && other.subList(0, words.size()).equals(words));
  }
}

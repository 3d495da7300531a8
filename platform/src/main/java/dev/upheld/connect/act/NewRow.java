package dev.upheld.connect.act;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a table wants of a new row, from the live catalogue.
 *
 * @param required columns that must be given a value
 * @param computed columns that the database alone fills
 * @param documents columns whose text must be JSON
 * @param hints by column, values that its checks and its type speak of, as text; some of them fit
 */
public record NewRow(
    Set<String> required,
    Set<String> computed,
    Set<String> documents,
    Map<String, List<String>> hints) {
  public NewRow {
    documents = Set.copyOf(documents);
    required = Set.copyOf(required);
    computed = Set.copyOf(computed);
    hints = Map.copyOf(new LinkedHashMap<>(hints));
  }
}

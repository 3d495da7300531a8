package dev.upheld.probe.keep;

import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.Drift;
import java.time.Instant;
import java.util.Optional;

/**
 * A difference between a data map and a live database that the last measurement saw.
 *
 * @param table as the data map writes it, without the usual schema
 * @param column empty for what concerns the whole table
 * @param nature personal for certain, unsure, or not personal as far as can be told
 * @param term of the Data Privacy Vocabulary, where one is known
 * @param sentence what is so, never a value
 * @param since when it was first seen
 */
public record DriftItem(
    String system,
    String table,
    Optional<String> column,
    Drift.Kind kind,
    Nature nature,
    Optional<String> term,
    String sentence,
    Instant since) {

  Drift drift() {
    return new Drift(system, table, column, kind, nature, term, sentence);
  }
}

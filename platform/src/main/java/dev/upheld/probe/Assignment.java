package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.DataMap;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a run has to prove, and about which systems: a workspace, read and found free of faults.
 *
 * @param workspace the folder, for documents the charter names
 * @param promises all promises of the charter, also those nobody can measure
 * @param terms the vocabulary: data word to the term of the Data Privacy Vocabulary it stands for
 *     ({@code email} to {@code pd:EmailAddress}); words may be missing
 * @param map the binding
 * @param zone the company's zone, in which days, months and years are counted
 */
public record Assignment(
    Path workspace, List<Promise> promises, Map<String, String> terms, DataMap map, ZoneId zone) {
  public Assignment {
    promises = List.copyOf(promises);
    terms = Map.copyOf(terms);
  }
}

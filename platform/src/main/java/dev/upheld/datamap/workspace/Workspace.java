package dev.upheld.datamap.workspace;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.DataMap;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder of files a company keeps, read and sound.
 *
 * @param root the folder
 * @param charter what is promised
 * @param promises in the order of the charter
 * @param findings gaps and contradictions of the charter, and between it and the binding
 * @param map where the data lies
 * @param clauses ids of the clauses of the source policy; empty when nobody listed them
 */
public record Workspace(
    Path root,
    Charter charter,
    List<Promise> promises,
    List<Finding> findings,
    DataMap map,
    Optional<List<String>> clauses) {
  public Workspace {
    clauses = clauses.map(List::copyOf);
    promises = List.copyOf(promises);
    findings = List.copyOf(findings);
  }

  /** The company's zone, in which days, months and years are counted. */
  public ZoneId zone() {
    return charter.organisation().company().zone();
  }

  /** Data word to its term in the Data Privacy Vocabulary. */
  public Map<String, String> terms() {
    return charter.words().vocabulary().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().is()));
  }
}

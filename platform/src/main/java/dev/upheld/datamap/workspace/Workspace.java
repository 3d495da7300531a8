package dev.upheld.datamap.workspace;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.DataMap;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A workspace without faults: what is promised, and where the data lies.
 *
 * @param root the folder
 * @param promises all, in the charter's order
 * @param findings gaps, contradictions and doubts in charter and data map
 */
public record Workspace(
    Path root, Charter charter, List<Promise> promises, List<Finding> findings, DataMap map) {
  public Workspace {
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

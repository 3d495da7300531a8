package dev.upheld.datamap.workspace;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.DataMap;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder of files a company keeps, read and sound.
 *
 * @param root the folder
 * @param charter what is promised
 * @param promises in the order of the charter
 * @param findings gaps and contradictions of the charter, and between it and the binding
 * @param map where the data lies
 */
public record Workspace(
    Path root, Charter charter, List<Promise> promises, List<Finding> findings, DataMap map) {
  public Workspace {
    promises = List.copyOf(promises);
    findings = List.copyOf(findings);
  }
}

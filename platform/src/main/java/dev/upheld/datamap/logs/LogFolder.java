package dev.upheld.datamap.logs;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with logs in it.
 *
 * @param folder absolute; its own files are meant, none of folders within
 * @param logs by the word that data maps use as the name of a table
 */
public record LogFolder(Path folder, Map<String, LogFiles> logs) {
  public LogFolder {
    logs = Collections.unmodifiableMap(new TreeMap<>(logs));
  }
}

package dev.upheld.datamap.logs;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with logs in it.
 *
 * @param folder absolute; its own files are meant, none of folders within
 * @param logs by the word that data maps use as the name of a table
 * @param besides patterns of names in it that are no logs, as somebody who looked says
 */
public record LogFolder(Path folder, Map<String, LogFiles> logs, List<String> besides) {
  public LogFolder {
    logs = Collections.unmodifiableMap(new TreeMap<>(logs));
    besides = List.copyOf(besides);
  }

  /** One with nothing but logs. */
  public LogFolder(Path folder, Map<String, LogFiles> logs) {
    this(folder, logs, List.of());
  }

  /** The logs that a file of that name belongs to; it should be one. */
  public List<String> takers(String name) {
    return logs.entrySet().stream()
        .filter(log -> log.getValue().takes(name))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether nobody said of a name what it is. */
  public boolean isStrange(String name) {
    return takers(name).isEmpty()
        && besides.stream().noneMatch(pattern -> NamePattern.fits(pattern, name));
  }

  /** Logs that plainly take the same files: their patterns, with little for each {@code *}. */
  public Optional<List<String>> overlap() {
    return logs.values().stream()
        .flatMap(log -> Stream.concat(log.names().stream(), log.live().stream()))
        .flatMap(pattern -> Stream.of("", "0", "1.0").map(some -> pattern.replace("*", some)))
        .map(name -> takers(name.replace('?', '0')))
        .filter(takers -> takers.size() > 1)
        .findFirst();
  }
}

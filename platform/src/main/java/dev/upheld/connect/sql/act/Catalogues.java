package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.Structure;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Catalogues as they were read, those of the systems that were asked last. Names of tables and
 * columns, no data. Safe for use by several threads.
 */
public final class Catalogues {
  private static final int MOST = 8;

  /**
   * One as it was read.
   *
   * @param mark what changes with it; asked for before it was read
   */
  record Read(String mark, Catalogue catalogue, Structure structure) {}

  private final Map<Engine, Read> read =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Engine, Read> eldest) {
          return size() > MOST;
        }
      };

  /** What was read over that way under that mark. */
  synchronized Optional<Read> under(String mark, Engine engine) {
    return Optional.ofNullable(read.get(engine)).filter(r -> r.mark().equals(mark));
  }

  synchronized void keep(Engine engine, Read latest) {
    read.put(engine, latest);
  }
}

package dev.upheld.probe;

import dev.upheld.connect.Description;
import dev.upheld.datamap.DataMap;
import dev.upheld.kernel.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * All that planning a measurement may look at. Pure data: the systems were described before.
 *
 * @param workspace the folder, for documents the charter names
 * @param map the binding
 * @param descriptions the live catalogue of each system that could be reached, by system id
 * @param silent why a system could not be described, by system id
 * @param zone the company's zone, in which days, months and years are counted
 * @param now the instant of this run
 */
public record Scene(
    Path workspace,
    DataMap map,
    Map<String, Description> descriptions,
    Map<String, Problem> silent,
    ZoneId zone,
    Instant now) {
  public Scene {
    descriptions = Map.copyOf(descriptions);
    silent = Map.copyOf(silent);
  }

  public Optional<Description> description(String system) {
    return Optional.ofNullable(descriptions.get(system));
  }
}

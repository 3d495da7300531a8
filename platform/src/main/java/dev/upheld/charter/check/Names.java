package dev.upheld.charter.check;

import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.util.Optional;
import java.util.Set;

/**
 * The names a charter declares, faulty declarations included: a word that is declared wrongly is
 * one fault, not one at each of its uses.
 */
record Names(
    Set<String> vocabulary,
    Set<String> subjects,
    Set<String> recipients,
    Set<String> activities,
    Set<String> controllers,
    Set<String> products,
    Set<String> events,
    Set<String> categories) {

  /** Of the root as written. */
  static Names of(Mapping root) {
    return new Names(
        keys(root, "vocabulary"),
        keys(root, "subjects"),
        keys(root, "recipients"),
        keys(root, "activities"),
        keys(root, "controllers"),
        keys(root, "products"),
        keys(root, "events"),
        mapping(root, "cookies").map(cookies -> keys(cookies, "categories")).orElse(Set.of()));
  }

  private static Set<String> keys(Mapping mapping, String key) {
    return mapping(mapping, key).map(m -> m.entries().keySet()).orElse(Set.of());
  }

  private static Optional<Mapping> mapping(Mapping mapping, String key) {
    return mapping
        .get(key)
        .flatMap(n -> n instanceof Mapping m ? Optional.of(m) : Optional.empty());
  }
}

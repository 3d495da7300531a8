package dev.upheld.charter.shape;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mapping that was found sound, read by key. Asks for what the shape promised; what is absent, or
 * of another of the kinds the shape allows, is empty.
 */
public final class View {
  private final Mapping mapping;

  private View(Mapping mapping) {
    this.mapping = mapping;
  }

  public static View of(Mapping mapping) {
    return new View(mapping);
  }

  /** A view of nothing at a place. */
  public static View empty(Location at) {
    return new View(new Mapping(at, Map.of()));
  }

  /** Where the mapping starts. */
  public Location at() {
    return mapping.at();
  }

  /** The keys in the order written. */
  public Set<String> keys() {
    return mapping.entries().keySet();
  }

  public boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** Where the key stands; the mapping's own place when it is absent. */
  public Location keyAt(String key) {
    return Optional.ofNullable(mapping.entries().get(key)).map(Entry::keyAt).orElse(mapping.at());
  }

  public Optional<YamlNode> node(String key) {
    return mapping.get(key);
  }

  /** The text under the key, when it is text. */
  public Optional<String> text(String key) {
    return spot(key).map(Spot::text);
  }

  /** The text under the key with its place, when it is text. */
  public Optional<Spot> spot(String key) {
    return node(key).flatMap(View::spot);
  }

  /** Whether the text under the key is this word. */
  public boolean says(String key, String word) {
    return text(key).filter(word::equals).isPresent();
  }

  /** The text under the key, or the texts of the list under it. */
  public List<Spot> spots(String key) {
    return items(key).flatMap(node -> spot(node).stream()).toList();
  }

  /** As {@link #spots}, without the word that the source leaves it open. */
  public List<Spot> said(String key) {
    return spots(key).stream().filter(spot -> !spot.text().equals(Shapes.NOT_STATED)).toList();
  }

  /** Whether a flag is raised; one that is absent is not. */
  public boolean flag(String key) {
    return text(key).filter("true"::equalsIgnoreCase).isPresent();
  }

  /** As {@link #spots}, without the places. */
  public List<String> texts(String key) {
    return spots(key).stream().map(Spot::text).toList();
  }

  /** The mapping under the key, when it is a mapping. */
  public Optional<View> child(String key) {
    return node(key).flatMap(View::view);
  }

  /** The mapping under the key, or the mappings of the list under it. */
  public List<View> children(String key) {
    return items(key).flatMap(node -> view(node).stream()).toList();
  }

  /** The mapping under the key, its values as mappings, by key in the order written. */
  public Map<String, View> table(String key) {
    Map<String, View> table = new LinkedHashMap<>();
    child(key).ifPresent(c -> c.keys().forEach(k -> c.child(k).ifPresent(v -> table.put(k, v))));
    return table;
  }

  /** What stands under the key: the items of a list, or the one node. */
  public Stream<YamlNode> items(String key) {
    return node(key).stream()
        .flatMap(node -> node instanceof Sequence s ? s.items().stream() : Stream.of(node));
  }

  /** The node as text with its place, when it is text. */
  public static Optional<Spot> spot(YamlNode node) {
    return node instanceof Scalar s && !s.isNull()
        ? Optional.of(new Spot(s.text(), s.at()))
        : Optional.empty();
  }

  /** The node as a view, when it is a mapping. */
  public static Optional<View> view(YamlNode node) {
    return node instanceof Mapping m ? Optional.of(new View(m)) : Optional.empty();
  }
}

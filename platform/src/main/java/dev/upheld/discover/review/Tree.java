package dev.upheld.discover.review;

import dev.upheld.discover.Yaml;
import dev.upheld.kernel.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a data map says, without its layout; changed freely, and held against the file afterwards.
 * Two trees are equal when they say the same; the order of keys says nothing.
 */
sealed interface Tree {

  /**
   * A word or text.
   *
   * @param empty whether nothing stands there
   */
  record Leaf(String text, boolean empty) implements Tree {}

  /** Items in order. */
  record Row(List<Tree> items) implements Tree {}

  /** Keys and what stands behind them. */
  record Branch(Map<String, Tree> entries) implements Tree {
    Optional<Branch> branch(String key) {
      return Optional.ofNullable(entries.get(key))
          .filter(Branch.class::isInstance)
          .map(Branch.class::cast);
    }

    Optional<Row> row(String key) {
      return Optional.ofNullable(entries.get(key))
          .filter(Row.class::isInstance)
          .map(Row.class::cast);
    }

    Optional<String> text(String key) {
      return Tree.text(entries.get(key));
    }

    /** The mapping of a key, made where it is not there or empty. */
    Branch made(String key) {
      return branch(key)
          .orElseGet(
              () -> {
                Branch made = new Branch(new LinkedHashMap<>());
                entries.put(key, made);
                return made;
              });
    }

    /** Takes a key out of a section, and the section with its last key. */
    boolean without(String section, String key) {
      Optional<Branch> from = branch(section);
      boolean found = from.isPresent() && from.get().entries().remove(key) != null;
      if (found && from.get().entries().isEmpty()) {
        entries.remove(section);
      }
      return found;
    }

    /** Takes a text out of a list, and the list with its last item. */
    boolean withoutItem(String list, String item) {
      Optional<Row> from = row(list);
      boolean found = from.isPresent() && from.get().items().remove(leaf(item));
      if (found && from.get().items().isEmpty()) {
        entries.remove(list);
      }
      return found;
    }
  }

  static Leaf leaf(String text) {
    return new Leaf(text, false);
  }

  static Row row(List<String> texts) {
    return new Row(
        texts.stream().map(t -> (Tree) leaf(t)).collect(Collectors.toCollection(ArrayList::new)));
  }

  static Optional<String> text(@org.jspecify.annotations.Nullable Tree tree) {
    return tree instanceof Leaf(String text, boolean empty) && !empty
        ? Optional.of(text)
        : Optional.empty();
  }

  /** What a document says; free to be changed. */
  static Tree of(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar ->
          new Leaf(scalar.isNull() ? "" : scalar.text(), scalar.isNull());
      case YamlNode.Sequence row ->
          new Row(
              row.items().stream().map(Tree::of).collect(Collectors.toCollection(ArrayList::new)));
      case YamlNode.Mapping mapping -> {
        Map<String, Tree> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> entries.put(key, of(entry.value())));
        yield new Branch(entries);
      }
    };
  }

  /** On one line. */
  default String inline() {
    return switch (this) {
      case Leaf leaf -> leaf.empty() ? "null" : Yaml.scalar(leaf.text());
      case Row row ->
          row.items().stream().map(Tree::inline).collect(Collectors.joining(", ", "[", "]"));
      case Branch branch ->
          branch.entries().entrySet().stream()
              .map(e -> Yaml.scalar(e.getKey()) + ": " + e.getValue().inline())
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}

package dev.upheld.charter.shape;

import dev.upheld.charter.shape.Shape.AnyOf;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Flag;
import dev.upheld.charter.shape.Shape.Listing;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Ref;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shape.Table;
import dev.upheld.charter.shape.Shape.Text;
import dev.upheld.charter.shape.Shape.Whole;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Shapes and nodes in the words of a message. */
public final class Said {
  private static final int LONGEST = 60;

  private Said() {}

  /** Text from a file as it may stand in a message: short, on one line, in quotes. */
  public static String quote(String text) {
    StringBuilder clean = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.append(text.codePointCount(0, text.length()) > LONGEST ? "…\"" : "\"").toString();
  }

  /** {@code "a", "b" or "c"}. */
  public static String either(Collection<String> words) {
    List<String> quoted = words.stream().map(Said::quote).toList();
    return join(quoted, " or ");
  }

  static String join(List<String> parts, String last) {
    int n = parts.size();
    return n < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, n - 1)) + last + parts.get(n - 1);
  }

  /** What is wanted: {@code a list of words}. */
  static String wanted(Shape shape) {
    return switch (shape) {
      case Text t -> "text";
      case Literal l -> l.wanted();
      case Choice c ->
          c.values().size() == 1
              ? quote(c.values().firstEntry().getKey())
              : "one of " + either(c.values().sequencedKeySet());
      case Whole w -> "a whole number from %d to %d".formatted(w.min(), w.max());
      case Flag f -> "true or false";
      case Listing l -> "a list, each item " + wanted(l.item());
      case Table t -> "a mapping, each key " + t.key().wanted();
      case Struct s -> s.called() + " (a mapping)";
      case Ref r -> r.called() + " (a mapping)";
      case AnyOf a -> a.of().stream().map(Said::wanted).collect(Collectors.joining(", or "));
    };
  }

  /** A short example in flow style. */
  static String example(Shape shape) {
    return switch (shape) {
      case Text t -> t.example();
      case Literal l -> l.example();
      case Choice c -> c.values().firstEntry().getKey();
      case Whole w -> Long.toString(w.min());
      case Flag f -> "true";
      case Listing l -> "[" + example(l.item()) + "]";
      case Table t -> "{" + t.key().example() + ": " + example(t.value()) + "}";
      case Struct s -> s.example();
      case Ref r -> r.to().get().example();
      case AnyOf a -> example(a.of().getFirst());
    };
  }

  /** What was found, without repeating it. */
  static String found(YamlNode node) {
    return switch (node) {
      case Mapping m -> "a mapping";
      case Sequence s -> "a list";
      case Scalar s -> s.isNull() ? "nothing" : "text";
    };
  }
}

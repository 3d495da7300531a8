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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a shape as a reference page in Markdown: a section per struct, a row per key. */
public final class ReferencePage {
  private final StringBuilder page = new StringBuilder();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Deque<Struct> toWrite = new ArrayDeque<>();

  private ReferencePage() {}

  /**
   * The page of one file.
   *
   * @param title the file's name
   * @return Markdown that ends with a line break; the same for the same shape
   */
  public static String write(String title, Struct root) {
    return new ReferencePage().all(title, root);
  }

  private String all(String title, Struct root) {
    page.append("# ").append(title).append("\n\n");
    section(root);
    while (!toWrite.isEmpty()) {
      Struct next = toWrite.removeFirst();
      page.append("\n## ").append(next.name()).append("\n\n");
      section(next);
    }
    return page.toString();
  }

  private void section(Struct struct) {
    page.append(struct.doc()).append("\n\n");
    page.append("Example: `").append(struct.example()).append("`\n\n");
    page.append("| key | value | required | meaning |\n|---|---|---|---|\n");
    for (Field field : struct.fields()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  field.key(),
                  cell(said(field.shape())),
                  field.required() ? "yes" : "",
                  cell(field.doc())));
    }
    struct.rules().forEach(rule -> page.append("\n").append(said(rule)).append("\n"));
    struct.fields().forEach(this::words);
  }

  private void words(Field field) {
    String lines =
        choices(field.shape()).entrySet().stream()
            .filter(e -> !e.getKey().equals(Shapes.NOT_STATED) && !e.getValue().isEmpty())
            .map(e -> "\n- `%s: %s`: %s".formatted(field.key(), e.getKey(), e.getValue()))
            .collect(Collectors.joining());
    if (!lines.isEmpty()) {
      page.append(lines).append("\n");
    }
  }

  private static Map<String, String> choices(Shape shape) {
    return switch (shape) {
      case Choice c -> c.values();
      case Listing l -> choices(l.item());
      case AnyOf a -> {
        Map<String, String> all = new LinkedHashMap<>();
        a.of().forEach(s -> all.putAll(choices(s)));
        yield all;
      }
      case Table t -> choices(t.value());
      case Text t -> Map.of();
      case Literal l -> Map.of();
      case Whole w -> Map.of();
      case Flag f -> Map.of();
      case Struct s -> Map.of();
      case Ref r -> Map.of();
    };
  }

  private String said(Shape shape) {
    return switch (shape) {
      case Text t -> "text";
      case Literal l -> l.wanted() + ", as `" + l.example() + "`";
      case Choice c ->
          c.values().sequencedKeySet().stream()
              .map(w -> "`" + w + "`")
              .collect(Collectors.joining(", "));
      case Whole w ->
          w.min() == w.max()
              ? "`%d`".formatted(w.min())
              : "whole number, %d to %d".formatted(w.min(), w.max());
      case Flag f -> "`true` or `false`";
      case Listing l -> "list of: " + said(l.item());
      case Table t -> "mapping, key " + t.key().wanted() + ", value: " + said(t.value());
      case Struct s -> link(s);
      case Ref r -> link(r.to().get());
      case AnyOf a when isOneOrMore(a) -> said(a.of().getFirst()) + ", or a list of them";
      case AnyOf a -> a.of().stream().map(this::said).collect(Collectors.joining("; or "));
    };
  }

  private static boolean isOneOrMore(AnyOf anyOf) {
    return anyOf.of().size() == 2
        && anyOf.of().getLast() instanceof Listing listing
        && listing.item().equals(anyOf.of().getFirst());
  }

  private String link(Struct struct) {
    if (seen.add(struct.name())) {
      toWrite.add(struct);
    }
    return "[%s](#%s)".formatted(struct.name(), struct.name());
  }

  private static String said(Rule rule) {
    return switch (rule) {
      case Rule.ExactlyOne r -> "Exactly one of " + keys(r.keys()) + ".";
      case Rule.AtMostOne r -> "At most one of " + keys(r.keys()) + ".";
      case Rule.AtLeastOne r -> "At least one of " + keys(r.keys()) + ".";
      case Rule.Needs r -> "`%s` needs `%s`.".formatted(r.key(), r.other());
      case Rule.When r ->
          "Where `%s` is %s, `%s` is required."
              .formatted(
                  r.key(),
                  Said.join(r.values().stream().map(v -> "`" + v + "`").toList(), " or "),
                  r.other());
    };
  }

  private static String keys(List<String> keys) {
    return keys.stream().map(k -> "`" + k + "`").collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}

package dev.upheld.law;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One mapping of a pack, read key by key. Faults inside it are thrown and caught by whoever reads
 * the list it stands in, so that one bad entry does not hide the next; keys nobody asked for are
 * faults too.
 */
final class PackFields {
  private static final Set<String> PROVENANCE =
      Set.of("source", "confidence", "verified-on", "valid-from", "valid-to");

  private final PackSources sources;
  private final Mapping node;
  private final Optional<Provenance> inherited;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param inherited provenance of the entry this one stands in
   */
  PackFields(PackSources sources, Mapping node, Optional<Provenance> inherited) {
    this.sources = sources;
    this.node = node;
    this.inherited = inherited;
  }

  Location at() {
    return node.at();
  }

  /** Where the values of this mapping come from, unless one says otherwise. */
  Provenance provenance() {
    return sources.provenance(this, inherited);
  }

  Optional<YamlNode> node(String key) {
    asked.add(key);
    return node.get(key);
  }

  Set<String> keys() {
    asked.addAll(node.entries().keySet());
    return node.entries().keySet();
  }

  Location at(String key) {
    return node.get(key).map(YamlNode::at).orElse(node.at());
  }

  String text(String key) {
    return maybeText(key).orElseThrow(() -> missing(key));
  }

  Optional<String> maybeText(String key) {
    return node(key).map(n -> scalar(n).text());
  }

  <T> T parsed(String key, Form<T> form) {
    return maybe(key, form).orElseThrow(() -> missing(key));
  }

  <T> Optional<T> maybe(String key, Form<T> form) {
    return node(key).map(n -> parse(scalar(n), form));
  }

  /** How a text is read. */
  record Form<T>(String expected, Function<String, Optional<T>> parser) {}

  static final Form<String> TEXT =
      new Form<>("text", t -> t.isBlank() ? Optional.empty() : Optional.of(t));
  static final Form<LocalDate> DATE =
      new Form<>(
          "a date like 2026-11-21",
          t -> {
            try {
              return Optional.of(LocalDate.parse(t));
            } catch (DateTimeParseException e) {
              return Optional.empty();
            }
          });
  static final Form<Span> SPAN =
      new Form<>(
          "a length like \"1 month\", \"10 clear days\", \"72 hours\", \"immediately\" or"
              + " \"no figure: without undue delay\"",
          Span::parse);

  /** A form that allows exactly the named constants of an enum. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type, Function<E, String> id) {
    Map<String, E> byId = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byId.put(id.apply(constant), constant);
    }
    return new Form<>(
        "one of " + String.join(", ", byId.keySet()), t -> Optional.ofNullable(byId.get(t)));
  }

  <T> Sourced<T> sourced(String key, Form<T> form) {
    return maybeSourced(key, form).orElseThrow(() -> missing(key));
  }

  /** A value that may stand alone, or with its own source in {@code {value: , source: }}. */
  <T> Optional<Sourced<T>> maybeSourced(String key, Form<T> form) {
    return node(key).map(n -> sourced(n, v -> parse(scalar(v), form)));
  }

  /** As {@link #maybeSourced}, for a value that is a list of texts. */
  <T> Optional<Sourced<List<T>>> maybeSourcedList(String key, Form<T> form) {
    return node(key).map(n -> sourced(n, v -> list(v, form)));
  }

  <T> List<Sourced<T>> listOfSourced(String key, Form<T> form) {
    List<Sourced<T>> all = new ArrayList<>();
    for (YamlNode item : node(key).map(this::items).orElse(List.of())) {
      all.add(sourced(item, v -> parse(scalar(v), form)));
    }
    return all;
  }

  private <T> Sourced<T> sourced(YamlNode value, Function<YamlNode, T> read) {
    if (!(value instanceof Mapping mapping)) {
      Provenance around = inheritable().orElseThrow(() -> PackSources.noSource(value.at()));
      return new Sourced<>(read.apply(value), around);
    }
    PackFields fields = new PackFields(sources, mapping, inheritable());
    YamlNode inner = fields.node("value").orElseThrow(() -> fields.missing("value"));
    Sourced<T> sourced = new Sourced<>(read.apply(inner), fields.provenance());
    fields.done();
    return sourced;
  }

  <T> List<T> list(String key, Form<T> form) {
    return node(key).map(n -> list(n, form)).orElse(List.of());
  }

  private <T> List<T> list(YamlNode value, Form<T> form) {
    return items(value).stream().map(item -> parse(scalar(item), form)).toList();
  }

  private List<YamlNode> items(YamlNode value) {
    return switch (value) {
      case Sequence sequence -> sequence.items();
      case Scalar s -> throw shape(value, "a list");
      case Mapping m -> throw shape(value, "a list");
    };
  }

  /** A mapping inside this one, its values coming from where this one's come from. */
  Optional<PackFields> child(String key) {
    return node(key).map(n -> new PackFields(sources, mapping(n), inheritable()));
  }

  /** The mappings by key inside the mapping at {@code key}. */
  Map<String, PackFields> children(String key) {
    Map<String, PackFields> all = new LinkedHashMap<>();
    node(key)
        .map(this::mapping)
        .ifPresent(
            m -> {
              for (Entry entry : m.entries().values()) {
                all.put(
                    entry.key(), new PackFields(sources, mapping(entry.value()), inheritable()));
              }
            });
    return all;
  }

  /** The mappings in the list at {@code key}. */
  List<PackFields> rows(String key) {
    return node(key).map(this::items).orElse(List.of()).stream()
        .map(item -> new PackFields(sources, mapping(item), inheritable()))
        .toList();
  }

  private Optional<Provenance> inheritable() {
    return node.get("source").isPresent() || inherited.isPresent()
        ? Optional.of(provenance())
        : Optional.empty();
  }

  private Mapping mapping(YamlNode value) {
    if (value instanceof Mapping mapping) {
      return mapping;
    }
    throw shape(value, "a mapping");
  }

  private Scalar scalar(YamlNode value) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return scalar;
    }
    throw shape(value, "text");
  }

  private static ProblemException shape(YamlNode value, String wanted) {
    return new ProblemException(
        Problem.at(
            value.at(),
            LawCode.WRONG_SHAPE,
            "Here should stand " + wanted + ".",
            "Write " + wanted + " here."));
  }

  private <T> T parse(Scalar scalar, Form<T> form) {
    return form.parser()
        .apply(scalar.text())
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.at(
                        scalar.at(),
                        LawCode.BAD_VALUE,
                        "\"%s\" is not %s.".formatted(scalar.text(), form.expected()),
                        "Write " + form.expected() + ".")));
  }

  ProblemException missing(String key) {
    return new ProblemException(
        Problem.at(
            node.at(),
            LawCode.MISSING_KEY,
            "The key \"" + key + "\" is missing here.",
            "Add `" + key + ":`."));
  }

  /** Reports the keys that nobody asked for; call it when everything was read. */
  void done() {
    for (Entry entry : node.entries().values()) {
      if (!asked.contains(entry.key()) && !PROVENANCE.contains(entry.key())) {
        sources.report(
            Problem.at(
                entry.keyAt(),
                LawCode.UNKNOWN_KEY,
                "The key \"" + entry.key() + "\" means nothing here.",
                Nearest.to(entry.key(), asked)
                    .map(near -> "Did you mean `" + near + "`?")
                    .orElse("Remove it.")));
      }
    }
  }
}

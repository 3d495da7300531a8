package dev.upheld.discover.fideslang;

import dev.upheld.charter.shape.Said;
import dev.upheld.discover.fideslang.FidesFile.Remark;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes values out of a mapping, complains about those of the wrong kind, and knows what was left:
 * a key nobody took is told and not lost. Nothing, {@code null}, and an empty list are the same.
 */
final class Taker {
  /** A text in a remark, at most; the place where the whole stands is told beside it. */
  private static final int LONGEST = 400;

  /** A file full of faults needs no more of them. */
  private static final int MOST = 100;

  private final Mapping mapping;
  private final String path;
  private final List<Problem> faults;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param path of the mapping in remarks: empty, or {@code fides_meta.}
   * @param faults what is wrong is added to
   */
  Taker(Mapping mapping, String path, List<Problem> faults) {
    this.mapping = mapping;
    this.path = path;
    this.faults = faults;
  }

  Location at() {
    return mapping.at();
  }

  Location at(String key) {
    Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.at() : entry.keyAt();
  }

  void fault(Location at, FidesCode code, String what, String mend) {
    if (faults.size() < MOST) {
      faults.add(Problem.at(at, code, what, mend));
    }
  }

  private Optional<YamlNode> take(String key) {
    taken.add(key);
    return mapping.get(key).filter(node -> !isNothing(node));
  }

  boolean has(String key) {
    return mapping.get(key).filter(node -> !isNothing(node)).isPresent();
  }

  private static boolean isNothing(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.isNull();
      case Sequence sequence -> sequence.items().stream().allMatch(Taker::isNothing);
      case Mapping m -> m.entries().values().stream().map(Entry::value).allMatch(Taker::isNothing);
    };
  }

  private void wrong(YamlNode node, String key, String wanted) {
    fault(
        node.at(),
        FidesCode.WRONG_TYPE,
        "%s is to be %s, and this is %s.".formatted(Said.quote(key), wanted, kind(node)),
        "Write " + wanted + " here, or leave the key out.");
  }

  private static String kind(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> "a text";
      case Sequence sequence -> "a list";
      case Mapping m -> "a mapping";
    };
  }

  Optional<String> text(String key) {
    Optional<YamlNode> node = take(key);
    if (node.isPresent() && !(node.get() instanceof Scalar)) {
      wrong(node.get(), key, "a text");
      return Optional.empty();
    }
    return node.map(n -> ((Scalar) n).text());
  }

  /** A text that must be there and say something. */
  Optional<String> needed(String key, String of) {
    Optional<String> text = text(key);
    boolean wrongKind = text.isEmpty() && has(key);
    if (text.filter(t -> !t.isBlank()).isEmpty() && !wrongKind) {
      fault(
          text.isPresent() ? at(key) : at(),
          FidesCode.MISSING,
          "This %s has no %s.".formatted(of, key),
          "Give it one: " + key + ": ...");
      return Optional.empty();
    }
    return text;
  }

  boolean flag(String key) {
    Optional<String> text = text(key).map(t -> t.toLowerCase(Locale.ROOT));
    boolean yes = text.filter(t -> t.equals("true") || t.equals("yes")).isPresent();
    if (!yes && text.filter(t -> !t.equals("false") && !t.equals("no")).isPresent()) {
      wrong(mapping.get(key).orElseThrow(), key, "true or false");
    }
    return yes;
  }

  List<Scalar> texts(String key) {
    List<Scalar> texts = new ArrayList<>();
    for (YamlNode item : items(key, "a list of texts")) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar);
      } else {
        wrong(item, key, "a list of texts");
      }
    }
    return texts;
  }

  List<Taker> mappings(String key, String wanted) {
    List<Taker> mappings = new ArrayList<>();
    for (YamlNode item : items(key, wanted)) {
      if (item instanceof Mapping m) {
        mappings.add(new Taker(m, path, faults));
      } else {
        wrong(item, key, wanted);
      }
    }
    return mappings;
  }

  private List<YamlNode> items(String key, String wanted) {
    Optional<YamlNode> node = take(key);
    if (node.isPresent() && !(node.get() instanceof Sequence)) {
      wrong(node.get(), key, wanted);
      return List.of();
    }
    return node.map(n -> ((Sequence) n).items()).orElse(List.of()).stream()
        .filter(n -> !(n instanceof Scalar scalar && scalar.isNull()))
        .toList();
  }

  Optional<Taker> child(String key) {
    Optional<YamlNode> node = take(key);
    if (node.isPresent() && !(node.get() instanceof Mapping)) {
      wrong(node.get(), key, "a mapping");
      return Optional.empty();
    }
    return node.map(n -> new Taker((Mapping) n, path + key + ".", faults));
  }

  /** What nobody took, in the order of the file. */
  List<Remark> rest(Set<String> known) {
    return mapping.entries().values().stream()
        .filter(e -> !taken.contains(e.key()) && !isNothing(e.value()))
        .map(e -> new Remark(e.keyAt(), path + e.key(), shown(e.value()), known.contains(e.key())))
        .toList();
  }

  private static String shown(YamlNode node) {
    StringBuilder text = new StringBuilder();
    show(node, text);
    int points = text.codePointCount(0, text.length());
    return points > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text.toString();
  }

  private static void show(YamlNode node, StringBuilder text) {
    if (text.length() > 2 * LONGEST + 2) {
      return;
    }
    switch (node) {
      case Scalar scalar ->
          text.append(scalar.text().strip().lines().collect(Collectors.joining(" ")));
      case Sequence sequence -> {
        String lead = "[";
        for (YamlNode item : sequence.items()) {
          text.append(lead);
          show(item, text);
          lead = ", ";
        }
        text.append(sequence.items().isEmpty() ? "[]" : "]");
      }
      case Mapping m -> {
        String lead = "{";
        for (Entry entry : m.entries().values()) {
          text.append(lead).append(entry.key()).append(": ");
          show(entry.value(), text);
          lead = ", ";
        }
        text.append(m.entries().isEmpty() ? "{}" : "}");
      }
    }
  }
}

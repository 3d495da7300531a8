package dev.upheld.charter;

import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a tree as YAML in flow style, with some nodes replaced, dropped, renamed or moved. */
final class TreeDamage {
  private static final List<String> SCALARS =
      List.of(
          "not-stated",
          "0 days",
          "12 months",
          "-3 days",
          "P1Y",
          "true",
          "false",
          "5",
          "null",
          "fr",
          "consent",
          "processor",
          "unused",
          "2026-13-01",
          "audience",
          "email",
          "x y",
          "keep",
          "EU",
          "fr/FR-LCEN-1",
          "docs/contract.md",
          "archive",
          "backup",
          "collected");

  private final Random random;
  private final List<YamlNode> nodes = new ArrayList<>();
  private int wounds;

  TreeDamage(Random random, int wounds) {
    this.random = random;
    this.wounds = wounds;
  }

  /** The tree as YAML, with as many wounds as there are; always sound YAML. */
  String damaged(YamlNode root) {
    collect(root);
    return write(root);
  }

  private void collect(YamlNode node) {
    nodes.add(node);
    switch (node) {
      case Mapping m -> m.entries().values().forEach(e -> collect(e.value()));
      case Sequence s -> s.items().forEach(this::collect);
      case Scalar s -> {}
    }
  }

  private boolean wound() {
    if (wounds > 0 && random.nextInt(nodes.size() / 8 + 1) == 0) {
      wounds--;
      return true;
    }
    return false;
  }

  private String write(YamlNode node) {
    if (wound()) {
      return switch (random.nextInt(4)) {
        case 0 -> "[" + text() + "]";
        case 1 -> "{" + text() + ": " + text() + "}";
        case 2 -> write(nodes.get(random.nextInt(nodes.size())));
        default -> text();
      };
    }
    return switch (node) {
      case Mapping m -> "{" + entries(m) + "}";
      case Sequence s ->
          "["
              + s.items().stream()
                  .filter(item -> !wound())
                  .map(this::write)
                  .collect(Collectors.joining(", "))
              + "]";
      case Scalar s -> scalar(s);
    };
  }

  private String entries(Mapping mapping) {
    List<String> written = new ArrayList<>();
    for (Entry entry : mapping.entries().values()) {
      if (wound()) {
        if (random.nextBoolean()) {
          written.add(quoted("no-" + entry.key()) + ": " + write(entry.value()));
        }
      } else {
        written.add(quoted(entry.key()) + ": " + write(entry.value()));
      }
    }
    return String.join(", ", written);
  }

  private String text() {
    return SCALARS.get(random.nextInt(SCALARS.size()));
  }

  private static String scalar(Scalar scalar) {
    boolean plain = !scalar.quoted() && scalar.text().matches("[A-Za-z0-9][A-Za-z0-9./-]*");
    return plain || scalar.isNull() ? scalar.text() : quoted(scalar.text());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

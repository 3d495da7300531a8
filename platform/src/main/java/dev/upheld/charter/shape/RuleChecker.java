package dev.upheld.charter.shape;

import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Holds the keys of a mapping against the rules between them. */
final class RuleChecker {
  private RuleChecker() {}

  static Optional<Complaint> complain(Struct struct, Rule rule, Mapping mapping) {
    return switch (rule) {
      case Rule.ExactlyOne one -> exactlyOne(struct, one.keys(), present(one.keys(), mapping));
      case Rule.AtMostOne one -> atMostOne(struct, present(one.keys(), mapping));
      case Rule.AtLeastOne one ->
          present(one.keys(), mapping).isEmpty() ? none(struct, one.keys()) : Optional.empty();
      case Rule.Needs needs -> needs(needs, mapping);
      case Rule.When when ->
          applies(when, mapping) && !mapping.entries().containsKey(when.other())
              ? Optional.of(when.complaint())
              : Optional.empty();
    };
  }

  private static List<String> present(List<String> keys, Mapping mapping) {
    return keys.stream().filter(mapping.entries()::containsKey).toList();
  }

  private static Optional<Complaint> exactlyOne(
      Struct struct, List<String> keys, List<String> present) {
    return present.isEmpty() ? none(struct, keys) : atMostOne(struct, present);
  }

  private static Optional<Complaint> atMostOne(Struct struct, List<String> present) {
    return present.size() < 2
        ? Optional.empty()
        : combination(
            "%s cannot stand together in %s."
                .formatted(
                    Said.join(present.stream().map(Said::quote).toList(), " and "),
                    struct.called()),
            "Keep one of them.");
  }

  private static Optional<Complaint> none(Struct struct, List<String> keys) {
    return combination(
        "One of %s is needed in %s.".formatted(Said.either(keys), struct.called()),
        "Write one of them, for example: " + struct.example());
  }

  private static Optional<Complaint> needs(Rule.Needs needs, Mapping mapping) {
    boolean lacks =
        mapping.entries().containsKey(needs.key()) && !mapping.entries().containsKey(needs.other());
    return lacks
        ? combination(
            "%s needs %s beside it.".formatted(Said.quote(needs.key()), Said.quote(needs.other())),
            "Add the key %s.".formatted(Said.quote(needs.other())))
        : Optional.empty();
  }

  private static boolean applies(Rule.When when, Mapping mapping) {
    return mapping
        .get(when.key())
        .filter(node -> node instanceof Scalar s && when.values().contains(s.text()))
        .isPresent();
  }

  private static Optional<Complaint> combination(String what, String mend) {
    return Optional.of(new Complaint(ShapeCode.KEY_COMBINATION, what, mend));
  }
}

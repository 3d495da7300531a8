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
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the text of a scalar against a shape. Types follow the core schema of YAML 1.2, as editors
 * read it: {@code true} and {@code 5} are no words, {@code "5"} is no number.
 */
final class ScalarChecker {
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");

  private ScalarChecker() {}

  /** The complaint about a scalar that is not null; empty when it fits. */
  static Optional<Complaint> complain(Shape shape, Scalar scalar) {
    return switch (shape) {
      case Text t ->
          scalar.text().isBlank() ? Optional.of(misfit(shape, scalar)) : Optional.empty();
      case Literal l -> literal(l, scalar);
      case Choice c ->
          c.values().containsKey(scalar.text()) && !isFlag(scalar)
              ? Optional.empty()
              : Optional.of(unknownChoice(c, scalar));
      case Whole w -> whole(w, scalar);
      case Flag f -> isFlag(scalar) ? Optional.empty() : Optional.of(misfit(shape, scalar));
      case AnyOf a ->
          a.of().stream().anyMatch(s -> complain(s, scalar).isEmpty())
              ? Optional.empty()
              : Optional.of(complainOfAll(a, a.of(), scalar));
      case Listing l -> Optional.of(misfit(shape, scalar));
      case Table t -> Optional.of(misfit(shape, scalar));
      case Struct s -> Optional.of(misfit(shape, scalar));
      case Ref r -> Optional.of(misfit(shape, scalar));
    };
  }

  /**
   * One complaint for several forms of which none fits: where one form was nearly met (its pattern
   * matched), its own.
   */
  static Complaint complainOfAll(AnyOf anyOf, List<Shape> fitting, Scalar scalar) {
    return fitting.stream()
        .filter(s -> s instanceof Literal l && l.fits(scalar.text()))
        .flatMap(s -> complain(s, scalar).stream())
        .findFirst()
        .orElseGet(() -> misfit(anyOf, scalar));
  }

  private static Optional<Complaint> literal(Literal literal, Scalar scalar) {
    if (isFlag(scalar) || !literal.fits(scalar.text())) {
      return Optional.of(misfit(literal, scalar));
    }
    return literal.check().complain(scalar.text());
  }

  private static boolean isFlag(Scalar scalar) {
    return !scalar.quoted() && (TRUE.contains(scalar.text()) || FALSE.contains(scalar.text()));
  }

  private static Optional<Complaint> whole(Whole whole, Scalar scalar) {
    if (scalar.quoted() || !WHOLE.matcher(scalar.text()).matches()) {
      return Optional.of(misfit(whole, scalar));
    }
    long value = Long.parseLong(scalar.text());
    return value >= whole.min() && value <= whole.max()
        ? Optional.empty()
        : Optional.of(
            new Complaint(
                ShapeCode.OUT_OF_RANGE,
                "%d is outside what is allowed here.".formatted(value),
                "Write %s.".formatted(Said.wanted(whole))));
  }

  private static Complaint unknownChoice(Choice choice, Scalar scalar) {
    String near =
        Nearest.to(scalar.text(), choice.values().keySet())
            .map(n -> "Did you mean %s? ".formatted(Said.quote(n)))
            .orElse("");
    return new Complaint(
        ShapeCode.UNKNOWN_CHOICE,
        "%s is not known here.".formatted(Said.quote(scalar.text())),
        near + "Write %s.".formatted(Said.wanted(choice)));
  }

  private static Complaint misfit(Shape shape, Scalar scalar) {
    String found = isDiscreet(shape) ? "This text" : Said.quote(scalar.text());
    return new Complaint(
        ShapeCode.MALFORMED,
        "%s is not %s.".formatted(found, Said.wanted(shape)),
        "Write it like this: " + Said.example(shape));
  }

  private static boolean isDiscreet(Shape shape) {
    return switch (shape) {
      case Literal l -> l.discreet();
      case AnyOf a -> a.of().stream().anyMatch(ScalarChecker::isDiscreet);
      case Text t -> false;
      case Choice c -> false;
      case Whole w -> false;
      case Flag f -> false;
      case Listing l -> false;
      case Table t -> false;
      case Struct s -> false;
      case Ref r -> false;
    };
  }
}

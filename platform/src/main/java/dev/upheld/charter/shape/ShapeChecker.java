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
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlNode.Entry;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a YAML tree against a shape. Tells every fault at its place and hands back the sound rest.
 * Time is linear in the tree.
 */
public final class ShapeChecker {
  /** Nobody mends more in one go, and a hostile file must not fill the screen or the memory. */
  private static final int MOST_PROBLEMS = 500;

  private final List<Problem> problems = new ArrayList<>();
  private boolean full;

  private final boolean partial;

  private ShapeChecker(boolean partial) {
    this.partial = partial;
  }

  /**
   * Checks a tree. A struct that lacks a vital key (see {@link Field#isVital}) or mixes keys that
   * cannot stand together is left out of the rest.
   */
  public static Checked check(Shape shape, YamlNode node) {
    ShapeChecker checker = new ShapeChecker(false);
    Optional<YamlNode> sound = checker.check(shape, node, node.at());
    return checker.checked(sound);
  }

  /**
   * Checks a file's root mapping; unlike {@link #check} the rest keeps every sound key, even where
   * required ones are missing or faulty.
   */
  public static Checked checkRoot(Struct struct, YamlNode node) {
    return checkRoot(struct, node, false);
  }

  /**
   * As {@link #checkRoot}, but the rest keeps structs of which parts are missing or faulty, too:
   * for readers that need nothing to be there and want to see every further fault.
   */
  public static Checked checkParts(Struct struct, YamlNode node) {
    return checkRoot(struct, node, true);
  }

  private static Checked checkRoot(Struct struct, YamlNode node, boolean partial) {
    ShapeChecker checker = new ShapeChecker(partial);
    if (!(node instanceof Mapping mapping)) {
      checker.wrongType(struct, node);
      return checker.checked(Optional.empty());
    }
    Map<String, Entry> sound = checker.entries(struct, mapping);
    checker.missing(struct, mapping, new Location(mapping.at().file(), 1, 1));
    checker.rules(struct, mapping, mapping.at());
    return checker.checked(Optional.of(new Mapping(mapping.at(), sound)));
  }

  private Checked checked(Optional<YamlNode> sound) {
    List<Problem> inOrder = new ArrayList<>(problems);
    inOrder.sort(Comparator.comparing(p -> p.where().orElseThrow()));
    return new Checked(sound, inOrder);
  }

  /**
   * @param owner where to point when something is missing: the key this node stands under
   */
  private Optional<YamlNode> check(Shape shape, YamlNode node, Location owner) {
    return switch (shape) {
      case AnyOf anyOf -> anyOf(anyOf, node, owner);
      case Ref ref -> check(ref.to().get(), node, owner);
      case Struct struct when node instanceof Mapping m -> struct(struct, m, owner);
      case Table table when node instanceof Mapping m -> table(table, m);
      case Listing listing when node instanceof Sequence s -> listing(listing, s, owner);
      case Struct s -> wrongType(shape, node);
      case Table t -> wrongType(shape, node);
      case Listing l -> wrongType(shape, node);
      case Text t -> scalar(shape, node);
      case Literal l -> scalar(shape, node);
      case Choice c -> scalar(shape, node);
      case Whole w -> scalar(shape, node);
      case Flag f -> scalar(shape, node);
    };
  }

  private Optional<YamlNode> struct(Struct struct, Mapping mapping, Location owner) {
    Map<String, Entry> sound = entries(struct, mapping);
    missing(struct, mapping, owner);
    boolean ruled = rules(struct, mapping, owner);
    boolean usable =
        struct.fields().stream().noneMatch(f -> f.isVital() && !sound.containsKey(f.key()));
    return partial || (usable && ruled)
        ? Optional.of(new Mapping(mapping.at(), sound))
        : Optional.empty();
  }

  private Map<String, Entry> entries(Struct struct, Mapping mapping) {
    Map<String, Field> fields = struct.byKey();
    Map<String, Entry> sound = new LinkedHashMap<>();
    for (Entry entry : mapping.entries().values()) {
      Field field = fields.get(entry.key());
      if (field == null) {
        unknownKey(struct, entry, fields.keySet());
        continue;
      }
      check(field.shape(), entry.value(), entry.keyAt())
          .ifPresent(n -> sound.put(entry.key(), new Entry(entry.keyAt(), entry.key(), n)));
    }
    return sound;
  }

  private void unknownKey(Struct struct, Entry entry, Set<String> known) {
    if (full) {
      return;
    }
    Optional<String> near = Nearest.to(entry.key(), known);
    report(
        entry.keyAt(),
        new Complaint(
            ShapeCode.UNKNOWN_KEY,
            "The key %s is not known in %s.".formatted(Said.quote(entry.key()), struct.called()),
            near.map(n -> "Did you mean %s? ".formatted(Said.quote(n))).orElse("")
                + "Known here: "
                + String.join(", ", known)
                + "."));
  }

  private void missing(Struct struct, Mapping mapping, Location owner) {
    for (Field field : struct.fields()) {
      if (field.required() && !mapping.entries().containsKey(field.key())) {
        report(owner, field.absence().orElseGet(() -> ordinaryAbsence(struct, field)));
      }
    }
  }

  private static Complaint ordinaryAbsence(Struct struct, Field field) {
    return new Complaint(
        ShapeCode.MISSING_KEY,
        "The key %s is missing in %s.".formatted(Said.quote(field.key()), struct.called()),
        "Add it, for example: %s: %s".formatted(field.key(), Said.example(field.shape())));
  }

  private boolean rules(Struct struct, Mapping mapping, Location owner) {
    boolean all = true;
    for (Rule rule : struct.rules()) {
      Optional<Complaint> complaint = RuleChecker.complain(struct, rule, mapping);
      complaint.ifPresent(c -> report(owner, c));
      all &= complaint.isEmpty() || rule instanceof Rule.When;
    }
    return all;
  }

  private Optional<YamlNode> table(Table table, Mapping mapping) {
    Map<String, Entry> sound = new LinkedHashMap<>();
    for (Entry entry : mapping.entries().values()) {
      Scalar key = new Scalar(entry.keyAt(), entry.key(), true);
      boolean keyFits = scalar(table.key(), key).isPresent();
      Optional<YamlNode> value = check(table.value(), entry.value(), entry.keyAt());
      if (keyFits && value.isPresent()) {
        sound.put(entry.key(), new Entry(entry.keyAt(), entry.key(), value.get()));
      }
    }
    return Optional.of(new Mapping(mapping.at(), sound));
  }

  private Optional<YamlNode> listing(Listing listing, Sequence sequence, Location owner) {
    if (sequence.items().size() < listing.min()) {
      report(
          owner,
          new Complaint(
              ShapeCode.TOO_FEW_ITEMS,
              "The list needs %d item%s at least."
                  .formatted(listing.min(), listing.min() == 1 ? "" : "s"),
              "Add what is missing, for example: " + Said.example(listing)));
      return Optional.empty();
    }
    List<YamlNode> sound = new ArrayList<>();
    Map<String, Location> seen = new HashMap<>();
    for (YamlNode item : sequence.items()) {
      if (!listing.unique() || !repeated(item, seen)) {
        check(listing.item(), item, item.at()).ifPresent(sound::add);
      }
    }
    boolean nothingLeft = sound.isEmpty() && !sequence.items().isEmpty();
    return nothingLeft ? Optional.empty() : Optional.of(new Sequence(sequence.at(), sound));
  }

  private boolean repeated(YamlNode item, Map<String, Location> seen) {
    if (!(item instanceof Scalar scalar)) {
      return false;
    }
    Location first = seen.putIfAbsent(scalar.text(), scalar.at());
    if (first != null) {
      report(
          scalar.at(),
          new Complaint(
              ShapeCode.REPEATED_ITEM,
              "The item %s stands here a second time; the first is at %s."
                  .formatted(Said.quote(scalar.text()), first),
              "Remove one of the two."));
    }
    return first != null;
  }

  private Optional<YamlNode> anyOf(AnyOf anyOf, YamlNode node, Location owner) {
    List<Shape> fitting = anyOf.of().stream().filter(s -> fits(s, node)).toList();
    if (fitting.isEmpty()) {
      return wrongType(anyOf, node);
    }
    if (fitting.size() == 1) {
      return check(fitting.getFirst(), node, owner);
    }
    boolean any =
        fitting.stream().anyMatch(s -> ScalarChecker.complain(s, (Scalar) node).isEmpty());
    if (any) {
      return Optional.of(node);
    }
    report(node.at(), ScalarChecker.complainOfAll(anyOf, fitting, (Scalar) node));
    return Optional.empty();
  }

  private static boolean fits(Shape shape, YamlNode node) {
    return switch (shape) {
      case Struct s -> node instanceof Mapping;
      case Table t -> node instanceof Mapping;
      case Ref r -> node instanceof Mapping;
      case Listing l -> node instanceof Sequence;
      case AnyOf a -> a.of().stream().anyMatch(s -> fits(s, node));
      case Text t -> node instanceof Scalar s && !s.isNull();
      case Literal l -> node instanceof Scalar s && !s.isNull();
      case Choice c -> node instanceof Scalar s && !s.isNull();
      case Whole w -> node instanceof Scalar s && !s.isNull();
      case Flag f -> node instanceof Scalar s && !s.isNull();
    };
  }

  private Optional<YamlNode> scalar(Shape shape, YamlNode node) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      return wrongType(shape, node);
    }
    Optional<Complaint> complaint = ScalarChecker.complain(shape, scalar);
    complaint.ifPresent(c -> report(scalar.at(), c));
    return complaint.isEmpty() ? Optional.of(node) : Optional.empty();
  }

  private Optional<YamlNode> wrongType(Shape shape, YamlNode node) {
    report(
        node.at(),
        new Complaint(
            ShapeCode.WRONG_TYPE,
            "Here stands %s, wanted is %s.".formatted(Said.found(node), Said.wanted(shape)),
            "Write it like this: " + Said.example(shape)));
    return Optional.empty();
  }

  private void report(Location at, Complaint complaint) {
    if (full) {
      return;
    }
    if (problems.size() >= MOST_PROBLEMS) {
      full = true;
      problems.add(
          Problem.at(
              Location.wholeFile(at.file()),
              ShapeCode.TOO_MANY_FAULTS,
              "There are more than %d faults; the rest is not told.".formatted(MOST_PROBLEMS),
              "Mend these first."));
      return;
    }
    problems.add(Problem.at(at, complaint.code(), complaint.what(), complaint.mend()));
  }
}

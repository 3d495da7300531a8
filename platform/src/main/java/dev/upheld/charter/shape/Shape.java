package dev.upheld.charter.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What may stand at a place of a YAML file. */
public sealed interface Shape {

  /**
   * Free text of at least one character.
   *
   * @param example how it may look
   */
  record Text(String example) implements Shape {}

  /**
   * Text of a fixed form.
   *
   * @param wanted the form in a few words, with its article: {@code a word of small letters}
   * @param example how it may look
   * @param pattern the whole text must match; kept to what ECMA-262 understands as well
   * @param check what a pattern cannot say (a day that exists)
   * @param discreet never repeat what was found: it may be a password written in the wrong place
   */
  record Literal(String wanted, String example, Pattern pattern, TextCheck check, boolean discreet)
      implements Shape {

    /**
     * No form is longer. Beyond some thousand characters the pattern of a form that repeats would
     * use up the stack, and a file could bring the reader down.
     */
    static final int LONGEST = 2_000;

    /** Whether the text has the form, further checks aside. */
    boolean fits(String text) {
      return text.length() <= LONGEST && pattern.matcher(text).matches();
    }

    /** A form that its pattern says completely. */
    public static Literal of(String wanted, String example, String regex) {
      return new Literal(wanted, example, Pattern.compile(regex), text -> Optional.empty(), false);
    }

    /** The same form with a further check. */
    public Literal checked(TextCheck further) {
      return new Literal(wanted, example, pattern, further, discreet);
    }

    /** The same form, whose faults never repeat what was found. */
    public Literal discreetly() {
      return new Literal(wanted, example, pattern, check, true);
    }
  }

  /**
   * One of a closed list of words.
   *
   * @param values each word with what it means
   */
  record Choice(SequencedMap<String, String> values) implements Shape {}

  /** A whole number, both ends included. */
  record Whole(long min, long max) implements Shape {}

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {}

  /**
   * A list.
   *
   * @param min fewest items
   * @param unique whether the same scalar may not stand twice
   */
  record Listing(Shape item, int min, boolean unique) implements Shape {}

  /**
   * A mapping whose keys the writer chooses.
   *
   * @param key the form of the keys
   * @param value what stands under each
   */
  record Table(Literal key, Shape value) implements Shape {}

  /**
   * A mapping whose keys the language fixes.
   *
   * @param name unique within one language; names the definition in the JSON Schema and the section
   *     in the reference
   * @param called what it is, with its article: {@code an activity}
   * @param doc one or two sentences for the reference
   * @param example a short one, in flow style
   * @param fields the keys, in the order of the reference
   * @param rules what must hold between keys
   */
  record Struct(
      String name, String called, String doc, String example, List<Field> fields, List<Rule> rules)
      implements Shape {
    public Struct {
      fields = List.copyOf(fields);
      rules = List.copyOf(rules);
    }

    /** The fields by key. */
    Map<String, Field> byKey() {
      Map<String, Field> map = new LinkedHashMap<>();
      fields.forEach(field -> map.put(field.key(), field));
      return map;
    }
  }

  /** Any of several; at most one of them a list, at most one of them a mapping. */
  record AnyOf(List<Shape> of) implements Shape {
    public AnyOf {
      of = List.copyOf(of);
      if (of.stream().filter(s -> s instanceof Listing).count() > 1
          || of.stream().filter(AnyOf::isMapping).count() > 1) {
        throw new IllegalArgumentException("alternatives must be told apart by their kind");
      }
    }

    private static boolean isMapping(Shape shape) {
      return shape instanceof Struct || shape instanceof Table || shape instanceof Ref;
    }
  }

  /**
   * A struct declared elsewhere; lets a struct stand inside itself.
   *
   * @param name of the struct
   * @param called of the struct
   */
  record Ref(String name, String called, Supplier<Struct> to) implements Shape {}
}

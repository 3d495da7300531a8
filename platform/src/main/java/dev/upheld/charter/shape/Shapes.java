package dev.upheld.charter.shape;

import dev.upheld.charter.shape.Shape.AnyOf;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Flag;
import dev.upheld.charter.shape.Shape.Listing;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Table;
import dev.upheld.charter.shape.Shape.Text;
import dev.upheld.kernel.MailAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** Shapes that every file of a workspace uses. */
public final class Shapes {
  /** Written where the source of a policy leaves something open. */
  public static final String NOT_STATED = "not-stated";

  private Shapes() {}

  /** Free text. */
  public static Text text(String example) {
    return new Text(example);
  }

  /** A word that names something: small letters, digits and hyphens, a letter first. */
  public static Literal word(String example) {
    return Literal.of(
        "a word of small letters, digits and hyphens", example, "[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  /** An existing calendar day, ISO 8601. */
  public static Literal date() {
    return Literal.of("a day, year-month-day", "2027-12-31", "[0-9]{4}-[0-9]{2}-[0-9]{2}")
        .checked(Shapes::dateComplaint);
  }

  private static Optional<Complaint> dateComplaint(String text) {
    try {
      LocalDate.parse(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(
          new Complaint(
              ShapeCode.IMPOSSIBLE_DATE,
              "The calendar has no day %s.".formatted(text),
              "Write the day as year-month-day, for example: 2027-12-31"));
    }
  }

  /** The form of a country code; see {@link #isCountry} for whether there is such a country. */
  public static Literal country() {
    return Literal.of("a country code of two capitals", "FR", "[A-Z]{2}");
  }

  /** Whether ISO 3166 has the code; XK, which Kosovo uses, counts. */
  public static boolean isCountry(String code) {
    return code.equals("XK")
        || Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
  }

  /** A path inside the workspace, with slashes, never leaving it. */
  public static Literal path(String example) {
    return Literal.of(
        "a path inside the workspace, without \"..\"",
        example,
        "(?!/)(?!.*(^|/)\\.\\.?(/|$))[^\\\\:*?\"<>|]+");
  }

  /** A mail address; never repeated in a message. */
  public static Literal email(String example) {
    return Literal.of("one plain mail address", example, MailAddress.FORM).discreetly();
  }

  /** {@code true} or {@code false}. */
  public static Flag flag() {
    return new Flag();
  }

  /** A list of any length, the same scalar only once. */
  public static Listing listOf(Shape item) {
    return new Listing(item, 0, true);
  }

  /** A list of one item at least, the same scalar only once. */
  public static Listing someOf(Shape item) {
    return new Listing(item, 1, true);
  }

  /** One item, or a list of one at least. */
  public static AnyOf oneOrMore(Shape item) {
    return new AnyOf(List.of(item, someOf(item)));
  }

  /** A mapping with keys the writer chooses. */
  public static Table tableOf(Literal key, Shape value) {
    return new Table(key, value);
  }

  /** One of these words; written as word, meaning, word, meaning. */
  public static Choice choice(String... wordsAndMeanings) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < wordsAndMeanings.length; i += 2) {
      values.put(wordsAndMeanings[i], wordsAndMeanings[i + 1]);
    }
    return new Choice(values);
  }

  /** The first of these that fits. */
  public static AnyOf anyOf(Shape... shapes) {
    return new AnyOf(List.of(shapes));
  }

  /** The shape, or the word for what the source leaves open. */
  public static AnyOf orNotStated(Shape shape) {
    return anyOf(shape, choice(NOT_STATED, "the source leaves it open; becomes a finding"));
  }
}

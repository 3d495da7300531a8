package dev.upheld.charter.language;

import static dev.upheld.charter.shape.Shapes.anyOf;
import static dev.upheld.charter.shape.Shapes.choice;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.promise.TermText;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.shape.Complaint;
import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.ShapeCode;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.kernel.MailAddress;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Forms that several parts of the charter share. */
final class Forms {
  private static final String TERM_EXAMPLE = "180 days";

  private Forms() {}

  /** A length of time. */
  static Literal term() {
    return Literal.of("a length of time", TERM_EXAMPLE, Terms.FORM)
        .checked(text -> complain(text, false));
  }

  /** A length of time, or a range of them. */
  static Literal termOrRange() {
    return Literal.of("a length of time or a range of two", TERM_EXAMPLE, Terms.FORM)
        .checked(text -> complain(text, true));
  }

  private static Optional<Complaint> complain(String text, boolean range) {
    return switch (Terms.read(text)) {
      case TermText.Fits(var shortest, var longest) ->
          range || shortest.equals(longest)
              ? Optional.empty()
              : impossible(text, "a range cannot stand here");
      case TermText.Impossible(String why) -> impossible(text, why);
      case TermText.Unreadable() ->
          Optional.of(
              new Complaint(
                  ShapeCode.MALFORMED,
                  "\"%s\" says no length of time.".formatted(text),
                  "Write a number and a unit, for example: 180 days"));
    };
  }

  private static Optional<Complaint> impossible(String text, String why) {
    return Optional.of(
        new Complaint(
            CharterCode.IMPOSSIBLE_PERIOD,
            "\"%s\" is no period that can be promised: %s.".formatted(text, why),
            "Write a period such as 180 days, 12 months to 24 months, 1 year, 72 hours or P1Y6M."));
  }

  /** A calendar day, or the year alone in quotes. */
  static Shape dayOrYear() {
    return anyOf(Shapes.date(), Literal.of("a year, in quotes", "2026", "[0-9]{4}"));
  }

  /** Clause ids of the source policy. */
  static Field clause() {
    return Field.optional(
        "clause",
        Shapes.oneOrMore(Literal.of("the id of a clause", "CC-05", "[A-Za-z0-9][A-Za-z0-9._:-]*")),
        "Ids of the clauses of the source policy that this supports.");
  }

  /** An article or norm of a jurisdiction pack. */
  static Literal law() {
    return Literal.of(
        "a jurisdiction pack, a slash and the key of a norm or article in it",
        "fr/FR-LCEN-1",
        "[a-z][a-z0-9-]*/[A-Za-z0-9][A-Za-z0-9.-]*");
  }

  /** A country code, or the name of a group of countries that the law knows. */
  static Literal territory() {
    return Literal.of("a country code or the name of a group such as EU", "EU", "[A-Z]{2,5}");
  }

  /** A length of time, or the words for "no figure, but soon". */
  static Shape speed() {
    return anyOf(
        term(),
        choice(
            "without-undue-delay",
            "no figure, but soon",
            Shapes.NOT_STATED,
            "the source leaves it open; becomes a finding"));
  }

  /** A regular expression that compiles. */
  static Literal regex() {
    return Literal.of("a regular expression", "[0-9]{4}", "[^\\r\\n]{1,500}")
        .checked(Forms::regexComplaint);
  }

  private static Optional<Complaint> regexComplaint(String text) {
    try {
      Pattern.compile(text);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          new Complaint(
              CharterCode.BAD_PATTERN,
              "This regular expression does not compile; it fails at its character %d."
                  .formatted(e.getIndex() + 1),
              "Correct it; the form is that of java.util.regex."));
    }
  }

  /** A country that exists: ISO 3166-1 alpha-2, in capitals. */
  static Literal country() {
    return Shapes.country()
        .checked(
            text ->
                Shapes.isCountry(text)
                    ? Optional.empty()
                    : Optional.of(
                        new Complaint(
                            CharterCode.UNKNOWN_COUNTRY,
                            "There is no country %s.".formatted(text),
                            "Write its two letters of ISO 3166, for example: FR")));
  }

  /** A time zone that exists. */
  static Literal zone() {
    return Literal.of("a time zone", "Europe/Paris", "[A-Za-z][A-Za-z0-9_+/-]{0,49}")
        .checked(
            text ->
                ZoneId.getAvailableZoneIds().contains(text)
                    ? Optional.empty()
                    : Optional.of(
                        new Complaint(
                            CharterCode.UNKNOWN_ZONE,
                            "There is no time zone %s.".formatted(text),
                            "Write a zone of the IANA database, for example: Europe/Paris")));
  }

  /** A mail address or words for a role; never repeated in a message. */
  static Shape owner() {
    return Literal.of(
            "one plain mail address, or a role in words without \"@\"",
            "dpo@nimbus.example",
            "[^@\\r\\n]*[^@\\s][^@\\r\\n]*|" + MailAddress.FORM)
        .discreetly();
  }
}

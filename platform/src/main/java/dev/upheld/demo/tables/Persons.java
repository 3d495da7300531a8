package dev.upheld.demo.tables;

import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Row;
import java.util.List;

/** What describes a person, as expressions over the number of a row. */
final class Persons {
  private static final int FIRST = Lexicon.FIRST.size();
  private static final int LAST = Lexicon.LAST.size();

  private Persons() {}

  static String name(Row r) {
    return r.text(r.oneOf("first", Lexicon.FIRST), r.lit(" "), r.oneOf("last", Lexicon.LAST));
  }

  /** Belongs to the same person as {@link #name}; unique by the number in it. */
  static String email(Row r) {
    return r.text(
        r.sql().pick(Lexicon.FIRST_ASCII, r.below("first", FIRST)),
        r.lit("."),
        r.sql().pick(Lexicon.LAST_ASCII, r.below("last", LAST)),
        r.n(),
        r.lit("@"),
        r.oneOf("domain", domains(r)));
  }

  private static List<String> domains(Row r) {
    return switch (r.setting().region()) {
      case EU -> Lexicon.EU_MAIL;
      case US -> Lexicon.US_MAIL;
    };
  }

  /** Nobody is known by the same login in both regions. */
  private static String loginMark(Row r) {
    return switch (r.setting().region()) {
      case EU -> r.lit("-");
      case US -> r.lit(".");
    };
  }

  static String login(Row r) {
    return r.text(r.sql().pick(Lexicon.FIRST_ASCII, r.below("first", FIRST)), loginMark(r), r.n());
  }

  /**
   * Numbers set aside for fiction: by Arcep (06 39 98), PTS (070-174 06 05 to 99), Ofcom (07700
   * 900) and the North American numbering plan (555-0100 to 0199).
   */
  static String phone(Row r) {
    return switch (r.setting().region()) {
      case US -> american(r);
      case EU ->
          r.when(
              r.chance("phone-kind", 80),
              french(r),
              r.when(r.chance("phone-kind", 95), swedish(r), british(r)));
    };
  }

  private static String american(Row r) {
    return r.text(
        r.lit("+1 "),
        r.sql().pick(List.of("212", "303", "415", "503", "617", "907"), r.below("area", 6)),
        r.lit("-555-01"),
        r.sql().digits(r.below("phone", 100), 2));
  }

  private static String french(Row r) {
    return r.text(
        r.lit("+33 6 39 98 "),
        r.sql().digits(r.below("phone-a", 100), 2),
        r.lit(" "),
        r.sql().digits(r.below("phone-b", 100), 2));
  }

  private static String swedish(Row r) {
    return r.text(
        r.lit("+46 70 174 06 "), r.sql().digits("(5 + " + r.below("phone-a", 95) + ")", 2));
  }

  private static String british(Row r) {
    return r.text(r.lit("+44 7700 900"), r.sql().digits(r.below("phone-a", 1000), 3));
  }

  static String address(Row r) {
    List<String> cities = r.setting().region() == Region.US ? Lexicon.US_CITY : Lexicon.EU_CITY;
    return r.text(
        "(1 + " + r.below("house", 180) + ")",
        r.lit(" "),
        r.oneOf("street", Lexicon.STREET),
        r.lit(", "),
        r.oneOf("city", cities));
  }

  static String country(Row r) {
    return switch (r.setting().region()) {
      case US -> r.lit("US");
      case EU -> r.oneOf("country", Lexicon.EU_COUNTRY);
    };
  }
}

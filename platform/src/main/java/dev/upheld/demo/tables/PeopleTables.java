package dev.upheld.demo.tables;

import static dev.upheld.demo.sql.Column.always;
import static dev.upheld.demo.sql.Column.maybe;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Setting;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/**
 * People who are no customers: candidates and subscribers. Only Europe hires and writes letters.
 */
final class PeopleTables {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** One candidate of so many asked to be kept longer. */
  private static final int WISHES = 5;

  private PeopleTables() {}

  static List<Table> all() {
    return List.of(candidate(), interview(), subscriber());
  }

  private static long candidates(Setting s) {
    return Math.max(WISHES, s.customers() / 20);
  }

  static String wishes(Row r) {
    return r.n() + " % " + WISHES + " = 0";
  }

  /** Those with a wish were turned down before; the others are still being looked at. */
  private static String contactAge(Row r) {
    Setting s = r.setting();
    return r.when(
        wishes(r),
        r.age("contact", 380 * DAY, 600 * DAY),
        r.ageUpTo("contact", s.within(Period.ofMonths(12))));
  }

  private static Table candidate() {
    return Table.of(
            "candidate",
            PeopleTables::candidates,
            always("id", Type.BIG, Row::n),
            always("name", Type.TEXT, r -> Persons.name(person(r))),
            always("email", Type.TEXT, r -> Persons.email(person(r))),
            maybe("phone", Type.TEXT, r -> r.when(r.chance("has-phone", 90), Persons.phone(r))),
            maybe("address", Type.TEXT, r -> Persons.address(person(r))),
            maybe(
                "birth_date",
                Type.DATE,
                r -> r.dateAgo(r.age("birth", 19 * 366 * DAY, 64 * 365 * DAY))),
            always("resume", Type.BYTES, PeopleTables::resume),
            maybe("salary_wish", Type.AMOUNT, r -> "(" + r.age("salary", 30, 120) + " * 1000)"),
            always(
                "source",
                Type.TEXT,
                r -> r.oneOf("source", List.of("website", "website", "job board", "referral"))),
            always("last_contact_on", Type.DATE, r -> r.dateAgo(contactAge(r)))
                .saying("day of the last letter, call or interview"),
            maybe(
                "decided_at",
                Type.INSTANT,
                r -> r.when(wishes(r), r.instantAgo("(" + contactAge(r) + " - " + DAY + ")"))),
            maybe(
                    "keep_until",
                    Type.DATE,
                    r ->
                        r.when(
                            wishes(r),
                            r.dateAgo("(0 - " + r.age("wish", 20 * DAY, 300 * DAY) + ")")))
                .saying("the candidate asked to be kept until this day"))
        .saying("Applications for a job");
  }

  /** Not the names of the customers with the same numbers. */
  static Row person(Row r) {
    return r.at("(" + r.n() + " + 500000000)");
  }

  private static String resume(Row r) {
    return r.sql()
        .bytes(
            r.text(
                r.lit("%PDF-2.0 "),
                Persons.name(person(r)),
                r.lit(" "),
                r.oneOf("skill", Lexicon.SKILL),
                r.lit(", "),
                r.oneOf("skill-2", Lexicon.SKILL),
                r.lit(" %%EOF")));
  }

  /** Two with each candidate who is still being looked at. */
  private static Table interview() {
    int looked = WISHES - 1;
    return Table.of(
            "interview",
            s -> candidates(s) / WISHES * looked * 2,
            always("id", Type.BIG, Row::n),
            always("candidate_id", Type.BIG, r -> candidateOf(r, looked)),
            always(
                "held_at",
                Type.INSTANT,
                r ->
                    r.instantAgo(
                        "("
                            + contactAge(r.at(candidateOf(r, looked)))
                            + " + "
                            + r.age("held", 60, DAY)
                            + ")")),
            always(
                "notes",
                Type.LONG_TEXT,
                r -> r.text(r.lit("Impression: "), r.oneOf("skill", Lexicon.SKILL))),
            maybe("rating", Type.SMALL, r -> "(1 + " + r.below("rating", 5) + ")"))
        .pointing("candidate_id", "candidate");
  }

  private static String candidateOf(Row r, int looked) {
    String index = r.sql().div("(" + r.n() + " - 1)", "2");
    return "(1 + %s * %d + %s %% %d)"
        .formatted(r.sql().div(index, "" + looked), WISHES, index, looked);
  }

  private static Table subscriber() {
    return Table.of(
            "subscriber",
            s -> Math.max(3, s.customers() * 3 / 10),
            always("id", Type.BIG, Row::n),
            always("email", Type.TEXT, r -> Persons.email(r.at("(" + r.n() + " + 600000000)"))),
            always("language", Type.TEXT, r -> r.oneOf("language", List.of("en", "fr"))),
            always(
                "confirmed_at",
                Type.INSTANT,
                r -> r.instantAgo(r.age("confirmed", DAY, r.setting().within(Period.ofYears(4))))),
            always("confirmed_ip", Type.TEXT, Networks::half)
                .saying("half of the address, as proof of the confirmation"),
            maybe("unsubscribed_at", Type.INSTANT, r -> "NULL"))
        .index("email")
        .saying("Readers of the newsletter, confirmed twice");
  }
}

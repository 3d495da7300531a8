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
 * What the office of a small cloud company holds: candidates, contacts and notes about them,
 * readers of its newsletter, and the log files of its site.
 */
public final class OfficeTables {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final Period CANDIDATES = Period.ofYears(2);
  private static final int NOTES = 2;

  private static final List<String> JOB =
      List.of(
          "Chief technology officer",
          "Head of platform",
          "Hankintapäällikkö",
          "Lead developer",
          "Tuotepäällikkö",
          "Founder");

  private static final List<String> INTEREST =
      List.of("may move to the cloud this year", "wants training", "renews in spring", "partner");

  private static final List<String> SERVICE =
      List.of("meeting", "training", "project", "event", "offer", "billing");

  private static final List<String> PATH =
      List.of(
          "/", "/en/services", "/fi/palvelut", "/en/news", "/fi/uutiset", "/careers", "/privacy");

  private OfficeTables() {}

  /** All of them. */
  public static List<Table> all() {
    return List.of(candidate(), interview(), contact(), note(), subscriber(), siteLog());
  }

  private static Table candidate() {
    return Catalogue.table("candidate")
        .without("address", "birth_date", "salary_wish")
        .instead(
            always("last_contact_on", Type.DATE, r -> r.dateAgo(contactAge(r)))
                .saying("day of the last letter, call or interview"))
        .instead(
            maybe(
                "decided_at",
                Type.INSTANT,
                r ->
                    r.when(
                        PeopleTables.wishes(r),
                        r.instantAgo("(" + contactAge(r) + " - " + DAY + ")"))))
        .with(always("skills", Type.TEXT, r -> r.oneOf("skill", Lexicon.SKILL)))
        .with(
            maybe(
                "profile",
                Type.TEXT,
                r ->
                    r.when(
                        r.chance("has-profile", 60),
                        r.text(
                            r.lit("https://profiles.example/"),
                            Persons.login(PeopleTables.person(r))))));
  }

  /** Those who wished to be kept are there longer than the others may be. */
  private static String contactAge(Row candidate) {
    return candidate.when(
        PeopleTables.wishes(candidate),
        candidate.age("contact", 740 * DAY, 1000 * DAY),
        candidate.ageUpTo("contact", candidate.setting().within(CANDIDATES)));
  }

  private static Table interview() {
    Table interview = Catalogue.table("interview");
    return interview.instead(
        always(
            "held_at",
            Type.INSTANT,
            r -> {
              Row candidate = r.at(interview.column("candidate_id").value().apply(r));
              return r.instantAgo(
                  "(" + contactAge(candidate) + " + " + r.age("held", 60, DAY) + ")");
            }));
  }

  private static long contacts(Setting s) {
    return Math.max(3, s.customers() / 4);
  }

  /** Not the names of others with the same numbers. */
  private static Row person(Row contact) {
    return contact.at("(" + contact.n() + " + 700000000)");
  }

  private static String ageOf(Row contact) {
    return contact.age("created", DAY, contact.setting().within(Period.ofYears(4)));
  }

  private static Table contact() {
    return Table.of(
            "contact",
            OfficeTables::contacts,
            always("id", Type.BIG, Row::n),
            always("name", Type.TEXT, r -> Persons.name(person(r))),
            always("title", Type.TEXT, r -> r.oneOf("job", JOB)),
            always("email", Type.TEXT, r -> Persons.email(person(r))),
            maybe("phone", Type.TEXT, r -> r.when(r.chance("has-phone", 70), Persons.phone(r))),
            always("organisation", Type.TEXT, AccountTables::organisationName),
            maybe(
                "interest",
                Type.TEXT,
                r -> r.when(r.chance("interest", 50), r.oneOf("interest", INTEREST))),
            always(
                "source",
                Type.TEXT,
                r -> r.oneOf("source", List.of("person", "company register", "service"))),
            always("created_at", Type.INSTANT, r -> r.instantAgo(ageOf(r))),
            maybe(
                "reviewed_at",
                Type.INSTANT,
                r -> r.when(r.chance("reviewed", 80), r.instantAgo(r.partOf(ageOf(r), "review")))))
        .index("email")
        .saying("Clients, possible clients and partners");
  }

  private static Table note() {
    return Table.of(
            "note",
            s -> contacts(s) * NOTES,
            always("id", Type.BIG, Row::n),
            always("contact_id", Type.BIG, r -> r.oneOfParents(contacts(r.setting()))),
            always(
                "noted_at",
                Type.INSTANT,
                r ->
                    r.instantAgo(
                        r.partOf(ageOf(r.at(r.oneOfParents(contacts(r.setting())))), "noted"))),
            always("body", Type.LONG_TEXT, r -> r.oneOf("opening", Lexicon.OPENING)),
            always("service", Type.TEXT, r -> r.oneOf("service", SERVICE)))
        .pointing("contact_id", "contact")
        .saying("What was asked, said and ordered");
  }

  private static Table subscriber() {
    return Catalogue.table("subscriber")
        .without("confirmed_ip")
        .with(always("name", Type.TEXT, r -> Persons.name(r.at("(" + r.n() + " + 600000000)"))));
  }

  private static Table siteLog() {
    return Catalogue.table("request_log")
        .named("site_log")
        .without("client")
        .instead(always("path", Type.TEXT, r -> r.oneOf("path", PATH)))
        .saying("One row per request of the public site");
  }
}

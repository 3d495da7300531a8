package dev.upheld.demo.tables;

import static dev.upheld.demo.sql.Column.always;
import static dev.upheld.demo.sql.Column.maybe;

import dev.upheld.demo.sql.Column;
import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Setting;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/**
 * What is kept of former customers, in a schema that the application cannot enter. Less of each row
 * than the application had: what nobody may ask for any more is left behind.
 */
final class ArchiveTables {
  private static final String SCHEMA = "archive";
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final List<String> ROLES = List.of("owner", "admin", "developer", "billing");

  private ArchiveTables() {}

  static List<Table> all() {
    return List.of(account(), membership(), application(), access());
  }

  private static long former(Setting s) {
    return Math.max(3, s.customers() / 10);
  }

  /** The number of a former customer: none that a customer of today has. */
  private static String numberOf(Row r) {
    return "(" + r.n() + " + " + r.setting().customers() + ")";
  }

  private static Row former(Row r) {
    return r.at(numberOf(r));
  }

  private static Column ended() {
    return always(
        "contract_ended_at",
        Type.INSTANT,
        r -> r.instantAgo(r.age("ended", DAY, r.setting().within(Period.ofYears(5)))));
  }

  private static Table account() {
    return Table.of(
            "account_archive",
            ArchiveTables::former,
            always("id", Type.BIG, ArchiveTables::numberOf),
            always("email", Type.TEXT, r -> Persons.email(former(r))),
            always("name", Type.TEXT, r -> Persons.name(former(r))),
            maybe("phone", Type.TEXT, r -> Persons.phone(former(r))),
            maybe("address", Type.TEXT, r -> Persons.address(former(r))),
            always("country", Type.COUNTRY, r -> Persons.country(former(r))),
            ended())
        .apart(SCHEMA, "account")
        .saying("Former customers, kept for the authorities named by law; the legal team only");
  }

  private static Table membership() {
    return Table.of(
            "membership_archive",
            ArchiveTables::former,
            always("account_id", Type.BIG, ArchiveTables::numberOf),
            always(
                "organisation_id",
                Type.BIG,
                r -> "(1 + " + r.below("was-in", AccountTables.organisations(r.setting())) + ")"),
            always("role", Type.TEXT, r -> r.oneOf("role", ROLES)),
            ended())
        .keyedByTwo()
        .apart(SCHEMA, "membership")
        .saying("Which part former customers had in which organisation");
  }

  private static Table application() {
    return Table.of(
            "application_archive",
            ArchiveTables::former,
            always("id", Type.BIG, ArchiveTables::numberOf),
            always("account_id", Type.BIG, ArchiveTables::numberOf),
            always(
                "name",
                Type.TEXT,
                r ->
                    r.text(
                        r.oneOf("adjective", Lexicon.ADJECTIVE),
                        r.lit("-"),
                        r.oneOf("noun", Lexicon.NOUN))),
            ended())
        .apart(SCHEMA, "application")
        .index("account_id")
        .saying("Which applications former customers had, without what was set in them");
  }

  private static Table access() {
    return Table.of(
            "file_access_archive",
            s -> Math.max(3, former(s) / 4),
            always("id", Type.BIG, ArchiveTables::numberOf),
            always("account_id", Type.BIG, ArchiveTables::numberOf),
            always(
                "username",
                Type.TEXT,
                r -> r.text(r.lit("fs-"), r.sql().token(r.seed("username-then")))),
            ended())
        .apart(SCHEMA, "file_access")
        .index("account_id")
        .saying("By which names former customers copied files, without their passwords");
  }
}

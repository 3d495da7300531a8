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

/** Customers, their organisations and applications. */
final class AccountTables {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private AccountTables() {}

  static List<Table> all() {
    return List.of(account(), organisation(), membership(), application(), access());
  }

  static long organisations(Setting s) {
    return Math.max(3, s.customers() * 2 / 5);
  }

  /** The customer a row of another table belongs to. */
  static String customerOf(Row r) {
    return r.oneOfParents(r.setting().customers());
  }

  /** How long ago the account of this number was opened; never confirmed means lately. */
  static String ageOf(Row account) {
    Setting s = account.setting();
    return account.when(
        unverified(account),
        account.ageUpTo("created", s.within(Period.ofDays(30))),
        account.age("created", 40 * DAY, s.within(Period.ofYears(9))));
  }

  private static String unverified(Row r) {
    return r.chance("unverified", 4);
  }

  private static Table account() {
    return Table.of(
            "account",
            Setting::customers,
            always("id", Type.BIG, Row::n),
            always("login", Type.TEXT, Persons::login),
            always("email", Type.TEXT, Persons::email),
            always("title", Type.TEXT, r -> r.oneOf("title", Lexicon.TITLE)),
            always("name", Type.TEXT, Persons::name),
            maybe("phone", Type.TEXT, r -> r.when(r.chance("has-phone", 70), Persons.phone(r))),
            maybe(
                "address", Type.TEXT, r -> r.when(r.chance("has-address", 80), Persons.address(r))),
            always("country", Type.COUNTRY, Persons::country)
                .saying("ISO 3166-1, where the customer lives"),
            always("password_hash", Type.TEXT, AccountTables::passwordHash),
            maybe(
                "totp_secret",
                Type.TEXT,
                r ->
                    r.when(
                        r.chance("second-factor", 35),
                        r.text(r.lit("enc:v1:"), r.sql().token(r.seed("totp"))))),
            always("created_at", Type.INSTANT, r -> r.instantAgo(ageOf(r))),
            maybe(
                "verified_at",
                Type.INSTANT,
                r ->
                    r.when(
                        "NOT " + unverified(r),
                        r.instantAgo("(" + ageOf(r) + " - " + r.age("verified", 60, DAY) + ")"))),
            maybe("contract_ended_at", Type.INSTANT, r -> "NULL")
                .saying(
                    "set when the contract ends; the archiving job moves the row within the day"))
        .index("email")
        .index("login")
        .saying("Customers with a contract");
  }

  /** Four of five by bcrypt, the others already by Argon2id. */
  private static String passwordHash(Row r) {
    return r.when(
        r.chance("bcrypt", 80),
        r.sql().bcryptForm(r.seed("password")),
        r.text(
            r.lit("$argon2id$v=19$m=65536,t=3,p=4$"),
            r.sql().token(r.seed("salt")),
            r.lit("$"),
            r.sql().base64Of256(r.seed("password"))));
  }

  private static Table organisation() {
    return Table.of(
            "organisation",
            AccountTables::organisations,
            always("id", Type.BIG, Row::n),
            always("name", Type.TEXT, AccountTables::organisationName),
            always(
                "created_at",
                Type.INSTANT,
                r -> r.instantAgo(r.age("created", DAY, r.setting().within(Period.ofYears(9))))),
            maybe("closed_at", Type.INSTANT, r -> "NULL"))
        .saying("Companies and teams that share applications and one bill");
  }

  static String organisationName(Row r) {
    List<String> forms =
        switch (r.setting().region()) {
          case EU -> Lexicon.EU_FORM;
          case US -> Lexicon.US_FORM;
        };
    return r.text(
        r.oneOf("company", Lexicon.COMPANY),
        r.lit(" "),
        r.oneOf("noun", Lexicon.NOUN),
        r.lit(" "),
        r.oneOf("form", forms));
  }

  /** Everybody is in one organisation, every fifth in two. */
  private static Table membership() {
    return Table.of(
            "membership",
            s -> s.customers() * 6 / 5,
            always(
                "account_id",
                Type.BIG,
                r -> "(1 + (" + r.n() + " - 1) % " + r.setting().customers() + ")"),
            always("organisation_id", Type.BIG, AccountTables::organisationOfMember),
            always(
                "role",
                Type.TEXT,
                r -> r.oneOf("role", List.of("owner", "admin", "developer", "billing"))),
            always(
                "since",
                Type.DATE,
                r -> r.dateAgo(r.age("since", DAY, r.setting().within(Period.ofYears(3))))))
        .keyedByTwo()
        .pointing("account_id", "account")
        .pointing("organisation_id", "organisation");
  }

  /** The second round is shifted by one, so that no pair comes twice. */
  private static String organisationOfMember(Row r) {
    long customers = r.setting().customers();
    String round = r.sql().div("(" + r.n() + " - 1)", Long.toString(customers));
    return "(1 + ((%s - 1) %% %d + %s) %% %d)"
        .formatted(r.n(), customers, round, organisations(r.setting()));
  }

  private static Table application() {
    return Table.of(
            "application",
            Setting::customers,
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            always(
                "name",
                Type.TEXT,
                r ->
                    r.text(
                        r.oneOf("adjective", Lexicon.ADJECTIVE),
                        r.lit("-"),
                        r.oneOf("noun", Lexicon.NOUN))),
            always("settings", Type.JSON, AccountTables::settings),
            always(
                "created_at",
                Type.INSTANT,
                r -> r.instantAgo(r.partOf(ageOf(r.at(customerOf(r))), "created"))))
        .pointing("account_id", "account");
  }

  private static String settings(Row r) {
    return r.sql()
        .json(
            r.text(
                r.lit("{\"runtime\": \""),
                r.oneOf("runtime", Lexicon.RUNTIME),
                r.lit("\", \"instances\": "),
                "(1 + " + r.below("instances", 8) + ")",
                r.lit(", \"domains\": [\""),
                r.oneOf("adjective", Lexicon.ADJECTIVE),
                r.lit("-"),
                r.n(),
                r.lit(".app-platform.example\"]}")));
  }

  private static Table access() {
    return Table.of(
            "file_access",
            s -> Math.max(3, s.customers() / 4),
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            always(
                "username",
                Type.TEXT,
                r -> r.text(r.lit("fs-"), r.sql().token(r.seed("username")))),
            always(
                "password",
                Type.TEXT,
                r ->
                    r.text(
                        r.lit("pbkdf2_sha256$600000$"),
                        r.sql().token(r.seed("salt")),
                        r.lit("$"),
                        r.sql().base64Of256(r.seed("password")),
                        r.lit("="))),
            always(
                "created_at",
                Type.INSTANT,
                r -> r.instantAgo(r.age("created", DAY, r.setting().within(Period.ofYears(2))))))
        .pointing("account_id", "account")
        .saying("Accounts for copying files to an application, from the old hosting product");
  }
}

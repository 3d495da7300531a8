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
 * What an application holds of people who are logged in: their accounts, what happens while they
 * use it, and the use counted under keys that say nothing of them.
 */
public final class AppTables {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final Period TECHNICAL = Period.ofYears(1);
  private static final int EVENTS = 4;
  private static final int USES = 2;

  private static final List<String> PAGE =
      List.of(
          "/dashboard",
          "/projects",
          "/projects/new",
          "/deployments",
          "/logs",
          "/settings",
          "/billing",
          "/team");

  private static final List<String> ACTION =
      List.of("view", "view", "view", "click", "search", "save");

  private AppTables() {}

  /** All of them. */
  public static List<Table> all() {
    return List.of(userAccount(), usageEvent(), productUsage());
  }

  private static String userOf(Row r) {
    return r.oneOfParents(r.setting().customers());
  }

  private static String ageOf(Row user) {
    return user.age("created", DAY, user.setting().within(Period.ofYears(5)));
  }

  private static Table userAccount() {
    return Table.of(
            "user_account",
            Setting::customers,
            always("id", Type.BIG, Row::n),
            always("name", Type.TEXT, Persons::name),
            always("email", Type.TEXT, Persons::email),
            always("login", Type.TEXT, r -> r.sql().md5(r.seed("sign-in")))
                .saying("as the sign-in provider calls the user"),
            always("language", Type.TEXT, r -> r.oneOf("language", List.of("en", "fi", "fi"))),
            always("created_at", Type.INSTANT, r -> r.instantAgo(ageOf(r))),
            maybe("deleted_at", Type.INSTANT, r -> "NULL")
                .saying("set when the user deletes the account; a job removes the row"))
        .index("email")
        .index("login")
        .saying("Users who can log in");
  }

  private static Table usageEvent() {
    return Table.of(
            "usage_event",
            s -> s.customers() * EVENTS,
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AppTables::userOf),
            always("browser", Type.TEXT, r -> r.oneOf("browser", Lexicon.BROWSER)),
            always("operating_system", Type.TEXT, r -> r.oneOf("system", Lexicon.SYSTEM)),
            maybe("ip", Type.ADDRESS, r -> r.sql().address(Networks.full(r))),
            always("place", Type.TEXT, r -> r.oneOf("place", Lexicon.EU_CITY)),
            always("page", Type.TEXT, r -> r.oneOf("page", PAGE)),
            always("action", Type.TEXT, r -> r.oneOf("action", ACTION)),
            always("seconds", Type.SMALL, r -> r.age("seconds", 1, 1200)),
            always("happened_at", Type.INSTANT, r -> r.instantAgo(eventAge(r))))
        .pointing("account_id", "user_account")
        .index("happened_at")
        .saying("What users do and with what, to find errors and improve the service");
  }

  /** Neither before the account nor longer ago than the charter allows. */
  private static String eventAge(Row event) {
    long most = event.setting().within(TECHNICAL);
    String age = "LEAST(" + most + ", " + ageOf(event.at(userOf(event))) + ")";
    return event.partOf(age, "happened");
  }

  private static Table productUsage() {
    return Table.of(
            "product_usage",
            s -> s.customers() * USES,
            always("id", Type.BIG, Row::n),
            always(
                    "user_key",
                    Type.TEXT,
                    r ->
                        r.sql()
                            .md5(r.at(r.below("user", r.setting().customers())).seed("usage-key")))
                .saying("made with a secret that lies elsewhere"),
            always("page", Type.TEXT, r -> r.oneOf("page", PAGE)),
            always("action", Type.TEXT, r -> r.oneOf("action", ACTION)),
            always(
                "happened_at",
                Type.INSTANT,
                r -> r.instantAgo(r.ageUpTo("happened", r.setting().within(TECHNICAL)))),
            maybe("account_deleted_at", Type.INSTANT, r -> "NULL"))
        .index("happened_at")
        .saying("How the product is used; names nobody");
  }
}

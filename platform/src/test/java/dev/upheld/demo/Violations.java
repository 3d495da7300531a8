package dev.upheld.demo;

import dev.upheld.demo.sql.MariadbDialect;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.demo.sql.Region;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Setting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many rows break each promise, counted by statements written by hand from the words of the
 * charter and independently of how the rows were made.
 */
final class Violations {
  private final Site site;
  private final Instant now;
  private final List<String> selects = new ArrayList<>();

  private Violations(Site site, Instant now) {
    this.site = site;
    this.now = now;
  }

  /** By the id of the promise; only those that are broken. */
  static Map<String, Long> in(Site site, Instant now) {
    Violations violations = new Violations(site, now);
    violations.common();
    if (site.database().region() == Region.EU) {
      violations.european();
    }
    Map<String, Long> found = new TreeMap<>();
    for (Optional<String> answer :
        Sites.ask(site, String.join("\nUNION ALL ", violations.selects))) {
      int equals = answer.orElseThrow().indexOf('=');
      long count = Long.parseLong(answer.orElseThrow().substring(equals + 1));
      found.merge("nimbus/" + answer.orElseThrow().substring(0, equals), count, Long::sum);
    }
    found.values().removeIf(n -> n == 0);
    return found;
  }

  private void common() {
    count("accounts/keep", "account WHERE contract_ended_at < " + instant(Period.ZERO));
    count(
        "accounts/keep-2", archive() + " WHERE contract_ended_at < " + instant(Period.ofYears(5)));
    count(
        "unverified-accounts/keep",
        "account WHERE verified_at IS NULL AND created_at < " + instant(Period.ofDays(30)));
    count("billing/keep", "invoice WHERE year_closed_on < " + day(Period.ofYears(10)));
    count(
        "support/keep",
        "ticket t WHERE t.closed_at < "
            + instant(Period.ofMonths(12))
            + " AND coalesce((SELECT max(m.sent_at) FROM message m WHERE m.ticket_id = t.id), t.created_at) < "
            + instant(Period.ofMonths(24)));
    count("security-log/keep", "security_event WHERE happened_at < " + seconds(Period.ofYears(1)));
    count(
        "request-log/keep", "request_log WHERE logged_at < " + seconds(Period.ofDays(30)) + "000");
    count(
        "request-log-apart/apart",
        "request_log WHERE trace IN (SELECT login FROM account UNION SELECT email FROM account)");
    count("card-numbers/absent", "message WHERE body LIKE '%4999%'");
    count("card-numbers/absent", "ticket WHERE " + text("details") + " LIKE '%4999%'");
    count("card-numbers/absent", "payment WHERE settlement > 999999999999");
    count("account-numbers/absent", "message WHERE body LIKE '%NIMB%'");
    count("request-log/form", "request_log WHERE client % 65536 <> 0");
    String weak =
        "account WHERE password_hash NOT LIKE '$2b$12$%' AND password_hash NOT LIKE '$argon2id$v=19$m=65536,t=3,p=4$%$%'";
    count("accounts/form", weak);
    count("unverified-accounts/form", weak);
    count("accounts/form", "file_access WHERE password NOT LIKE 'pbkdf2_sha256$600000$%$%'");
    String abroad =
        switch (site.database().region()) {
          case EU -> "us-customers/locate";
          case US -> "eu-customers/locate";
        };
    String wrong =
        switch (site.database().region()) {
          case EU -> "country = 'US'";
          case US -> "country <> 'US'";
        };
    count(abroad, "account WHERE " + wrong);
    count(abroad, archive() + " WHERE " + wrong);
    undeclared();
  }

  private void european() {
    count("audience-measurement/keep", "visit WHERE visited_at < " + instant(Period.ofDays(180)));
    count(
        "recruitment/keep",
        "candidate WHERE (keep_until IS NULL OR keep_until < "
            + day(Period.ZERO)
            + ") AND (decided_at IS NOT NULL OR last_contact_on < "
            + day(Period.ofMonths(12))
            + ")");
    count("newsletter/keep", "subscriber WHERE unsubscribed_at IS NOT NULL");
    count("audience-measurement/form", "visit WHERE " + notHalf());
    count(
        "newsletter/form",
        "subscriber WHERE confirmed_ip NOT LIKE '%.0.0' AND confirmed_ip NOT LIKE '2001:db8:%::'");
  }

  private String notHalf() {
    return switch (site.dialect()) {
      case PostgresDialect d ->
          "ip <> CASE family(ip) WHEN 4 THEN network(set_masklen(ip, 16))::inet ELSE network(set_masklen(ip, 48))::inet END"
              .replace(
                  "network(set_masklen(ip, 16))::inet", "host(network(set_masklen(ip, 16)))::inet")
              .replace(
                  "network(set_masklen(ip, 48))::inet", "host(network(set_masklen(ip, 48)))::inet");
      case MariadbDialect d ->
          "CASE LENGTH(ip) WHEN 4 THEN HEX(ip) NOT LIKE '____0000' ELSE HEX(ip) NOT LIKE CONCAT('____________', REPEAT('0', 20)) END";
    };
  }

  /** Columns and tables the schema does not know. */
  private void undeclared() {
    Script script =
        new Script(
            site.dialect(),
            site.names(),
            site.database().schema(),
            new Setting(now, site.database().region(), 1000));
    long columns = script.schema().tables().stream().mapToLong(t -> t.columns().size()).sum();
    long tables = script.schema().tables().size();
    String where =
        switch (site.dialect()) {
          case PostgresDialect d -> "table_schema IN ('public', 'archive')";
          case MariadbDialect d -> "table_schema = database()";
        };
    // the marker is one table more; what Upheld remembers of its own acts is none of the company's
    select(
        "undeclared/hold-only",
        "count(*) - "
            + (tables + 1)
            + " FROM information_schema.tables WHERE table_name <> 'upheld_act' AND "
            + where);
    String known =
        script.schema().tables().stream()
            .map(t -> script.sql().literal(script.nameOf(t).name()))
            .collect(Collectors.joining(", "));
    for (String activity : List.of("accounts", "unverified-accounts")) {
      select(
          activity + "/hold-only",
          "count(*) - %d FROM information_schema.columns WHERE %s AND table_name IN (%s)"
              .formatted(columns, where, known));
    }
  }

  private void count(String promise, String from) {
    select(promise, "count(*) FROM " + from);
  }

  private void select(String promise, String counting) {
    int from = counting.indexOf(" FROM ");
    selects.add(
        "SELECT concat('%s=', %s)%s"
            .formatted(promise, counting.substring(0, from), counting.substring(from)));
  }

  private String archive() {
    return site.dialect().hasSchemas() ? "archive.account" : "account_archive";
  }

  private String text(String column) {
    return site.dialect().hasSchemas() ? "CAST(" + column + " AS text)" : column;
  }

  private String instant(Period before) {
    return site.dialect().instant(seconds(before));
  }

  private String seconds(Period before) {
    return Long.toString(now.atZone(Setting.ZONE).minus(before).toEpochSecond());
  }

  private String day(Period before) {
    LocalDate day = now.atZone(Setting.ZONE).minus(before).toLocalDate();
    return "DATE '" + day + "'";
  }
}

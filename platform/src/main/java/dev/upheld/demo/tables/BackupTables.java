package dev.upheld.demo.tables;

import static dev.upheld.demo.sql.Column.always;
import static dev.upheld.demo.sql.Column.maybe;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Setting;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of a provider of backups: what it holds of its customers, and the backups they make,
 * some of which they encrypt before they send them.
 */
public final class BackupTables {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int BACKUPS = 3;
  private static final int OFFERS = 6;

  private BackupTables() {}

  /** What lies beside every customer, wherever the customer lives. */
  public static List<Table> ofCustomers() {
    return List.of(
        account(),
        service(),
        invoice(),
        Catalogue.table("payment"),
        plan(),
        Catalogue.table("security_event"),
        snapshot());
  }

  /** The same, and visits of the site and readers of messages. */
  public static List<Table> withTheSite() {
    Table visit =
        Catalogue.table("visit").without("browser", "operating_system", "device", "screen");
    Table subscriber = Catalogue.table("subscriber").without("confirmed_ip");
    return Stream.concat(ofCustomers().stream(), Stream.of(visit, subscriber)).toList();
  }

  private static Table account() {
    return Catalogue.table("account")
        .without("title", "phone", "address")
        .instead(
            maybe("contract_ended_at", Type.INSTANT, r -> "NULL")
                .saying("set when the contract ends"))
        .with(always("company", Type.TEXT, AccountTables::organisationName))
        .with(
            always("encrypts", Type.BOOLEAN, BackupTables::encrypts)
                .saying("whether the customer encrypts backups before they are sent"));
  }

  private static String encrypts(Row account) {
    return account.chance("encrypts", 45);
  }

  private static Table service() {
    return Table.of(
            "service",
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
            always("settings", Type.JSON, BackupTables::settings),
            always(
                "created_at",
                Type.INSTANT,
                r -> r.instantAgo(r.partOf(ageOfCustomer(r), "created"))))
        .pointing("account_id", "account")
        .saying("Where a customer's backups go, and how often they are made");
  }

  private static String ageOfCustomer(Row r) {
    return AccountTables.ageOf(r.at(AccountTables.customerOf(r)));
  }

  private static String settings(Row r) {
    return r.sql()
        .json(
            r.text(
                r.lit("{\"datastore\": \"ds-"),
                "(1 + " + r.below("datastore", 40) + ")",
                r.lit("\", \"gigabytes\": "),
                "(50 + " + r.below("space", 4000) + ")",
                r.lit(", \"schedule\": \""),
                r.oneOf("schedule", List.of("hourly", "daily", "daily", "weekly")),
                r.lit("\"}")));
  }

  private static Table invoice() {
    return Catalogue.table("invoice")
        .instead(always("number", Type.TEXT, r -> r.text(r.lit("B-"), r.sql().digits(r.n(), 8))))
        .instead(
            always(
                "lines",
                Type.JSON,
                r ->
                    r.sql()
                        .json(
                            r.text(
                                r.lit("[{\"what\": \"space for backups\", \"gigabytes\": "),
                                "(50 + " + r.below("space", 4000) + ")",
                                r.lit("}]")))));
  }

  private static Table plan() {
    return Table.of(
            "plan",
            s -> OFFERS,
            always("id", Type.BIG, Row::n),
            always("code", Type.TEXT, r -> r.text(r.lit("backup-"), r.n(), r.lit("-tb"))),
            always("monthly_price", Type.AMOUNT, r -> "(" + r.n() + " * 4.5)"))
        .saying("Price list");
  }

  private static Table snapshot() {
    return Table.of(
            "snapshot",
            s -> s.customers() * BACKUPS,
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            always(
                "taken_at",
                Type.INSTANT,
                r ->
                    r.instantAgo(
                        r.partOf("LEAST(" + 90 * DAY + ", " + ageOfCustomer(r) + ")", "taken"))),
            always("bytes", Type.BIG, r -> "(" + r.age("bytes", 1_000_000, 900_000_000) + " * 97)"),
            always("catalogue", Type.LONG_TEXT, BackupTables::catalogue)
                .saying("what the backup is made of"),
            always(
                    "crypt_mode",
                    Type.TEXT,
                    r -> r.when(encryptedByCustomer(r), r.lit("encrypt"), r.lit("none")))
                .saying("as the backup server reports it"),
            always("encrypted_by_customer", Type.BOOLEAN, BackupTables::encryptedByCustomer)
                .saying("the customer's choice when the backup was made"))
        .pointing("account_id", "account")
        .index("taken_at")
        .saying("One row per backup of a customer");
  }

  private static String encryptedByCustomer(Row r) {
    return encrypts(r.at(AccountTables.customerOf(r)));
  }

  private static String catalogue(Row r) {
    return r.when(
        r.chance("machine", 60),
        r.text(
            r.lit("vm/"),
            "(100 + " + r.below("guest", 400) + ")",
            r.lit(" drive-scsi0.img.fidx qemu-server.conf.blob")),
        r.text(
            r.lit("host/"),
            r.oneOf("host", Lexicon.NOUN),
            r.lit(" root.pxar.didx catalog.pcat1.didx")));
  }
}

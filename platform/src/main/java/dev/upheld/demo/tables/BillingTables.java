package dev.upheld.demo.tables;

import static dev.upheld.demo.sql.Column.always;
import static dev.upheld.demo.sql.Column.maybe;

import dev.upheld.demo.sql.Row;
import dev.upheld.demo.sql.Setting;
import dev.upheld.demo.sql.Table;
import dev.upheld.demo.sql.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Invoices, payments, and the price list. */
final class BillingTables {
  private static final int PER_CUSTOMER = 2;

  private BillingTables() {}

  static List<Table> all() {
    return List.of(invoice(), payment(), plan());
  }

  private static long invoices(Setting s) {
    return s.customers() * PER_CUSTOMER;
  }

  private static Row customer(Row r) {
    return r.at(AccountTables.customerOf(r));
  }

  private static String ageOf(Row invoice) {
    return invoice.partOf(AccountTables.ageOf(customer(invoice)), "issued");
  }

  private static Table invoice() {
    return Table.of(
            "invoice",
            BillingTables::invoices,
            always("id", Type.BIG, Row::n),
            always("account_id", Type.BIG, AccountTables::customerOf),
            always("number", Type.TEXT, r -> r.text(r.lit("NB"), r.sql().digits(r.n(), 8))),
            always("billing_name", Type.TEXT, r -> Persons.name(customer(r))),
            maybe("billing_address", Type.TEXT, r -> Persons.address(customer(r))),
            always("total", Type.AMOUNT, r -> "(" + r.age("total", 500, 90_000) + " / 100.0)"),
            always("lines", Type.JSON, BillingTables::lines),
            always("issued_at", Type.INSTANT, r -> r.instantAgo(ageOf(r))),
            maybe("year_closed_on", Type.DATE, BillingTables::yearClosed)
                .saying("last day of the financial year, once the books of that year are closed"))
        .pointing("account_id", "account");
  }

  /** Null until the year of the invoice is over. */
  private static String yearClosed(Row r) {
    long thisYear =
        LocalDate.ofInstant(r.setting().now(), ZoneOffset.UTC)
            .withDayOfYear(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toEpochSecond();
    String issued = r.ago(ageOf(r));
    return r.when(issued + " < " + thisYear, r.sql().yearEnd(issued));
  }

  private static String lines(Row r) {
    return r.sql()
        .json(
            r.text(
                r.lit("[{\"what\": \""),
                r.oneOf("runtime", Lexicon.RUNTIME),
                r.lit(" instances\", \"hours\": "),
                "(1 + " + r.below("hours", 2000) + ")",
                r.lit("}]")));
  }

  private static Table payment() {
    return Table.of(
            "payment",
            BillingTables::invoices,
            always("id", Type.BIG, Row::n),
            always("invoice_id", Type.BIG, Row::n),
            always("amount", Type.AMOUNT, r -> "(" + r.age("total", 500, 90_000) + " / 100.0)"),
            always(
                "method", Type.TEXT, r -> r.when(byTransfer(r), r.lit("transfer"), r.lit("card"))),
            maybe("iban", Type.TEXT, r -> r.when(byTransfer(r), Ibans.valid(r)))
                .saying("the payer's account, as shown on the invoice"),
            maybe(
                "reference",
                Type.TEXT,
                r ->
                    r.when(
                        "NOT " + byTransfer(r),
                        r.text(r.lit("pay_"), r.sql().token(r.seed("reference"))))),
            maybe("settlement", Type.WIDE, r -> r.number("settlement", 7))
                .saying("number of the batch at the payment partner"),
            always("paid_at", Type.INSTANT, r -> r.instantAgo(r.partOf(ageOf(r), "paid"))))
        .pointing("invoice_id", "invoice");
  }

  private static String byTransfer(Row r) {
    return r.chance("transfer", 30);
  }

  private static Table plan() {
    return Table.of(
            "plan",
            s -> Lexicon.RUNTIME.size(),
            always("id", Type.BIG, Row::n),
            always("code", Type.TEXT, r -> r.sql().pick(Lexicon.RUNTIME, "(" + r.n() + " - 1)")),
            always("monthly_price", Type.AMOUNT, r -> "(" + r.n() + " * 4.5)"))
        .saying("Price list");
  }
}

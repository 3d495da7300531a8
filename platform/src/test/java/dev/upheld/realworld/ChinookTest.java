package dev.upheld.realworld;

import dev.upheld.realworld.Sample.Change;
import dev.upheld.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A music shop over Chinook: snake_case in PostgreSQL, CamelCase in MariaDB. */
class ChinookTest {
  private static Sample sample(Map<String, Long> rows, List<Change> changes) {
    return new Sample("chinook", Chinook::load, rows, changes);
  }

  @Nested
  class OnPostgres extends RealWorldContract {
    OnPostgres(@TempDir Path folder) throws IOException {
      super(
          sample(
              Map.of("customer", 59L, "employee", 8L, "invoice", 412L, "invoice_line", 2240L),
              List.of(
                  Change.breaks(
                      "vinyl/sales/keep",
                      """
                      INSERT INTO customer (customer_id, first_name, last_name, country, email)
                      VALUES (901, 'Anna', 'Example', 'Finland', 'anna@example.example');
                      INSERT INTO invoice (invoice_id, customer_id, invoice_date, billing_country, total)
                      VALUES (901, 901, '2020-06-01', 'Finland', 0.99)
                      """,
                      "DELETE FROM invoice WHERE invoice_id = 901;"
                          + "DELETE FROM customer WHERE customer_id = 901"),
                  Change.breaks(
                      "vinyl/card-numbers/absent",
                      "UPDATE customer SET fax = '4556737586899855' WHERE customer_id = 2",
                      "UPDATE customer SET fax = NULL WHERE customer_id = 2"),
                  Change.breaks(
                      "vinyl/sales/hold-only",
                      """
                      ALTER TABLE customer ADD COLUMN mobile_phone VARCHAR(24);
                      UPDATE customer SET mobile_phone = phone
                      """,
                      "ALTER TABLE customer DROP COLUMN mobile_phone"))),
          Databases.postgres(),
          folder);
    }
  }

  @Nested
  class OnMariaDb extends RealWorldContract {
    OnMariaDb(@TempDir Path folder) throws IOException {
      super(
          sample(
              Map.of("Customer", 59L, "Employee", 8L, "Invoice", 412L, "InvoiceLine", 2240L),
              List.of(
                  Change.breaks(
                      "vinyl/sales/keep",
                      """
                      INSERT INTO Customer (CustomerId, FirstName, LastName, Country, Email)
                      VALUES (901, 'Anna', 'Example', 'Finland', 'anna@example.example');
                      INSERT INTO Invoice (InvoiceId, CustomerId, InvoiceDate, BillingCountry, Total)
                      VALUES (901, 901, '2020-06-01', 'Finland', 0.99)
                      """,
                      "DELETE FROM Invoice WHERE InvoiceId = 901;"
                          + "DELETE FROM Customer WHERE CustomerId = 901"),
                  Change.breaks(
                      "vinyl/card-numbers/absent",
                      "UPDATE Customer SET Fax = '4556737586899855' WHERE CustomerId = 2",
                      "UPDATE Customer SET Fax = NULL WHERE CustomerId = 2"),
                  Change.breaks(
                      "vinyl/sales/hold-only",
                      """
                      ALTER TABLE Customer ADD COLUMN MobilePhone VARCHAR(24);
                      UPDATE Customer SET MobilePhone = Phone
                      """,
                      "ALTER TABLE Customer DROP COLUMN MobilePhone"))),
          Databases.mariadb(),
          folder);
    }
  }
}

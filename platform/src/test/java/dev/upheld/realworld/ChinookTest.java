package dev.upheld.realworld;

import dev.upheld.testing.Databases;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** A music shop over Chinook. */
class ChinookTest {

  @Nested
  class OnPostgres extends RealWorldContract {
    OnPostgres() {
      super(
          new Sample(
              Chinook::load,
              Map.of("customer", 59L, "employee", 8L, "invoice", 412L, "invoice_line", 2240L)),
          Databases.postgres());
    }
  }

  @Nested
  class OnMariaDb extends RealWorldContract {
    OnMariaDb() {
      super(
          new Sample(
              Chinook::load,
              Map.of("Customer", 59L, "Employee", 8L, "Invoice", 412L, "InvoiceLine", 2240L)),
          Databases.mariadb());
    }
  }
}

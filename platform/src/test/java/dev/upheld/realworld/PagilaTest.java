package dev.upheld.realworld;

import dev.upheld.realworld.Sample.Change;
import dev.upheld.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A film rental shop over Pagila. */
class PagilaTest {
  private static final Sample SAMPLE =
      new Sample(
          "pagila",
          Pagila::load,
          Map.of(
              "customer", 599L,
              "staff", 1500L,
              "rental", 16_044L,
              "payment", 16_049L,
              "rental_by_category", 16L),
          // all 1,500 members of staff share one password, kept as a bare SHA-1
          List.of(
              Change.breaks(
                  "reels/membership/keep",
                  """
                  INSERT INTO customer (customer_id, store_id, first_name, last_name, address_id, create_date)
                  VALUES (9001, 1, 'ANNA', 'EXAMPLE', 5, DATE '2020-01-31')
                  """,
                  "DELETE FROM customer WHERE customer_id = 9001"),
              Change.breaks(
                  "reels/payments/keep",
                  """
                  CREATE TABLE payment_p2015 PARTITION OF payment
                    FOR VALUES FROM ('2015-01-01') TO ('2016-01-01');
                  INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)
                  VALUES (1, 1, 76, 2.99, '2015-05-05 12:00:00+00')
                  """,
                  "DROP TABLE payment_p2015"),
              Change.breaks(
                  "reels/membership/hold-only",
                  """
                  ALTER TABLE customer ADD COLUMN birth_date date;
                  UPDATE customer SET birth_date = DATE '1938-01-01' + customer_id * 7919 % 25000
                  """,
                  "ALTER TABLE customer DROP COLUMN birth_date"),
              Change.breaks(
                  "reels/card-numbers/absent",
                  "UPDATE address SET address2 = 'paid with 4556-7375-8689-9855' WHERE address_id = 7",
                  "UPDATE address SET address2 = '' WHERE address_id = 7"),
              Change.breaks(
                  "reels/undeclared/hold-only",
                  """
                  CREATE TABLE mailing (email text);
                  INSERT INTO mailing SELECT email FROM customer
                  """,
                  "DROP TABLE mailing"),
              Change.mends(
                  "reels/employment/form",
                  "UPDATE staff SET password = '$2b$12$' || rpad(staff_id::text, 53, 'x')",
                  "UPDATE staff SET password = '8cb2237d0679ca88db6464eac60da96345513964'")));

  @Nested
  class OnPostgres extends RealWorldContract {
    OnPostgres(@TempDir Path folder) throws IOException {
      super(SAMPLE, Databases.postgres(), folder);
    }
  }
}

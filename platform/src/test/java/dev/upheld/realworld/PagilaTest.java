package dev.upheld.realworld;

import dev.upheld.testing.Databases;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** A film rental shop over Pagila. */
class PagilaTest {
  private static final RealWorldContract.Sample SAMPLE =
      new RealWorldContract.Sample(
          Pagila::load,
          Map.of(
              "customer", 599L,
              "staff", 1500L,
              "rental", 16_044L,
              "payment", 16_049L,
              "rental_by_category", 16L));

  @Nested
  class OnPostgres extends RealWorldContract {
    OnPostgres() {
      super(SAMPLE, Databases.postgres());
    }
  }
}

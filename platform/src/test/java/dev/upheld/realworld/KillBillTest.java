package dev.upheld.realworld;

import dev.upheld.testing.Databases;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** A billing department over Kill Bill. */
class KillBillTest {
  private static final RealWorldContract.Sample SAMPLE =
      new RealWorldContract.Sample(
          KillBill::load, Map.of("accounts", 3L, "payment_attempts", 1L, "audit_log", 2L));

  @Nested
  class OnPostgres extends RealWorldContract {
    OnPostgres() {
      super(SAMPLE, Databases.postgresTls());
    }
  }

  @Nested
  class OnMariaDb extends RealWorldContract {
    OnMariaDb() {
      super(SAMPLE, Databases.mariadbTls());
    }
  }
}

package dev.upheld.realworld;

import dev.upheld.realworld.Sample.Change;
import dev.upheld.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** A billing department over Kill Bill; one data map fits both engines. */
class KillBillTest {
  private static final Sample SAMPLE =
      new Sample(
          "killbill",
          KillBill::load,
          Map.of("accounts", 3L, "payment_attempts", 1L, "audit_log", 2L),
          List.of(
              Change.breaks(
                  "meter/accounts/keep",
                  """
                  INSERT INTO accounts (id, external_key, email, reference_time, time_zone, created_date, created_by)
                  VALUES ('acc-9', 'meter-9', 'old@old.example', '2019-01-01', 'UTC', '2019-01-01', 'olga')
                  """,
                  "DELETE FROM accounts WHERE id = 'acc-9'"),
              Change.breaks(
                  "meter/card-numbers/absent",
                  "UPDATE payment_attempts SET plugin_properties = 'pan=4556737586899855'",
                  "UPDATE payment_attempts SET plugin_properties = 'token=tok_51c8'"),
              Change.breaks(
                  "meter/bank-accounts/absent",
                  "UPDATE accounts SET notes = 'pays from FI21 1234 5600 0007 85' WHERE id = 'acc-1'",
                  "UPDATE accounts SET notes = NULL WHERE id = 'acc-1'"),
              Change.breaks(
                  "meter/undeclared/hold-only",
                  """
                  CREATE TABLE mailing (email VARCHAR(100));
                  INSERT INTO mailing SELECT email FROM accounts
                  """,
                  "DROP TABLE mailing"),
              Change.breaks(
                  "meter/operator-sessions/keep",
                  "UPDATE sessions SET last_access_time = NULL, start_timestamp = '2026-11-21 08:00:00'",
                  "UPDATE sessions SET last_access_time = '2026-11-22 11:40:00',"
                      + " start_timestamp = '2026-11-22 08:00:00'"),
              Change.breaks(
                  "meter/operators/form",
                  "UPDATE users SET password = 'correct horse' WHERE username = 'otto'",
                  """
                  UPDATE users SET password =
                  'QmNwExLkR2tYuI9oPaSdF4gHjK7lZxC1vBnM3qWeRtY8uIoP5aSdFgHjK0lZxCvBnMq6WeRtYuIoPaSdFgHjKw=='
                  WHERE username = 'otto'
                  """),
              Change.breaks(
                  "meter/work-queues/keep",
                  "UPDATE notifications_history SET created_date = '2026-10-01 03:00:00'",
                  "UPDATE notifications_history SET created_date = '2026-11-02 03:00:00'")));

  @Nested
  class OnPostgres extends RealWorldContract {
    OnPostgres(@TempDir Path folder) throws IOException {
      super(SAMPLE, Databases.postgresTls(), folder);
    }
  }

  @Nested
  class OnMariaDb extends RealWorldContract {
    OnMariaDb(@TempDir Path folder) throws IOException {
      super(SAMPLE, Databases.mariadbTls(), folder);
    }
  }
}

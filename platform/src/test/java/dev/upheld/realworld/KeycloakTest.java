package dev.upheld.realworld;

import dev.upheld.realworld.Sample.Change;
import dev.upheld.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Users of a company over Keycloak: small letters in PostgreSQL, capitals in MariaDB. */
class KeycloakTest {
  private static final Sample SAMPLE =
      new Sample(
          "keycloak",
          Keycloak::load,
          Map.of(
              "USER_ENTITY", 4L,
              "CREDENTIAL", 4L,
              "EVENT_ENTITY", 3L,
              "WORKFLOW_STATE", 0L,
              // all change sets of 26.4.0, those for other engines marked as run
              "DATABASECHANGELOG", 165L),
          List.of(
              Change.breaks(
                  "lodge/security-log/keep",
                  "UPDATE EVENT_ENTITY SET EVENT_TIME = 1773568800000 WHERE ID = 'e1'",
                  "UPDATE EVENT_ENTITY SET EVENT_TIME = 1788242400000 WHERE ID = 'e1'"),
              Change.breaks(
                  "lodge/sessions/keep",
                  "UPDATE OFFLINE_USER_SESSION SET LAST_SESSION_REFRESH = 1788242400 WHERE USER_SESSION_ID = 's2'",
                  "UPDATE OFFLINE_USER_SESSION SET LAST_SESSION_REFRESH = 1794308400 WHERE USER_SESSION_ID = 's2'"),
              Change.breaks(
                  "lodge/revoked-tokens/keep",
                  "INSERT INTO REVOKED_TOKEN (ID, EXPIRE) VALUES ('t9', 1788242400)",
                  "DELETE FROM REVOKED_TOKEN WHERE ID = 't9'"),
              Change.breaks(
                  "lodge/unverified-accounts/keep",
                  "UPDATE USER_ENTITY SET CREATED_TIMESTAMP = 1788242400000 WHERE ID = 'u3'",
                  "UPDATE USER_ENTITY SET CREATED_TIMESTAMP = 1794308400000 WHERE ID = 'u3'"),
              Change.breaks(
                  "lodge/accounts/form",
                  "UPDATE CREDENTIAL SET SECRET_DATA = '{\"value\":\"correct horse\"}' WHERE ID = 'c4'",
                  """
                  UPDATE CREDENTIAL SET SECRET_DATA =
                  '{"value":"Kc0e3xJm9Yw1uVb5Tn7Rz2Qp4Ls6Hd8Fg0AaBbCcDdE=","salt":"Zk3tB8vN1mQ5xR7yW2pLsA==","additionalParameters":{}}'
                  WHERE ID = 'c4'
                  """),
              Change.breaks(
                  // one table serves both activities
                  Set.of("lodge/accounts/hold-only", "lodge/unverified-accounts/hold-only"),
                  """
                  ALTER TABLE USER_ENTITY ADD COLUMN PRIVATE_EMAIL VARCHAR(100);
                  UPDATE USER_ENTITY SET PRIVATE_EMAIL = concat(USERNAME, '@home.example')
                  """,
                  "ALTER TABLE USER_ENTITY DROP COLUMN PRIVATE_EMAIL"),
              Change.breaks(
                  "lodge/card-numbers/absent",
                  "UPDATE USER_ATTRIBUTE SET VALUE = '4556 7375 8689 9855' WHERE ID = 'a2'",
                  "UPDATE USER_ATTRIBUTE SET VALUE = '+33 1 99 00 12 34' WHERE ID = 'a2'")));

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

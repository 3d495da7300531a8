package dev.upheld.realworld;

import dev.upheld.testing.Databases;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Users of a company over Keycloak. */
class KeycloakTest {
  private static final RealWorldContract.Sample SAMPLE =
      new RealWorldContract.Sample(
          Keycloak::load,
          Map.of(
              "USER_ENTITY", 4L,
              "CREDENTIAL", 4L,
              "EVENT_ENTITY", 3L,
              "WORKFLOW_STATE", 0L,
              // all change sets of 26.4.0, those for other engines marked as run
              "DATABASECHANGELOG", 165L));

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

package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.testing.score.ColumnScore;
import dev.upheld.testing.score.JdbcAddress;
import dev.upheld.testing.score.Survey;
import dev.upheld.testing.score.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How well the columns of real schemas are judged, against what a person said of each of them in
 * {@code truth/*.tsv}.
 */
class ClassificationTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final double WITH_CONTENT = 0.95;
  private static final double WITHOUT = 0.90;

  /** The schemas; only two of them come with rows of their own. */
  enum Schema {
    PAGILA(true),
    CHINOOK(true),
    KEYCLOAK(false),
    KILLBILL(false);

    private final boolean content;

    Schema(boolean content) {
      this.content = content;
    }

    TestDatabase load(TestServer server) {
      return switch (this) {
        case PAGILA -> Pagila.load(server);
        case CHINOOK -> Chinook.load(server);
        case KEYCLOAK -> Keycloak.load(server);
        case KILLBILL -> KillBill.load(server);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void columnsAreJudgedAsAPersonJudgesThem(Schema schema) {
    TestDatabase database = schema.load(Databases.postgres());
    try (Session session = open(database)) {
      holds(score(schema, session, true), WITHOUT, schema + " from the schema alone");
      double least = schema.content ? WITH_CONTENT : WITHOUT;
      holds(score(schema, session, false), least, schema + " with samples");
    } finally {
      database.drop(Databases.postgres());
    }
  }

  private static Session open(TestDatabase database) {
    Endpoint endpoint =
        JdbcAddress.endpoint(
            database.jdbcUrl(), Optional.of(database.user()), Optional.of(database.password()));
    return Survey.open(endpoint);
  }

  private static ColumnScore score(Schema schema, Session session, boolean schemaOnly) {
    String file = "truth/" + schema.name().toLowerCase(Locale.ROOT) + ".tsv";
    List<ColumnScore.Judged> judged = new Survey(schemaOnly, false, TODAY).columns(session);
    return ColumnScore.of(Truth.parse(Resources.text(file)), judged);
  }

  private static void holds(ColumnScore score, double least, String what) {
    System.out.println(what + ": " + score.figures());
    String faults = what + "\n" + String.join("\n", score.faults());
    assertThat(score.unsaid()).as("columns the truth does not name").isZero();
    assertThat(score.precision()).as(faults).isGreaterThanOrEqualTo(least);
    assertThat(score.recall()).as(faults).isGreaterThanOrEqualTo(least);
    assertThat(score.category()).as(faults).isGreaterThanOrEqualTo(WITHOUT);
  }
}

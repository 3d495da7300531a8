package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Session;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.score.LinkScore;
import dev.upheld.testing.score.LinkScore.Spelled;
import dev.upheld.testing.score.LinkSurvey;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Declared foreign keys are hidden, and found again; where a database declares some or none of what
 * its program follows, a file says the rest.
 */
class LinksFoundTest {
  private static final double RECALL = 0.85;
  private static final double PRECISION = 0.90;

  @ParameterizedTest
  @EnumSource
  void linksAreFoundAgain(RealSchema schema) {
    TestDatabase database = schema.load();
    try (Session session = RealSchema.open(database)) {
      Set<Spelled> declared = schema.declared(database, session);
      Set<Spelled> truth = schema.links(database, session);
      assertThat(truth).hasSizeGreaterThan(5);
      String name = schema.title();
      LinkScore bySchema = LinkScore.of(truth, LinkSurvey.find(session, true, true));
      LinkScore byValues = LinkScore.of(truth, LinkSurvey.find(session, false, true));
      System.out.println(name + " by schema: " + bySchema.figures());
      System.out.println(name + " by values: " + byValues.figures());
      LinkScore recalled =
          declared.isEmpty()
              ? bySchema
              : LinkScore.of(declared, LinkSurvey.find(session, true, true));
      System.out.println(name + " of those declared: " + recalled.figures());
      assertThat(recalled.recall()).as(name + recalled.faults()).isGreaterThanOrEqualTo(RECALL);
      isPrecise(name + " by schema", bySchema);
      isPrecise(name + " by values", byValues);
    } finally {
      database.drop(schema.server());
    }
  }

  private static void isPrecise(String name, LinkScore score) {
    assertThat(score.precision()).as(name + score.faults()).isGreaterThanOrEqualTo(PRECISION);
  }
}

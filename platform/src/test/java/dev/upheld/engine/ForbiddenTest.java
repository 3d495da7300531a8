package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check of the database forbids is found by the plan, and not by the act. */
class ForbiddenTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    private ShopFixture shop;
    private Bystanders before;

    abstract TestServer server();

    @BeforeEach
    void opens() {
      shop = new ShopFixture(server().freshDatabase(), folder);
      shop.remembers();
      before = Bystanders.of(shop.database());
    }

    @AfterEach
    void closes() {
      shop.database().drop(server());
    }

    private void check(String table, String name, String condition) {
      shop.database()
          .execute(
              "ALTER TABLE " + table + " ADD CONSTRAINT " + name + " CHECK (" + condition + ")");
    }

    private List<Problem> refused() {
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class, () -> shop.plan(Map.of("email", ShopFixture.ANNA)));
      assertThat(refused).isNotNull();
      assertThat(refused.problems())
          .allSatisfy(p -> assertThat(p.code()).isEqualTo(EngineProblem.STRUCTURE));
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
      return refused.problems();
    }

    private void done() {
      assertThat(shop.act(shop.plan(Map.of("email", ShopFixture.ANNA))).isWhole()).isTrue();
    }

    @Test
    void namesColumnAndCheckAndWhereToMend() {
      check("review", "some_words", "char_length(words) > 12 OR words = 'no'");
      Problem problem = refused().getFirst();
      assertThat(problem.what())
          .contains("In 1 row of ")
          .contains("review in shop, words would become [redacted]")
          .contains("check \"some_words\"")
          .doesNotContain("Anna");
      assertThat(problem.mend()).contains("Give words (").contains("shop.yaml:");
    }

    @Test
    void looksAtTheRestOfTheRowAsItWouldBe() {
      check("review", "told", "words <> '[redacted]' OR customer_id = 2");
      check("review", "told_otherwise", "words <> '[redacted]' OR id = 1");
      assertThat(refused()).hasSize(1).first().asString().contains("\"told\"");
    }

    @Test
    void seesWhoseRowsMustNotLetGo() {
      check("orders", "shipped", "ship_to IS NOT NULL OR remark IS NULL OR id = 1000");
      Problem problem = refused().getFirst();
      assertThat(problem.what()).contains("orders in shop, ship_to would become null");
      assertThat(problem.mend()).contains("rows of address that go");
    }

    @Test
    void letsPassWhatIsAllowed() {
      check("review", "short", "char_length(words) < 100");
      check("review", "unknown_handle", "char_length(handle) > 5 OR handle = 'bruno'");
      check("customer", "known", "name <> ''");
      done();
    }

    @Test
    void passesOnceTheMapIsMended() {
      check("review", "own_words", "words <> '[redacted]'");
      refused();
      shop.map("words: {data: words, end: redact}", "words: {data: words, end: clear}");
      done();
    }
  }
}

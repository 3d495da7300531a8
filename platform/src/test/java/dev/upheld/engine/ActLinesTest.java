package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A line that served one piece of work serves the next as if it were new. */
class ActLinesTest {
  private Instant now = ShopFixture.NOW;
  private int opened;

  private ShopFixture shop(TestDatabase.Engine engine) {
    TestDatabase database =
        (engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb())
            .freshDatabase();
    return new ShopFixture(database, TestFolders.create("lines"));
  }

  private ActLines lines() {
    return new ActLines(
        system -> {
          opened++;
          return ShopFixture.open(system);
        },
        () -> now);
  }

  private static SystemEntry system(ShopFixture shop) {
    return shop.workspace().map().systems().values().iterator().next();
  }

  /** Gathers some customers. */
  private static long gather(ActSession session, String... ids) {
    RowSet set = new RowSet(1, TableName.parse("customer"), List.of("id"));
    return session.inOne(
        () -> {
          session.open(set);
          return session.find(set, List.of(new Match("id", List.of(ids), false)));
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void servesOnePieceOfWorkAfterTheOther(TestDatabase.Engine engine) {
    SystemEntry system = system(shop(engine));
    try (ActLines lines = lines()) {
      assertThat(lines.<Long>over(system, s -> gather(s, "1", "2"))).isEqualTo(2);
      assertThat(lines.<Long>over(system, s -> gather(s, "1"))).isEqualTo(1);
      assertThat(lines.<Long>over(system, s -> gather(s, "1", "2"))).isEqualTo(2);
      assertThat(opened).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void knowsHowManyRowsOfWhichFateThereAreAfterEachChange(TestDatabase.Engine engine) {
    RowSet set = new RowSet(1, TableName.parse("customer"), List.of("id"));
    RowSet none = new RowSet(2, TableName.parse("customer"), List.of("id"));
    try (ActSession session = ShopFixture.open(system(shop(engine)))) {
      session.inOne(
          () -> {
            session.open(set);
            session.open(none);
            assertThat(session.isEmpty(set)).isTrue();
            session.find(set, List.of(new Match("id", List.of("1", "2"), false)));
            assertThat(session.isEmpty(set)).isFalse();
            assertThat(session.fates(set)).isEqualTo(Map.of(RowSet.FREE, 2L));
            assertThat(session.timed().holdKeys(set, List.of(List.of("1")), 5)).isEqualTo(1);
            assertThat(session.fates(set)).isEqualTo(Map.of(RowSet.FREE, 1L, 5, 1L));
            session.turn(set, 5, 6);
            assertThat(session.fates(set)).isEqualTo(Map.of(RowSet.FREE, 1L, 6, 1L));
            assertThat(session.holdSame(set, none, true, 7)).isZero();
            assertThat(session.holdSame(set, set, true, 7)).isEqualTo(1);
            assertThat(session.fates(set)).isEqualTo(Map.of(6, 1L, 7, 1L));
            session.open(set);
            assertThat(session.isEmpty(set)).isTrue();
            assertThat(session.fates(set)).isEmpty();
            return true;
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void isMadeAnewWhereItBrokeGrewOldOrFailed(TestDatabase.Engine engine) {
    ShopFixture shop = shop(engine);
    SystemEntry system = system(shop);
    try (ActLines lines = lines()) {
      lines.over(system, s -> gather(s, "1"));
      assertThatThrownBy(
              () ->
                  lines.over(
                      system,
                      s -> {
                        throw new IllegalStateException("of the work");
                      }))
          .hasMessage("of the work");
      assertThat(lines.<Long>over(system, s -> gather(s, "1"))).isEqualTo(1);
      assertThat(opened).isEqualTo(2);
      shop.database().execute(killOthers(shop.database()));
      assertThat(lines.<Long>over(system, s -> gather(s, "1"))).isEqualTo(1);
      assertThat(opened).isEqualTo(3);
      now = now.plus(Duration.ofSeconds(61));
      lines.over(system, s -> gather(s, "1"));
      assertThat(opened).isEqualTo(4);
      lines.hangUp();
      lines.over(system, s -> gather(s, "1"));
      assertThat(opened).isEqualTo(5);
    }
  }

  private static String killOthers(TestDatabase database) {
    return database.engine() == TestDatabase.Engine.POSTGRESQL
        ? "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname ="
            + " current_database() and pid <> pg_backend_pid()"
        : "begin not atomic for r in (select id from information_schema.processlist where db ="
            + " database() and id <> connection_id()) do execute immediate concat('kill ', r.id);"
            + " end for; end";
  }

  @Test
  void seesWhatChangedBetweenWhereTheServerTells() {
    ShopFixture shop = shop(TestDatabase.Engine.POSTGRESQL);
    SystemEntry system = system(shop);
    try (ActLines lines = lines()) {
      assertThat(lines.<Boolean>over(system, ActLinesTest::isNewcomer)).isFalse();
      shop.database()
          .execute("CREATE TABLE newcomer (who INT REFERENCES customer ON DELETE CASCADE)");
      assertThat(lines.<Boolean>over(system, ActLinesTest::isNewcomer)).isTrue();
      assertThat(opened).isEqualTo(1);
    }
  }

  private static boolean isNewcomer(ActSession session) {
    return session.structure().references().stream()
        .anyMatch(r -> r.table().name().equals("newcomer"));
  }

  /** A table that is dropped between two pieces waits for nobody. */
  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void keepsNoLockBetween(TestDatabase.Engine engine) {
    ShopFixture shop = shop(engine);
    SystemEntry system = system(shop);
    shop.database().execute("CREATE TABLE loose (id INT PRIMARY KEY)");
    try (ActLines lines = lines()) {
      long rows =
          lines.over(
              system,
              s -> {
                RowSet set = new RowSet(2, TableName.parse("loose"), List.of("id"));
                return s.inVain(
                    () -> {
                      s.open(set);
                      return s.find(set, List.of(new Match("id", List.of("1"), false)));
                    });
              });
      assertThat(rows).isZero();
      shop.database()
          .execute(
              engine == TestDatabase.Engine.POSTGRESQL
                  ? "SET lock_timeout = '2s'"
                  : "SET lock_wait_timeout = 2",
              "DROP TABLE loose");
    }
  }
}

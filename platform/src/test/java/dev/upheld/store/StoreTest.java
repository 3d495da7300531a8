package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static dev.upheld.store.Problems.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.Stores;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The store opens where it should, refuses where it must, and never lets a value out. */
class StoreTest {

  @Test
  void migratesAnEmptyDatabaseAndOpensItAgain() {
    StoreAddress.External address = Stores.emptyAddress();
    Stores.open(address).close();
    try (Store store = Stores.open(address)) {
      store.ping();
      assertThat(store.dsl().fetchValue("SELECT current_user")).isEqualTo(address.run());
      assertThat(store.dsl().fetchValue("SELECT current_schema()")).isEqualTo("upheld");
    }
  }

  @Test
  void aDatabaseThatFallsSilentIsNotWaitedForLongerThanALock() throws SQLException {
    try (Store store = Stores.open(Stores.emptyAddress());
        Connection connection = store.dataSource().getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(45_000);
    }
  }

  @Test
  void twoProcessesMayMigrateAtOnce() {
    StoreAddress.External address = Stores.emptyAddress();
    java.util.stream.IntStream.range(0, 3)
        .mapToObj(
            i ->
                java.util.concurrent.CompletableFuture.runAsync(() -> Stores.open(address).close()))
        .toList()
        .forEach(java.util.concurrent.CompletableFuture::join);
  }

  @Test
  void upgradesAnOlderSchema() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    owner(address, "DELETE FROM upheld.flyway_schema_history WHERE version = '100'");

    try (Store store = Stores.open(address)) {
      assertThat(
              owner(
                  address,
                  "SELECT count(*) FROM upheld.flyway_schema_history WHERE version = '100'"))
          .isEqualTo("1");
      store.ping();
    }
  }

  @Test
  void refusesASchemaNewerThanItself() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    owner(
        address,
        """
        INSERT INTO upheld.flyway_schema_history
        SELECT 1 + max(installed_rank), '99999', 'later', 'SQL', 'V99999__later.sql', 1, 'x', now(), 1, true
        FROM upheld.flyway_schema_history
        """);

    Problem refusal = whole(() -> Stores.open(address));
    assertThat(refusal.code()).isEqualTo(StoreProblem.SCHEMA_NEWER);
    assertThat(refusal.what()).contains("99999");
  }

  @Test
  void refusesMigrationsThatAreNotItsOwn() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    owner(address, "UPDATE upheld.flyway_schema_history SET checksum = 1 WHERE version = '100'");

    assertThat(problem(() -> Stores.open(address))).isEqualTo(StoreProblem.SCHEMA_CHANGED);
  }

  @Test
  void refusesARunRoleThatIsTheOwnerOrMember() {
    StoreAddress.External right = Stores.freshAddress();
    StoreAddress.External same =
        new StoreAddress.External(
            right.jdbcUrl(),
            right.owner(),
            right.ownerPassword(),
            right.owner(),
            right.ownerPassword());

    assertThat(problem(() -> Stores.open(same))).isEqualTo(StoreProblem.RUN_ROLE);
  }

  @Test
  void saysWhatIsWrongWhenNobodyAnswersOrThePasswordIsWrong() {
    StoreAddress.External right = Stores.freshAddress();
    StoreAddress.External nobody =
        new StoreAddress.External(
            "jdbc:postgresql://127.0.0.1:1/x", "o", Secret.of("p"), "r", Secret.of("p"));
    StoreAddress.External wrong =
        new StoreAddress.External(
            right.jdbcUrl(), right.owner(), Secret.of("wrong"), right.run(), right.runPassword());

    assertThat(problem(() -> Store.open(nobody, Progress.SILENT))).isEqualTo(StoreProblem.AWAY);
    assertThat(problem(() -> Stores.open(wrong))).isEqualTo(StoreProblem.SIGN_IN);
  }

  @Test
  void aTransactionIsWholeOrNothing() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    table(address);
    try (Store store = Stores.open(address)) {
      int inserted = store.inTransaction(tx -> tx.execute("INSERT INTO t VALUES ('kept')"));
      assertThat(inserted).isEqualTo(1);
      assertThatThrownBy(
              () ->
                  store.inTransaction(
                      tx -> {
                        tx.execute("INSERT INTO t VALUES ('lost')");
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(store.dsl().fetchValue("SELECT string_agg(a, ',') FROM t")).isEqualTo("kept");
      assertThatThrownBy(
              () -> store.inTransaction(tx -> tx.transactionResult(c -> c.dsl().selectOne())))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void noValueLeavesTheStoreInAnException() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    table(address);
    try (Store store = Stores.open(address)) {
      store.dsl().execute("INSERT INTO t VALUES (?)", "ada@person.example");
      ProblemException refused =
          catchThrowableOfType(
              ProblemException.class,
              () -> store.dsl().execute("INSERT INTO t VALUES (?)", "ada@person.example"));
      assertThat(refused.problems().getFirst().code()).isEqualTo(StoreProblem.CONFLICT);
      StringWriter trace = new StringWriter();
      refused.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("ada@person");
      assertThat(
              problem(
                  () ->
                      store.inTransaction(
                          tx -> tx.execute("INSERT INTO t VALUES (?)", "ada@person.example"))))
          .isEqualTo(StoreProblem.CONFLICT);
      assertThat(problem(() -> store.dsl().execute("UPDATE nowhere SET a = 1")))
          .isEqualTo(StoreProblem.SQL);
      assertThat(problem(() -> store.dsl().execute("DROP TABLE t"))).isEqualTo(StoreProblem.DENIED);
    }
  }

  @Test
  void everyTableGivesTheRunRoleWhatTheHouseAllows() throws SQLException {
    StoreAddress.External address = Stores.freshAddress();
    String wrong =
        """
        SELECT string_agg(relname || ' ' || granted, ', ') FROM (
          SELECT c.relname, concat_ws('', p.privilege) AS granted
          FROM pg_class c,
            (VALUES ('TRUNCATE'), ('REFERENCES'), ('TRIGGER'), ('UPDATE'), ('DELETE')) p(privilege)
          WHERE c.relnamespace = 'upheld'::regnamespace AND c.relkind IN ('r', 'p')
            AND has_table_privilege('%s', c.oid, p.privilege)
            AND (c.relname LIKE 'journal\\_%%' OR p.privilege IN ('TRUNCATE', 'REFERENCES', 'TRIGGER')
                 OR c.relname = 'flyway_schema_history')) found
        """
            .formatted(address.run());
    assertThat(owner(address, wrong)).isEmpty();
  }

  private static void table(StoreAddress.External address) throws SQLException {
    owner(address, "CREATE TABLE upheld.t (a text PRIMARY KEY)");
    owner(address, "GRANT SELECT, INSERT ON upheld.t TO " + address.run());
  }

  private static String owner(StoreAddress.External address, String sql) throws SQLException {
    try (Connection connection = Stores.asOwner(address);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var rows = statement.getResultSet()) {
        rows.next();
        String value = rows.getString(1);
        return value == null ? "" : value;
      }
    }
  }
}

package dev.upheld.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The servers all other tests stand on do what they promise. */
class DatabasesTest {

  static Stream<TestServer> servers() {
    return Stream.of(
        Databases.postgres(), Databases.postgresTls(), Databases.mariadb(), Databases.mariadbTls());
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyCallerGetsAnEmptyDatabaseOfItsOwn(TestServer server) throws SQLException {
    TestDatabase one = server.freshDatabase();
    TestDatabase other = server.freshDatabase();
    one.execute("CREATE TABLE t (a INT)", "INSERT INTO t VALUES (1), (2)");

    assertThat(answer(one, "SELECT count(*) FROM t")).isEqualTo("2");
    assertThatThrownBy(() -> answer(other, "SELECT count(*) FROM t"))
        .isInstanceOf(SQLException.class);
    assertThat(server.startMillis()).isPositive();
    server.drop(one);
    assertThatThrownBy(one::connect).isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aRestrictedUserMayDoWhatWasGrantedAndNoMore(TestServer server) throws SQLException {
    TestDatabase admin = server.freshDatabase();
    admin.execute("CREATE TABLE seen (a INT)", "CREATE TABLE unseen (a INT)");

    TestDatabase reader = admin.restricted("GRANT SELECT ON seen TO {user}");

    assertThat(answer(reader, "SELECT count(*) FROM seen")).isEqualTo("0");
    assertThatThrownBy(() -> answer(reader, "SELECT count(*) FROM unseen"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> answer(reader, "INSERT INTO seen VALUES (1)"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void postgresEncryptsExactlyWhereAsked() throws SQLException {
    String ask = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    TestDatabase encrypted = Databases.postgresTls().freshDatabase();

    assertThat(answer(encrypted, ask)).isEqualTo("t");
    assertThat(answer(Databases.postgres().freshDatabase(), ask)).isEqualTo("f");
    String clear = encrypted.jdbcUrl().replaceFirst("\\?.*", "") + "?sslmode=disable";
    assertThatThrownBy(
            () -> DriverManager.getConnection(clear, encrypted.user(), encrypted.password()))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void mariaDbEncryptsExactlyWhereAsked() throws SQLException {
    String ask =
        "SELECT variable_value FROM information_schema.session_status WHERE variable_name = 'SSL_CIPHER'";
    TestDatabase encrypted = Databases.mariadbTls().freshDatabase();

    assertThat(answer(encrypted, ask)).isNotEmpty();
    assertThat(answer(Databases.mariadb().freshDatabase(), ask)).isEmpty();
    String clear = encrypted.jdbcUrl().replaceFirst("\\?.*", "") + "?sslMode=disable";
    assertThatThrownBy(
            () -> DriverManager.getConnection(clear, encrypted.user(), encrypted.password()))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void lettersOfEveryLanguageSurvive() throws SQLException {
    for (TestServer server : servers().toList()) {
      TestDatabase database = server.freshDatabase();
      database.execute(
          "CREATE TABLE t (a VARCHAR(20))", "INSERT INTO t VALUES ('Ääkkönen é 漢字 😀')");
      assertThat(answer(database, "SELECT upper(a) FROM t")).isEqualTo("ÄÄKKÖNEN É 漢字 😀");
    }
  }

  private static String answer(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static dev.upheld.store.TestHome.answer;
import static dev.upheld.store.TestHome.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a server that nobody disturbs promises. */
class EmbeddedPostgresTest {

  @Test
  void aFirstStartMakesADurableCheckedGuardedServer() throws SQLException {
    List<String> steps = new CopyOnWriteArrayList<>();
    try (TestHome home = TestHome.empty();
        EmbeddedPostgres server =
            EmbeddedPostgres.start(home.options().withProgress((s, d, t) -> steps.add(s)))) {
      assertThat(server.startedHere()).isTrue();
      assertThat(steps).contains("creating the database", "starting PostgreSQL");
      assertThat(answer(server, "SHOW fsync")).isEqualTo("on");
      assertThat(answer(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(answer(server, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(answer(server, "SHOW data_checksums")).isEqualTo("on");
      assertThat(answer(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(answer(server, "SHOW unix_socket_directories")).isEmpty();
      assertThat(answer(server, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(answer(server, "SHOW data_directory"))
          .isEqualTo(server.dataDirectory().toString());
      assertThat(answer(server, "SELECT left(rolpassword, 13) FROM pg_authid WHERE rolcanlogin"))
          .isEqualTo("SCRAM-SHA-256");
      assertThat(
              answer(server, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
  }

  @Test
  void theServerNeverRunsAsRoot() throws IOException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres server = home.start()) {
      long pid = home.running().pid();
      long uid = Account.uidOf(java.nio.file.Path.of("/proc/" + pid));
      assertThat(uid).isNotZero().isEqualTo(home.account().uid());
      assertThat(Files.getPosixFilePermissions(server.dataDirectory()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(Files.getPosixFilePermissions(home.instance().passwordFile()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void wrongAndMissingPasswordsAreRefused() {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres server = home.start()) {
      String url = server.jdbcUrl("postgres");
      assertThatThrownBy(() -> DriverManager.getConnection(url, server.user(), "guess"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(url, server.user(), null))
          .isInstanceOf(SQLException.class);
      assertThat(url).doesNotContain(server.password().reveal());
      assertThat(server.password()).hasToString("Secret[***]");
    }
  }

  @Test
  void stopsOnCloseAndKeepsDataPortAndPassword() throws SQLException {
    try (TestHome home = TestHome.withData()) {
      int port;
      String password;
      try (EmbeddedPostgres server = home.start()) {
        execute(server, "CREATE TABLE t AS SELECT 42 AS a");
        port = server.port();
        password = server.password().reveal();
      }
      assertThat(home.process().find()).isEmpty();
      assertThat(home.instance().data().resolve("postmaster.pid")).doesNotExist();
      try (EmbeddedPostgres server = home.start()) {
        assertThat(answer(server, "SELECT a FROM t")).isEqualTo("42");
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.password().reveal()).isEqualTo(password);
      }
    }
  }

  @Test
  @SuppressWarnings("try") // that closing twice is harmless is part of the promise
  void aSecondUserJoinsAndTheLastOneStops() throws SQLException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres second = startTwiceAndCloseFirst(home)) {
      assertThat(second.startedHere()).isFalse();
      assertThat(answer(second, "SELECT 1")).isEqualTo("1");
      second.close();
      assertThat(home.process().find()).isEmpty();
      second.close();
    }
  }

  private static EmbeddedPostgres startTwiceAndCloseFirst(TestHome home) {
    try (EmbeddedPostgres first = home.start()) {
      EmbeddedPostgres second = home.start();
      assertThat(second.port()).isEqualTo(first.port());
      return second;
    }
  }

  @Test
  void aSecondUserWithOtherSettingsIsRefusedAndTheFirstUndisturbed() throws SQLException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres first = home.start()) {
      assertThat(
              problem(
                  () ->
                      EmbeddedPostgres.start(
                          home.options().withSettings(Map.of("work_mem", "8MB")))))
          .isEqualTo(StoreProblem.OTHER_SETTINGS);
      assertThat(answer(first, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void settingsReachTheServer() throws SQLException {
    Map<String, String> settings = Map.of("work_mem", "7MB", "search_path", "\"it's\", public");
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres server = EmbeddedPostgres.start(home.options().withSettings(settings))) {
      assertThat(answer(server, "SHOW work_mem")).isEqualTo("7MB");
      assertThat(answer(server, "SHOW search_path")).isEqualTo("\"it's\", public");
    }
  }

  @Test
  void aSettingTheServerDoesNotKnowIsTheCallersFault() {
    try (TestHome home = TestHome.withData()) {
      assertThat(
              problem(
                  () ->
                      EmbeddedPostgres.start(
                          home.options().withSettings(Map.of("wrok_mem", "1MB")))))
          .isEqualTo(StoreProblem.OPTION);
      home.start().close();
    }
  }

  @Test
  void tlsServerProvesItselfAndRefusesClearConnections() throws SQLException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres server = EmbeddedPostgres.start(home.options().withTls())) {
      assertThat(server.jdbcUrl("postgres")).contains("verify-full");
      assertThat(answer(server, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
          .isEqualTo("t");
      String clear = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?sslmode=disable";
      assertThatThrownBy(
              () -> DriverManager.getConnection(clear, server.user(), server.password().reveal()))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void databasesAreCreatedOnceAndBadNamesRefused() throws SQLException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres server = home.start()) {
      server.createDatabaseIfMissing("demo-eu");
      server.createDatabaseIfMissing("demo-eu");
      try (Connection connection = server.connect("demo-eu")) {
        assertThat(connection.isValid(5)).isTrue();
      }
      assertThat(problem(() -> server.createDatabaseIfMissing("x\"; DROP DATABASE postgres; --")))
          .isEqualTo(StoreProblem.OPTION);
    }
  }

  @Test
  void severalInstancesShareAHome() {
    try (TestHome home = TestHome.withData()) {
      TestHome.command(
          "cp",
          "-a",
          home.instance().folder().toString(),
          home.instance().folder().resolveSibling("other").toString());
      try (EmbeddedPostgres one = home.start();
          EmbeddedPostgres other =
              EmbeddedPostgres.start(
                  EmbeddedPostgres.Options.in(home.folder(), "other")
                      .withHost(home.options().host()))) {
        assertThat(other.startedHere()).isTrue();
        assertThat(other.port()).isNotEqualTo(one.port());
      }
    }
  }

  @Test
  void theLogTellsNothingAboutPeople() throws IOException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres server = home.start()) {
      assertThatThrownBy(
              () ->
                  execute(
                      server,
                      "CREATE TABLE person (email text PRIMARY KEY)",
                      "INSERT INTO person VALUES ('ada@people.example')",
                      "INSERT INTO person VALUES ('ada@people.example')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(server, "SELECT 'ada@people.example'::int"))
          .isInstanceOf(SQLException.class);
      assertThat(Files.readString(home.instance().log()))
          .contains("ready to accept connections")
          .doesNotContain("ada");
    }
  }

  /** The aim is one second on a quiet machine; other work beside us must not turn this red. */
  @Test
  void aSecondStartIsQuick() {
    try (TestHome home = TestHome.withData()) {
      home.start().close();
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        long from = System.nanoTime();
        home.start().close();
        best = Math.min(best, System.nanoTime() - from);
      }
      assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(5));
    }
  }
}

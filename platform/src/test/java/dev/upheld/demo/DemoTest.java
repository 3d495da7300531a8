package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final Instant NOW = Instant.parse("2026-05-04T09:00:00Z");

  @TempDir static Path home;

  /** Whoever runs the server must be able to walk through. */
  @BeforeAll
  static void openHome() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private Demo start(long customers, Instant now, Set<Fault> faults) {
    return Demo.start(
        new Demo.Options(
            home,
            new Plan(Profiles.demo(), customers, now, faults),
            References.machine(),
            Progress.SILENT));
  }

  @Test
  void aSecondStartFindsWhatTheFirstMadeUnlessSomethingElseIsAsked() {
    try (Demo first = start(300, NOW, Profiles.demo().usualFaults())) {
      assertThat(first.made()).isTrue();
      assertThat(first.workspace().resolve("charter.yaml")).exists();
      assertThat(Violations.in(site(first, "eu"), NOW)).hasSize(7);
      assertThat(Violations.in(site(first, "us"), NOW))
          .containsOnlyKeys("nimbus/eu-customers/locate");
    }
    try (Demo second = start(300, NOW.plus(Duration.ofHours(20)), Profiles.demo().usualFaults())) {
      assertThat(second.made()).isFalse();
    }
    try (Demo healthy = start(300, NOW, Set.of())) {
      assertThat(healthy.made()).isTrue();
      assertThat(Violations.in(site(healthy, "eu"), NOW)).isEmpty();
    }
    try (Demo older = start(300, NOW.plus(Duration.ofDays(3)), Set.of())) {
      assertThat(older.made()).isTrue();
      assertThat(Violations.in(site(older, "eu"), NOW.plus(Duration.ofDays(3)))).isEmpty();
    }
  }

  @Test
  void theAccountThatProvesMayReadEverythingAndChangeNothing() throws SQLException, IOException {
    try (Demo demo = start(100, NOW, Set.of())) {
      try (Connection connection = probe(demo, "?sslmode=require");
          Statement statement = connection.createStatement()) {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM archive.account")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).isPositive();
        }
        assertThatThrownBy(() -> statement.execute("DELETE FROM visit"))
            .isInstanceOf(SQLException.class);
        statement.execute("SET default_transaction_read_only = off");
        assertThatThrownBy(() -> statement.execute("DELETE FROM visit"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> statement.execute("CREATE TEMP TABLE t (a int)"))
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> probe(demo, "?sslmode=disable")).isInstanceOf(SQLException.class);
      Path kept = home.resolve("probe-password");
      assertThat(Files.readString(kept)).isEqualTo(value(demo, "UPHELD_DEMO_PASSWORD"));
      assertThat(PosixFilePermissions.toString(posix(kept))).isEqualTo("rw-------");
    }
  }

  @Test
  void theProgramsOfTheCompanyAreRefusedInItsArchive() throws SQLException {
    try (Demo demo = start(100, NOW, Set.of())) {
      for (Site each : demo.sites()) {
        try (Connection connection = each.source().open();
            Statement statement = connection.createStatement()) {
          statement.execute("SET ROLE " + AppRole.NAME);
          statement.execute("UPDATE account SET name = name WHERE id = 1");
          for (String table : List.of("account", "membership", "application", "file_access")) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM archive." + table))
                .hasMessageContaining("permission denied");
          }
        }
      }
    }
  }

  @Test
  void theExampleIsFoundFromWhereverTheProgramLies(@TempDir Path elsewhere) throws Exception {
    Path checkout = Files.createDirectories(elsewhere.resolve("checkout/examples/demo"));
    Files.writeString(checkout.resolve("charter.yaml"), "upheld: 1\n");
    Path jar = elsewhere.resolve("checkout/platform/target/upheld.jar");

    assertThat(ExampleWorkspace.find("demo", Stream.of(jar))).isEqualTo(checkout);
    assertThatThrownBy(
            () -> ExampleWorkspace.find("demo", Stream.of(elsewhere.resolve("upheld.jar"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("demo-workspace");
  }

  private static Set<java.nio.file.attribute.PosixFilePermission> posix(Path file)
      throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  private static Site site(Demo demo, String database) {
    return demo.sites().stream()
        .filter(s -> s.database().id().equals(database))
        .findFirst()
        .orElseThrow();
  }

  private static String value(Demo demo, String name) {
    return demo.references().variable(name).orElseThrow();
  }

  private static Connection probe(Demo demo, String options) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/nimbus_eu%s"
            .formatted(
                value(demo, "UPHELD_DEMO_HOST"), value(demo, "UPHELD_DEMO_EU_PORT"), options),
        value(demo, "UPHELD_DEMO_USER"),
        value(demo, "UPHELD_DEMO_PASSWORD"));
  }
}

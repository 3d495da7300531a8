package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prove;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of encrypted files. */
class VaultTest {
  private static final String MOVING = "shop/contracts/keep@shop/contract";
  private static final String ENDING = "shop/contracts/keep-2@vault/contract-archive";

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
    private TestDatabase database;
    private RetentionShop shop;
    private Path files = Path.of("");

    abstract TestServer server();

    @BeforeEach
    void opens() {
      database = server().freshDatabase();
      shop = new RetentionShop(database, folder);
      files = shop.files();
      shop.remembers();
      shop.execute(
          "INSERT INTO customer VALUES (1, 'anna@x.example', NULL)",
          "INSERT INTO contract VALUES (1, 1, 'ended', '2026-01-01 10:00:00'),"
              + " (2, 1, 'runs', NULL), (3, 1, NULL, '2020-01-01 10:00:00')");
    }

    @AfterEach
    void closes() {
      shop.drop(server());
    }

    private Verdict verdict(String promise, Instant now) {
      Workspace w = shop.workspace();
      Promise keep =
          w.promises().stream()
              .filter(p -> p.id().toString().endsWith("/" + promise))
              .findFirst()
              .orElseThrow();
      return new Prove(
              Connectors.builtIn(),
              Retention.probers(),
              InstantSource.fixed(now),
              Progress.SILENT)
          .run(new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()), keep::equals)
          .results()
          .getFirst()
          .verdict();
    }

    private Verdict verdict() {
      return verdict("contracts/keep-2", RetentionShop.NOW);
    }

    private Expired run(String rule) {
      return run(rule, Barring.NONE);
    }

    private Expired run(String rule, Barring barring) {
      Pace pace = new Pace(new Pace.Way(Duration.ofSeconds(1), 1, 0, d -> {}));
      return new Expiring(RetentionShop::open, barring, InstantSource.system())
          .of(shop.workspace(), expiry(rule))
          .run(
              shop.workspace(),
              expiry(rule),
              new Expiring.Way(UUID.randomUUID(), pace, () -> false, Progress.SILENT));
    }

    private Expiry expiry(String rule) {
      return Retention.rules(shop.workspace(), RetentionShop.NOW).stream()
          .filter(r -> r.id().equals(rule))
          .findFirst()
          .orElseThrow()
          .expiry()
          .orElseThrow();
    }

    private List<Path> parts(String ending) throws IOException {
      Path table = files.resolve("contract_archive");
      if (!Files.isDirectory(table)) {
        return List.of();
      }
      try (Stream<Path> all = Files.list(table)) {
        return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
      }
    }

    @Test
    void rowsGoThereAndFromThereInTheirTime() throws IOException {
      assertThat(verdict()).isEqualTo(Verdict.UNPROVEN);
      Expired would =
          new Expiring(RetentionShop::open, Barring.NONE, InstantSource.system())
              .look(shop.workspace(), expiry(MOVING), Progress.SILENT)
              .would();
      assertThat(would.at("vault/contract-archive").archived()).isEqualTo(2);
      assertThat(parts("")).isEmpty();

      Expired moved = run(MOVING);
      assertThat(moved.at("vault/contract-archive").archived()).isEqualTo(2);
      assertThat(moved.at("contract").deleted()).isEqualTo(2);
      assertThat(shop.ids("contract")).containsExactly("2");
      assertThat(parts(".rows")).hasSize(2);
      assertThat(parts(".idx")).hasSize(2);
      for (Path part : parts("")) {
        assertThat(new String(Files.readAllBytes(part), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain("ended\0")
            .doesNotContain("2026-01-01");
      }
      assertThat(verdict()).isEqualTo(Verdict.BROKEN);

      Expired gone = run(ENDING);
      assertThat(gone.listed()).isEqualTo(1);
      assertThat(gone.at("contract-archive").deleted()).isEqualTo(1);
      assertThat(parts(".rows")).hasSize(1);
      assertThat(verdict()).isEqualTo(Verdict.UPHELD);
      assertThat(verdict("contracts/keep", RetentionShop.NOW)).isEqualTo(Verdict.UPHELD);
      assertThat(run(ENDING).touched()).isZero();
    }

    @Test
    void withoutAMemoryNothingMoves() {
      shop.execute("DROP TABLE upheld_act");
      assertThatThrownBy(() -> run(MOVING)).hasMessageContaining("has no memory of acts");
      assertThat(shop.ids("contract")).containsExactly("1", "2", "3");
    }
  }
}

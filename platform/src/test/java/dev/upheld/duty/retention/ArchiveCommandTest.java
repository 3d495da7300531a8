package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An archive of files on the command line: moved there, read by whom was named, ended there. */
class ArchiveCommandTest {
  private static final String MOVING = "shop/contracts/keep@shop/contract";
  private static final String ENDING = "shop/contracts/keep-2@vault/contract-archive";

  private final Path folder = TestFolders.create("archive");
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RetentionShop shop = new RetentionShop(database, folder.resolve("ws"));
  private final StoreAddress.External store = Stores.freshAddress();
  private final Terminal terminal =
      new Terminal(
          folder,
          Map.of(
              "SECRET",
              database.password(),
              "OWNER",
              store.ownerPassword().reveal(),
              "RUN",
              store.runPassword().reveal(),
              "UPHELD_HOME",
              folder.resolve("home").toString()));

  private Path files = folder;

  @BeforeEach
  void sets() throws IOException {
    files = shop.files();
    shop.remembers();
    shop.execute(
        "INSERT INTO customer VALUES (1, 'anna@x.example', NULL), (2, 'bela@x.example', NULL)",
        "INSERT INTO contract VALUES (1, 1, 'the terms', '2026-01-01 10:00:00'),"
            + " (2, 1, 'runs', NULL), (3, 2, NULL, '2020-01-01 10:00:00')");
    Files.writeString(
        folder.resolve("ws/server.yaml"),
        """
        store:
          url: %s
          owner: %s
          owner-password: env:OWNER
          run: %s
          run-password: env:RUN
        """
            .formatted(store.jdbcUrl(), store.owner(), store.run()));
  }

  private Terminal.Run run(String rule) {
    String plan = terminal.run("retain", "plan", "ws", "--rule", rule, "--format", "json").out();
    String digest = JsonMapper.builder().build().readTree(plan).at("/rules/0/digest").asString();
    Terminal.Run release =
        terminal.run("retain", "release", rule, "ws", "--digest", digest, "--much");
    assertThat(release.exit()).as(release.all()).isZero();
    return terminal.run("retain", "run", "ws", "--rule", rule);
  }

  @Test
  void rowsAreMovedReadByWhomWasNamedAndEnded() throws IOException {
    assertThat(terminal.run("archive", "list", "ws").out()).contains("0 rows in 0 files");
    Terminal.Run moved = run(MOVING);
    assertThat(moved.exit()).as(moved.all()).isZero();
    assertThat(moved.out()).contains("2 rows", "vault/contract-archive");
    assertThat(shop.ids("contract")).containsExactly("2");
    assertThat(terminal.run("archive", "list", "ws").out())
        .contains("vault/contract-archive  2 rows in 1 file, from 2020-01-01T10:00:00Z");

    String[] all = {"archive", "read", "ws", "--place", "vault/contract-archive", "--all"};
    Terminal.Run refused = terminal.run(all);
    assertThat(refused.exit()).as(refused.all()).isEqualTo(2);
    assertThat(refused.err()).contains("Nobody named this account");
    assertThat(refused.all()).doesNotContain("the terms");

    String me = ProcessHandle.current().info().user().orElseThrow();
    shop.vaultMap("stage: archive", "stage: archive\n    readers: {legal: [" + me + "]}");
    Terminal.Run read = terminal.run(all);
    assertThat(read.exit()).as(read.all()).isZero();
    assertThat(read.out().lines()).hasSize(2).anyMatch(l -> l.contains("the terms"));

    Files.writeString(folder.resolve("person.yaml"), "customers: 2\n");
    Terminal.Run one =
        terminal.run(
            "archive",
            "read",
            "ws",
            "--place",
            "vault/contract-archive",
            "--subject-from",
            "person.yaml");
    assertThat(one.out().lines()).hasSize(1);
    assertThat(one.out()).contains("\"customer_id\":\"2\"", "\"terms\":null");

    List<String> journal = journalled();
    assertThat(journal).hasSize(2).noneMatch(j -> j.contains(me + "\""));
    assertThat(journal.getLast()).contains("\"rows\":1", "\"role\":\"legal\"");

    Terminal.Run asked =
        terminal.run(
            "request", "plan", "ws", "--subject-from", "person.yaml", "--right", "erasure");
    assertThat(asked.out()).contains("vault");

    Terminal.Run ended = run(ENDING);
    assertThat(ended.exit()).as(ended.all()).isZero();
    assertThat(ended.out()).contains("did delete 1 row of contract-archive", "left 0 rows");
    assertThat(terminal.run("archive", "list", "ws").out()).contains("1 row in 1 file");
    Terminal.Run plan = terminal.run("retain", "plan", "ws", "--rule", ENDING);
    assertThat(plan.out()).doesNotContain("no memory", "an index would help");
  }

  /** As where the disk was full in that moment: the rows went, and the run said so. */
  @Test
  void aNightOnWhichNothingIsDueConfirmsWhatWasLeftUnconfirmed() throws IOException {
    assertThat(run(MOVING).exit()).isZero();
    try (Stream<Path> all = Files.walk(files)) {
      for (Path index : all.filter(p -> p.toString().endsWith(".idx")).toList()) {
        Files.delete(index);
      }
    }
    Terminal.Run left = terminal.run("archive", "list", "ws");
    assertThat(left.exit()).as(left.all()).isEqualTo(1);
    Terminal.Run idle = terminal.run("retain", "run", "ws", "--rule", MOVING);
    assertThat(idle.exit()).as(idle.all()).isZero();
    assertThat(terminal.run("archive", "list", "ws").out()).contains("2 rows in 1 file");
  }

  private List<String> journalled() {
    Path out = folder.resolve("journal.jsonl");
    Terminal.Run export =
        terminal.run("journal", "export", "--config", "ws/server.yaml", "--out", out.toString());
    assertThat(export.exit()).as(export.all()).isZero();
    try {
      return Files.readAllLines(out).stream().filter(l -> l.contains("archive.read")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

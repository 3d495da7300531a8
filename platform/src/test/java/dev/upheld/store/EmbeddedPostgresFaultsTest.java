package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static dev.upheld.store.TestHome.answer;
import static dev.upheld.store.TestHome.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Secret;
import dev.upheld.store.ServerProcess.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can happen to the server, its files and its port. */
class EmbeddedPostgresFaultsTest {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  @Test
  @SuppressWarnings("try") // that closing after the kill is harmless is part of the promise
  void aKilledServerLosesNothingThatWasCommitted() throws SQLException {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres killed = home.start()) {
      execute(killed, "CREATE TABLE t AS SELECT generate_series(1, 1000) AS a");
      Running before = home.running();
      TestHome.kill(before.pid());
      assertThat(Waiting.until(Duration.ofSeconds(20), () -> !home.process().isAlive(before)))
          .isTrue();
      try (EmbeddedPostgres again = home.start()) {
        assertThat(again.startedHere()).isTrue();
        assertThat(answer(again, "SELECT count(*) FROM t")).isEqualTo("1000");
      }
      killed.close();
      assertThat(home.process().find()).isEmpty();
    }
  }

  @Test
  void aBusyChildOfAKilledServerDoesNotHinderTheNextStart() throws Exception {
    try (TestHome home = TestHome.withData();
        EmbeddedPostgres killed = home.start()) {
      Thread busy = Thread.ofVirtual().start(() -> spin(killed));
      assertThat(
              Waiting.until(
                  Duration.ofSeconds(20), () -> "1".equals(answerQuietly(killed, SPINNING))))
          .isTrue();
      TestHome.kill(home.running().pid());
      try (EmbeddedPostgres again = home.start()) {
        assertThat(answer(again, "SELECT 1")).isEqualTo("1");
      }
      busy.join();
    }
  }

  private static final String SPINNING =
      "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT length%'";

  /** One long call that never looks up, as a sort or a regular expression does. */
  private static void spin(EmbeddedPostgres server) {
    answerQuietly(
        server, "SELECT length(repeat(md5(i::text), 300000)) FROM generate_series(1, 100000) i");
  }

  private static String answerQuietly(EmbeddedPostgres server, String sql) {
    try {
      return answer(server, sql);
    } catch (SQLException e) {
      return "";
    }
  }

  @Test
  void aTakenPortIsLeftToItsOwnerAndTheNewOneKept() throws IOException {
    try (TestHome home = TestHome.withData()) {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
        Ports.remember(home.instance().portFile(), taken.getLocalPort());
        try (EmbeddedPostgres server = home.start()) {
          assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
        }
      }
      int kept = Integer.parseInt(Files.readString(home.instance().portFile()));
      try (EmbeddedPostgres server = home.start()) {
        assertThat(server.port()).isEqualTo(kept);
      }
    }
  }

  @Test
  void aPortTakenInTheLastMomentIsLeftToItsOwner() throws IOException {
    try (TestHome home = TestHome.withData();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      int free = new Ports(Path.of("/nonexistent")).next();
      Running running = home.server().start(List.of(taken.getLocalPort(), free).iterator());
      assertThat(running.port()).isEqualTo(free);
      home.server().stop(running);
    }
  }

  @Test
  void aStrangersServerOnOurPortIsNeitherUsedNorTouched() throws SQLException {
    try (TestHome strangers = TestHome.withData();
        EmbeddedPostgres stranger = strangers.start();
        TestHome home = TestHome.withData()) {
      Ports.remember(home.instance().portFile(), stranger.port());
      Running before = strangers.running();
      try (EmbeddedPostgres server = home.start()) {
        assertThat(server.port()).isNotEqualTo(stranger.port());
      }
      assertThat(strangers.running()).isEqualTo(before);
      assertThat(answer(stranger, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aServerIsBelievedOnlyWhenItServesOurData() {
    try (TestHome strangers = TestHome.withData();
        EmbeddedPostgres stranger = strangers.start();
        TestHome home = TestHome.withData()) {
      String url = stranger.jdbcUrl("postgres");
      Path ours = home.instance().data();
      assertThat(problem(() -> Admin.verify(url, stranger.password(), ours)))
          .isEqualTo(StoreProblem.NOT_OURS);
      assertThat(problem(() -> Admin.verify(url, Secret.of("other"), ours)))
          .isEqualTo(StoreProblem.PASSWORD);
      Admin.verify(url, stranger.password(), stranger.dataDirectory());
    }
  }

  @Test
  void anImpostorNeverLearnsThePassword() throws Exception {
    Secret<String> password = Secret.of("not-for-strangers");
    try (Impostor impostor = Impostor.askingForClearPasswords()) {
      String url = "jdbc:postgresql://127.0.0.1:" + impostor.port() + "/postgres?sslmode=disable";
      assertThat(problem(() -> Admin.verify(url, password, Path.of("/nowhere"))))
          .isEqualTo(StoreProblem.NOT_OURS);
      assertThat(impostor.heard()).contains("upheld_admin").doesNotContain(password.reveal());
    }
  }

  @Test
  void aStalePidFileNamingAStrangersProcessIsForgotten() throws Exception {
    try (TestHome strangers = TestHome.withData();
        EmbeddedPostgres stranger = strangers.start();
        TestHome home = TestHome.withData()) {
      Running before = strangers.running();
      Path file = home.instance().data().resolve("postmaster.pid");
      Files.copy(strangers.instance().data().resolve("postmaster.pid"), file);
      home.account().own(file);
      try (EmbeddedPostgres server = home.start()) {
        assertThat(server.startedHere()).isTrue();
        assertThat(home.running().pid()).isNotEqualTo(before.pid());
      }
      assertThat(strangers.running()).isEqualTo(before);
      assertThat(answer(stranger, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aPidFileOfRubbishIsNoObstacleForFinding() throws IOException {
    try (TestHome home = TestHome.withData()) {
      for (String rubbish : List.of("", "x\n", "-1\n", "99999999999999999999\n", "\0\0\0")) {
        Files.writeString(home.instance().data().resolve("postmaster.pid"), rubbish);
        assertThat(home.process().find()).isEmpty();
      }
    }
  }

  @Test
  void dataOfAnotherVersionIsRefusedAndLeftAlone() throws IOException {
    try (TestHome home = TestHome.withData()) {
      Path version = home.instance().data().resolve("PG_VERSION");
      Files.writeString(version, "15\n");
      assertThat(problem(home::start)).isEqualTo(StoreProblem.VERSION);
      assertThat(version).hasContent("15");
      assertThat(home.process().find()).isEmpty();
    }
  }

  @Test
  void dataAndPasswordsOpenToOthersAreRefused() throws IOException {
    try (TestHome home = TestHome.withData()) {
      Path data = home.instance().data();
      Path password = home.instance().passwordFile();
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
      assertThat(problem(home::start)).isEqualTo(StoreProblem.PERMISSIONS);
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(problem(home::start)).isEqualTo(StoreProblem.PERMISSIONS);
      assertThat(home.process().find()).isEmpty();
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
      home.start().close();
    }
  }

  @Test
  void aLostOrWrongPasswordFileIsSaidClearlyAndNothingKeepsRunning() throws IOException {
    try (TestHome home = TestHome.withData()) {
      Path password = home.instance().passwordFile();
      String right = Files.readString(password);
      Files.delete(home.instance().config());
      Files.delete(password);
      assertThat(problem(home::start)).isEqualTo(StoreProblem.PASSWORD);
      assertThat(home.instance().config()).as("nothing was even tried").doesNotExist();
      Disk.write(password, "wrong", "rw-------");
      assertThat(problem(home::start)).isEqualTo(StoreProblem.PASSWORD);
      assertThat(home.process().find()).isEmpty();
      Disk.write(password, right, "rw-------");
      home.start().close();
    }
  }

  @Test
  void halfMadeDataOfAKilledStartIsSweptAway() throws IOException {
    try (TestHome home = TestHome.withData()) {
      Path half = Files.createDirectory(home.instance().folder().resolve("data.new-1"));
      Path lent = Files.createFile(home.instance().folder().resolve("password.new-1"));
      home.start().close();
      assertThat(half).doesNotExist();
      assertThat(lent).doesNotExist();
    }
  }

  @Test
  void brokenDataDoesNotStartAndSaysWhereToLook() throws IOException {
    try (TestHome home = TestHome.withData()) {
      Files.delete(home.instance().data().resolve("global/pg_control"));
      assertThat(problem(home::start)).isEqualTo(StoreProblem.START);
      assertThat(home.process().find()).isEmpty();
    }
  }

  @Test
  void aFolderTheServersUserCannotReachIsSaidClearly() throws IOException {
    try (TestHome outer = TestHome.empty()) {
      TestHome home = new TestHome(outer.folder().resolve("inner"));
      home.instance();
      Path gate = TestHome.ROOT ? outer.folder() : home.instance().folder();
      Files.setPosixFilePermissions(
          gate, PosixFilePermissions.fromString(TestHome.ROOT ? "rwx------" : "r--------"));
      assertThat(problem(home::start)).isEqualTo(StoreProblem.HOME);
      Files.setPosixFilePermissions(gate, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }

  @Test
  void badNamesAndPathsAreRefusedBeforeAnythingIsWritten() {
    try (TestHome home = TestHome.empty()) {
      for (String name : List.of("", "../x", "A", "a b", "-a", "a".repeat(41))) {
        assertThat(problem(() -> Instance.in(home.folder(), name, false)))
            .isEqualTo(StoreProblem.OPTION);
      }
      for (String path : List.of("a\"b", "a$b", "a'b", "a`b", "a\\b", "a\nb")) {
        assertThat(problem(() -> Instance.in(home.folder().resolve(path), "store", false)))
            .isEqualTo(StoreProblem.HOME);
      }
      assertThat(home.folder()).isEmptyDirectory();
    }
  }

  @Test
  void aHomeWithSpacesAndAccentsWorks() {
    try (TestHome outer = TestHome.withData()) {
      Path odd = outer.folder().resolve("Mes données (été) & co; ok");
      Disk.folder(odd, "rwx--x--x");
      TestHome.command("mv", outer.folder().resolve("postgres").toString(), odd.toString());
      try (TestHome home = new TestHome(odd);
          EmbeddedPostgres server = EmbeddedPostgres.start(home.options().withTls())) {
        assertThat(server.startedHere()).isTrue();
      }
    }
  }
}

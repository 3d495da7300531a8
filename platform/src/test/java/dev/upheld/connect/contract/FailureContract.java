package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whatever fails, the problem says what it is in our words, and the session answers again. */
public interface FailureContract extends Lab {

  /** Ends every connection of this user but the one that says so. */
  String killOthers(TestDatabase database);

  /** A view of one row whose column v takes twenty seconds to read. */
  String slowView(String name);

  private static ConnectProblem code(ProblemException problem) {
    return (ConnectProblem) problem.problems().getFirst().code();
  }

  private static ProblemException failing(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, call);
    assertThat(problem).isNotNull();
    for (Problem each : problem.problems()) {
      assertThat(each.toString()).doesNotContain("Exception").doesNotContain("ERROR:");
    }
    return problem;
  }

  private Question.CountWhere count(String table) {
    return new Question.CountWhere(table(table), Optional.empty(), new Condition.IsNull("v", true));
  }

  private Endpoint changed(String host, int port, String database, String user, String password) {
    return new Endpoint(
        connector().kind(),
        host,
        port,
        database,
        user,
        Secret.of(password),
        Map.of("tls", "off"),
        Duration.ofSeconds(20));
  }

  @Test
  default void wrongPasswordUserOrDatabase() {
    TestDatabase db = database();
    assertThat(
            code(
                failing(
                    () ->
                        connector()
                            .open(
                                system(),
                                changed(db.host(), db.port(), db.database(), db.user(), "wrong")))))
        .isEqualTo(ConnectProblem.SIGN_IN_REFUSED);
    assertThat(
            code(
                failing(
                    () ->
                        connector()
                            .open(
                                system(),
                                changed(
                                    db.host(), db.port(), "nowhere", db.user(), db.password())))))
        .isEqualTo(ConnectProblem.GONE);
  }

  @Test
  default void nobodyAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    TestDatabase db = database();
    assertThat(
            code(
                failing(
                    () ->
                        connector()
                            .open(
                                system(),
                                changed(
                                    db.host(), port, db.database(), db.user(), db.password())))))
        .isEqualTo(ConnectProblem.SYSTEM_DOWN);
    assertThat(
            code(
                failing(
                    () ->
                        connector()
                            .open(
                                system(),
                                changed(
                                    "nowhere.invalid",
                                    port,
                                    db.database(),
                                    db.user(),
                                    db.password())))))
        .isEqualTo(ConnectProblem.SYSTEM_DOWN);
  }

  @Test
  default void optionsThatNobodyKnowsAreRefused() {
    for (Map<String, String> options :
        List.of(
            Map.of("tls", "maybe"),
            Map.of("tls", "off", "ssl", "1"),
            Map.of("tls-root", "/nowhere"),
            Map.of("tls", "verify-full", "tls-root", "/nowhere"),
            Map.of("tls", "verify-full", "tls-root", "\0"))) {
      Endpoint plain = endpoint(database(), Duration.ofSeconds(5));
      Endpoint odd =
          new Endpoint(
              plain.kind(),
              plain.host(),
              plain.port(),
              plain.database(),
              plain.user(),
              plain.password(),
              options,
              plain.statementTimeout());
      assertThat(code(failing(() -> connector().open(system(), odd))))
          .isEqualTo(ConnectProblem.BAD_OPTION);
    }
  }

  @Test
  default void aServerWithoutEncryptionIsNotTalkedToInClear() {
    Endpoint plain = endpoint(database(), Duration.ofSeconds(5));
    Endpoint strict =
        new Endpoint(
            plain.kind(),
            plain.host(),
            plain.port(),
            plain.database(),
            plain.user(),
            plain.password(),
            Map.of(),
            plain.statementTimeout());
    assertThat(code(failing(() -> connector().open(system(), strict))))
        .isEqualTo(ConnectProblem.TLS_FAILED);
  }

  @Test
  default void aTableDroppedBetweenDescribeAndAskIsGone() {
    database().execute("create table fail_drop (v int)", "create table fail_column (v int, w int)");
    try (Session session = open()) {
      assertThat(session.describe().table(table("fail_drop"))).isPresent();
      database().execute("drop table fail_drop", "alter table fail_column drop column v");
      assertThat(code(failing(() -> session.ask(count("fail_drop"), Progress.SILENT))))
          .isEqualTo(ConnectProblem.GONE);
      assertThat(code(failing(() -> session.ask(count("fail_column"), Progress.SILENT))))
          .isEqualTo(ConnectProblem.GONE);
      assertThat(code(failing(() -> session.ask(count("fail_never"), Progress.SILENT))))
          .isEqualTo(ConnectProblem.GONE);
    }
  }

  @Test
  default void aSlowStatementTimesOutAndTheSessionGoesOn() {
    database().execute(slowView("fail_slow"), "create table fail_quick (v int)");
    try (Session session =
        connector().open(system(), endpoint(database(), Duration.ofMillis(400)))) {
      ProblemException problem = failing(() -> session.ask(count("fail_slow"), Progress.SILENT));
      assertThat(code(problem)).isEqualTo(ConnectProblem.TIMED_OUT);
      assertThat(problem.getMessage()).contains("lab").contains("fail_slow").contains("400");
      assertThat(session.ask(count("fail_quick"), Progress.SILENT).answer().rows()).isZero();
    }
  }

  @Test
  default void aKilledConnectionIsDownAndIsMadeAgain() throws Exception {
    database().execute("create table fail_after (v int)", "insert into fail_after values (1)");
    try (Session session = open()) {
      session.describe();
      // idle: the next question finds the line broken and makes a new one
      database().execute(killOthers(database()));
      assertThat(session.ask(count("fail_after"), Progress.SILENT).answer().rows()).isEqualTo(1);
      // in the middle of an answer: that question fails, the next does not
      Predicate<Value> kill =
          value -> {
            database().execute(killOthers(database()));
            return true;
          };
      Question<Answer.ValueCount> search =
          new Question.FindValues(
              table("fail_after"), List.of("v"), Coarse.ANYTHING, Optional.empty(), kill);
      assertThat(code(failing(() -> session.ask(search, Progress.SILENT))))
          .isEqualTo(ConnectProblem.SYSTEM_DOWN);
      assertThat(session.ask(count("fail_after"), Progress.SILENT).answer().rows()).isEqualTo(1);
    }
  }

  @Test
  default void cancelStopsTheStatementThatRuns() throws Exception {
    database().execute(slowView("fail_cancel"), "create table fail_next (v int)");
    try (Session session = open()) {
      session.describe();
      session.cancel(); // nothing runs: nothing happens
      Thread stopper =
          Thread.ofPlatform()
              .start(
                  () -> {
                    awaitRunning("fail_cancel");
                    session.cancel();
                  });
      ProblemException problem = failing(() -> session.ask(count("fail_cancel"), Progress.SILENT));
      stopper.join();
      assertThat(code(problem)).isEqualTo(ConnectProblem.CANCELLED);
      assertThat(session.ask(count("fail_next"), Progress.SILENT).answer().rows()).isZero();
    }
  }

  /** Waits until the server runs a statement of somebody else that names this. */
  default void awaitRunning(String named) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    try (Connection connection = database().connect();
        PreparedStatement running = connection.prepareStatement(countRunning())) {
      running.setString(1, "%" + named + "%");
      long found = 0;
      while (found == 0 && System.nanoTime() < deadline) {
        try (ResultSet result = running.executeQuery()) {
          result.next();
          found = result.getLong(1);
        }
      }
      assertThat(found).as("statements that run and name " + named).isPositive();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Counts statements other sessions run that are like a parameter. */
  String countRunning();

  @Test
  default void aFaultOfTheCallerLeavesTheSessionFit() {
    database().execute("create table fail_caller (v int)", "insert into fail_caller values (1)");
    Predicate<Value> broken =
        value -> {
          throw new IllegalStateException("the caller's own");
        };
    Question<Answer.ValueCount> search =
        new Question.FindValues(
            table("fail_caller"), List.of("v"), Coarse.ANYTHING, Optional.empty(), broken);
    try (Session session = open()) {
      assertThat(
              catchThrowableOfType(
                  IllegalStateException.class, () -> session.ask(search, Progress.SILENT)))
          .hasMessage("the caller's own");
      assertThat(session.ask(count("fail_caller"), Progress.SILENT).answer().rows()).isEqualTo(1);
    }
  }

  /** Statements that make a view whose column v fails with a message that holds "secret-value". */
  List<String> leakyView(String name);

  @Test
  default void whatTheServerSaysGoesNowhere() {
    database().execute(leakyView("fail_leaks").toArray(String[]::new));
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(String.valueOf(record.getMessage()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try (Session session = open()) {
      ProblemException problem = failing(() -> session.ask(count("fail_leaks"), Progress.SILENT));
      assertThat(code(problem)).isEqualTo(ConnectProblem.UNFIT);
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("secret-value");
      assertThat(logged).noneMatch(message -> message.contains("secret-value"));
    } finally {
      root.removeHandler(handler);
    }
  }

  @Test
  default void nothingCanBeWritten() {
    database()
        .execute(
            "create table fail_write (v int)",
            "insert into fail_write values (1)",
            writingFunction(),
            "create view fail_writes as select fail_writing() as v");
    try (Session session = open()) {
      failing(() -> session.ask(count("fail_writes"), Progress.SILENT));
      assertThat(session.ask(count("fail_write"), Progress.SILENT).answer().rows()).isEqualTo(1);
    }
  }

  /** A function fail_writing without arguments that inserts into fail_write, returning a number. */
  String writingFunction();
}

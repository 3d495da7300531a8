package dev.upheld.connect.sql;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Capability;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session with an SQL database, whatever the server. */
public final class SqlSession implements Session {
  private final SystemEntry system;
  private final Engine engine;
  private final Instant now;
  private final Line line;
  private @Nullable Catalogue catalogue;

  private SqlSession(SystemEntry system, Endpoint endpoint, Engine engine, Instant now) {
    this.system = system;
    this.engine = engine;
    this.now = now;
    this.line = new Line(engine, new Faults(system.id(), endpoint.statementTimeout()));
  }

  /**
   * Connects.
   *
   * @param now what conditions on time are measured against where a question has no instant of its
   *     own, so that compiling twice gives the same text
   * @throws ProblemException when the system cannot be reached or refuses
   */
  public static Session open(SystemEntry system, Endpoint endpoint, Engine engine, Instant now) {
    SqlSession session = new SqlSession(system, endpoint, engine, now);
    session.line.take("connecting", Progress.SILENT, (connection, turn) -> true);
    return session;
  }

  @Override
  public Description describe() {
    return catalogue().description();
  }

  private Catalogue catalogue() {
    Catalogue known = catalogue;
    if (known == null) {
      known =
          line.take(
              "reading its catalogue",
              Progress.SILENT,
              (connection, turn) -> engine.catalogue(connection));
      catalogue = known;
    }
    return known;
  }

  @Override
  public List<Asked> compile(Question<?> question) {
    require(question);
    return asked(
        question instanceof Question.Transport
            ? List.of(engine.transportText())
            : planner().plan(question).texts());
  }

  private Planner planner() {
    Catalogue known = catalogue();
    return new Planner(known, engine.dialect(known), now, system.zone());
  }

  private List<Asked> asked(List<String> texts) {
    return texts.stream().map(text -> new Asked(system.id(), text)).toList();
  }

  @Override
  @SuppressWarnings("unchecked") // Transport is a question for TransportFacts
  public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
    require(question);
    if (question instanceof Question.Transport) {
      return (Answered<A>) askTransport(progress);
    }
    Plan<A> plan = planner().planned(question);
    long from = System.nanoTime();
    return line.take(
        Doing.of(question),
        progress,
        (connection, turn) -> {
          A answer = plan.run().ask(turn.over(connection));
          Sight sight = engine.sight(connection, plan.tables());
          return new Answered<>(answer, sight, asked(turn.sent()), since(from));
        });
  }

  private Answered<Answer.TransportFacts> askTransport(Progress progress) {
    long from = System.nanoTime();
    return line.take(
        Doing.of(new Question.Transport()),
        progress,
        (connection, turn) -> {
          Answer.TransportFacts facts = engine.transport(turn.over(connection));
          return new Answered<>(
              facts, Sight.full(), asked(List.of(engine.transportText())), since(from));
        });
  }

  private static Duration since(long from) {
    return Duration.ofNanos(System.nanoTime() - from);
  }

  private void require(Question<?> question) {
    Capability needed = Capability.of(question);
    if (!engine.capabilities().contains(needed)) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.UNFIT,
              "System " + system.id() + " is of a kind that cannot answer this (" + needed + ").",
              "Attest it, or bind the data elsewhere."));
    }
  }

  @Override
  public Duration ping() {
    long from = System.nanoTime();
    try {
      return line.take(
          "asking for a sign of life",
          Progress.SILENT,
          (connection, turn) -> {
            long sent = System.nanoTime();
            turn.over(connection).whole(engine.pingText(), ResultSet::next);
            return since(sent);
          });
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() == ConnectProblem.TIMED_OUT) {
        return since(from);
      }
      throw e;
    }
  }

  @Override
  public Checkup checkup(List<Place> places) {
    Catalogue known = catalogue();
    return line.take(
        "reading grants",
        Progress.SILENT,
        (connection, turn) -> engine.checkup(connection, known, Needs.of(places)));
  }

  @Override
  public void cancel() {
    line.stop();
  }

  @Override
  public void close() {
    line.close();
  }
}

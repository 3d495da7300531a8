package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Description;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to one system during one run: one session, asked by one thread at a time. A system that
 * cannot be reached is tried once, not once for every inquiry.
 */
final class Lane implements AutoCloseable {
  private final SystemEntry entry;
  private final Map<QuestionKey, Reply> answered = new HashMap<>();
  private volatile @Nullable Session session;
  private volatile @Nullable Problem dead;
  private volatile boolean stopped;
  private boolean lineBroke;

  Lane(SystemEntry entry) {
    this.entry = entry;
  }

  String system() {
    return entry.id();
  }

  /** Why the system is silent; empty while it answers. */
  Optional<Problem> silence() {
    return Optional.ofNullable(dead);
  }

  /**
   * Connects and reads the live catalogue; empty when the system is silent.
   *
   * @param bound its places
   */
  Optional<Description> describe(Map<String, Connector> connectors, Collection<Place> bound) {
    try {
      Session opened = open(connectors);
      session = opened;
      if (stopped) { // stopped while connecting: nobody else will close this one's statement
        opened.cancel();
      }
      return Optional.of(opened.describe(bound));
    } catch (RuntimeException e) {
      dead = problem(e);
      return Optional.empty();
    }
  }

  private Session open(Map<String, Connector> connectors) {
    Endpoint endpoint =
        entry
            .access()
            .orElseThrow(() -> new IllegalStateException("only systems with an endpoint get here"));
    Connector connector = connectors.get(endpoint.kind());
    if (connector == null) {
      throw new ProblemException(
          Problem.at(
              entry.at(),
              ProbeProblem.UNKNOWN_KIND,
              "There is no connector for systems of kind " + endpoint.kind() + ".",
              "Use one of " + String.join(", ", connectors.keySet().stream().sorted().toList())));
    }
    return connector.open(entry, endpoint);
  }

  /** The texts that would be sent. */
  List<Asked> compile(Inquiry<?> inquiry) {
    return live().compile(inquiry.question());
  }

  /** Asks, or hands out the answer to the same question asked before. Never throws. */
  Reply ask(Inquiry<?> inquiry, Progress progress) {
    try {
      QuestionKey key = QuestionKey.of(inquiry.question(), compile(inquiry));
      Reply before = answered.get(key);
      Reply reply = before != null ? before : askAnew(inquiry, progress);
      answered.put(key, reply);
      return renamed(reply, inquiry);
    } catch (RuntimeException e) {
      return new Reply.Failed(inquiry, problem(e));
    }
  }

  private <A extends Answer> Reply askAnew(Inquiry<A> inquiry, Progress progress) {
    if (stopped) {
      return new Reply.Failed(inquiry, Prove.stopped());
    }
    try {
      Reply reply = new Reply.Came<>(inquiry, live().ask(inquiry.question(), progress));
      lineBroke = false;
      return reply;
    } catch (ProblemException e) {
      Problem problem = e.problems().getFirst();
      noteBrokenLine(problem);
      return new Reply.Failed(inquiry, problem);
    }
  }

  /** A line may break once and be mended by the session; twice in a row, and the system is down. */
  private void noteBrokenLine(Problem problem) {
    boolean broken = problem.code() == ConnectProblem.SYSTEM_DOWN;
    if (broken && lineBroke) {
      dead = problem;
    }
    lineBroke = broken;
  }

  private static Reply renamed(Reply reply, Inquiry<?> inquiry) {
    return switch (reply) {
      case Reply.Came<?> came -> renamed(came, inquiry);
      case Reply.Failed failed -> new Reply.Failed(inquiry, failed.problem());
      case Reply.Spared spared -> spared;
    };
  }

  /** The answer under the name this promise gave the place, with the question that was run. */
  private static <A extends Answer> Reply renamed(Reply.Came<A> came, Inquiry<?> as) {
    return new Reply.Came<>(
        new Inquiry<>(as.system(), as.where(), came.inquiry().question(), as.turn()),
        came.answered());
  }

  private Session live() {
    Problem why = dead;
    Session open = session;
    if (why != null || open == null) {
      throw new ProblemException(why == null ? Prove.stopped() : why);
    }
    return open;
  }

  /** Anything that is no {@link ProblemException} is our fault; its message may hold data. */
  private static Problem problem(RuntimeException e) {
    return e instanceof ProblemException p
        ? p.problems().getFirst()
        : Prove.fault("asking the system", e);
  }

  /** From any thread: stops the statement that runs now, and all that would follow. */
  void stop() {
    stopped = true;
    Session open = session;
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void close() {
    Session open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}

package dev.upheld.discover.review;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.discover.review.Glimpse.Seen;
import dev.upheld.discover.review.Glimpse.State;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks at a table while somebody reviews it: over a connection of its own that reads only, for a
 * short time, and few at once. Nothing of it is kept. Thread-safe.
 */
public final class Glimpses {
  /** Whoever turns pages waits no longer than this. */
  static final Duration PATIENCE = Duration.ofMillis(2_500);

  private static final Duration STATEMENT = Duration.ofMillis(1_500);
  private static final int VALUES = 60;
  private static final int AT_ONCE = 2;

  private final Function<SystemEntry, Session> opener;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /** Looks through the connectors there are. */
  public Glimpses() {
    this(system -> open(system, STATEMENT));
  }

  Glimpses(Function<SystemEntry, Session> opener) {
    this.opener = opener;
  }

  /** A session in which no statement runs longer than this. */
  static Session open(SystemEntry system, Duration longest) {
    system
        .unreachable()
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    Endpoint endpoint = system.access().orElseThrow(Glimpses::notConnected);
    return Connectors.of(endpoint.kind())
        .orElseThrow(Glimpses::notConnected)
        .open(system, endpoint.hurried(longest));
  }

  private static ProblemException notConnected() {
    return ReviewProblem.NO_SYSTEM.because(
        "Nothing connects to this system.", "Look at a system that has a connector.");
  }

  /** What a table has just now, and what the values of these columns look like. */
  Glimpse look(SystemEntry system, TableName table, Set<String> columns) {
    if (!free.tryAcquire()) {
      return Glimpse.none(State.BUSY);
    }
    Looking looking = new Looking(table, columns);
    CompletableFuture<Glimpse> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("glimpse")
        .start(
            () -> {
              try {
                done.complete(looking.look(() -> opener.apply(system)));
              } catch (ProblemException e) {
                done.complete(looking.soFar(State.AWAY));
              } catch (RuntimeException e) {
                done.completeExceptionally(e);
              } finally {
                free.release();
              }
            });
    return waited(done, looking);
  }

  private static Glimpse waited(CompletableFuture<Glimpse> done, Looking looking) {
    try {
      return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      looking.stop();
      return looking.soFar(State.AWAY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      looking.stop();
      return looking.soFar(State.AWAY);
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking at a table failed", e); // its cause holds no value
    }
  }

  /** One look, that may be given up from another thread. */
  private static final class Looking {
    private final TableName table;
    private final Set<String> wanted;
    private final Map<String, Seen> seen = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Optional<Session> open = Optional.empty();
    private volatile boolean stopped;

    Looking(TableName table, Set<String> wanted) {
      this.table = table;
      this.wanted = wanted;
    }

    Glimpse look(java.util.function.Supplier<Session> opening) {
      try (Session session = opening.get()) {
        open = Optional.of(session);
        Optional<Description.Table> live = session.describe().table(table);
        if (live.isEmpty()) {
          return Glimpse.none(State.NO_TABLE);
        }
        live.get().columns().forEach(c -> seen.put(c.name(), Seen.of(c, List.of(), false)));
        boolean whole = true;
        for (Description.Column column : live.get().columns()) {
          if (wanted.contains(column.name()) && column.readable() && !stopped) {
            whole = sample(session, live.get(), column) && whole;
          }
        }
        return soFar(whole && !stopped ? State.SEEN : State.PARTLY);
      } finally {
        open = Optional.empty();
      }
    }

    private boolean sample(Session session, Description.Table live, Description.Column column) {
      Shapes shapes = new Shapes();
      try {
        session.ask(
            new Question.Sample(live.name(), column.name(), VALUES, shapes), Progress.SILENT);
        seen.put(column.name(), Seen.of(column, shapes.shapes(), true));
        return true;
      } catch (ProblemException e) {
        // one that is slow would be slow for each of its columns
        stopped = stopped || e.problems().getFirst().code() == ConnectProblem.TIMED_OUT;
        return false;
      }
    }

    Glimpse soFar(State state) {
      synchronized (seen) {
        boolean some = seen.values().stream().anyMatch(Seen::looked);
        return new Glimpse(
            state == State.AWAY && some ? State.PARTLY : state, new LinkedHashMap<>(seen));
      }
    }

    void stop() {
      stopped = true;
      open.ifPresent(Session::cancel);
    }
  }

  /**
   * Asks a system something of its own.
   *
   * @throws ProblemException when it does not answer, or others ask it just now
   */
  <T> T ask(SystemEntry system, Function<Session, T> work) {
    if (!free.tryAcquire()) {
      throw ReviewProblem.SYSTEM_AWAY.because(
          "Others look at a system just now.", "Try again in a moment.");
    }
    try (Session session = opener.apply(system)) {
      return work.apply(session);
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() instanceof ConnectProblem) {
        throw ReviewProblem.SYSTEM_AWAY.because(
            e.problems().getFirst().what(), e.problems().getFirst().mend());
      }
      throw e;
    } finally {
      free.release();
    }
  }

  /** A few values of a column, as they are; for whoever may see them. */
  void values(SystemEntry system, TableName table, String column, int most, Consumer<Value> sink) {
    try (Session session = opener.apply(system)) {
      Description.Table live = withColumn(session, table, column);
      session.ask(new Question.Sample(live.name(), column, most, sink), Progress.SILENT);
    }
  }

  /** Throws when the system shows no such column, or cannot be asked. */
  void requireColumn(SystemEntry system, TableName table, String column) {
    try (Session session = opener.apply(system)) {
      withColumn(session, table, column);
    }
  }

  private static Description.Table withColumn(Session session, TableName table, String column) {
    return session
        .describe()
        .table(table)
        .filter(t -> t.column(column).isPresent())
        .orElseThrow(
            () ->
                ReviewProblem.NOT_THERE.because(
                    "The system shows no such column.", "Look at the table again."));
  }
}

package dev.upheld.probe.tell;

import static dev.upheld.store.generated.Tables.PROBE_DELIVERY;

import dev.upheld.job.DeadJob;
import dev.upheld.job.JobRun;
import dev.upheld.job.Jobs;
import dev.upheld.job.Retry;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.Teller;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.ProbeDeliveryRecord;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import org.jooq.DSLContext;

/**
 * Posts alerts to webhooks, signed. An alert is queued in the transaction that records the change,
 * and tried with growing pauses until the other side answers with 2xx; then given up as a dead job.
 * What was given up is not lost: the oldest is tried every hour, and once anything gets through to
 * that receiver, all that was given up for it is on its way again. Each try carries the same id:
 * should a process die between the answer and its note, the other side sees the repetition.
 */
public final class Webhooks implements Teller {
  /** The name of the job that sends. */
  public static final String JOB = "alert.webhook";

  /** The name of the job that looks whether a receiver answers again. */
  static final String AGAIN = "alert.again";

  private static final Duration EVERY_HOUR = Duration.ofHours(1);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ALL = Duration.ofSeconds(15);

  private static final Logger LOG = Logger.getLogger(Webhooks.class.getName());

  private final Store store;
  private final InstantSource clock;
  private final URI console;
  private final List<Webhook> hooks;
  private final Way way;

  /** How messages leave. */
  record Way(Resolver resolver, Post post) {
    static Way usual() {
      return new Way(
          Resolver.SYSTEM,
          new Post((SSLSocketFactory) SSLSocketFactory.getDefault(), CONNECT, ALL));
    }
  }

  /**
   * @param console the address of the console, for links
   */
  public Webhooks(Store store, InstantSource clock, URI console, List<Webhook> hooks) {
    this(store, clock, console, hooks, Way.usual());
  }

  Webhooks(Store store, InstantSource clock, URI console, List<Webhook> hooks, Way way) {
    this.store = store;
    this.clock = clock;
    this.console = console;
    this.hooks = List.copyOf(hooks);
    this.way = way;
  }

  /** Names the jobs; start them afterwards. */
  public Jobs plan(Jobs jobs) {
    return jobs.onDemand(JOB, Retry.USUAL, this::run).every(AGAIN, EVERY_HOUR, run -> again());
  }

  @Override
  public void tell(DSLContext tx, List<Change> changes) {
    for (Change change : changes) {
      queue(tx, change.kind(), id -> Alert.body(id, change, console));
    }
  }

  /**
   * Queues another event for whoever wants it, within the transaction that makes it so.
   *
   * @param facts the body's, in order; no personal data
   */
  public void post(DSLContext tx, String event, Map<String, Object> facts) {
    queue(tx, event, id -> Alert.body(id, event, facts));
  }

  private void queue(DSLContext tx, String event, Function<UUID, String> body) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Webhook hook : hooks) {
      if (hook.events().takes(event)) {
        UUID id = UUID.randomUUID();
        tx.insertInto(PROBE_DELIVERY)
            .set(
                new ProbeDeliveryRecord(
                    id, hook.name(), event, body.apply(id), now, 0, "waiting", ""))
            .execute();
        Jobs.enqueue(tx, JOB, id.toString(), "", now);
      }
    }
  }

  private void run(JobRun run) {
    deliver(UUID.fromString(run.id()));
  }

  /**
   * Tries one delivery; one that was taken already is left alone.
   *
   * @throws ProblemException when it must be tried again
   */
  public void deliver(UUID id) {
    Optional<ProbeDeliveryRecord> waiting =
        store
            .dsl()
            .selectFrom(PROBE_DELIVERY)
            .where(PROBE_DELIVERY.ID.eq(id).and(PROBE_DELIVERY.STATE.eq("waiting")))
            .fetchOptional();
    if (waiting.isPresent()) {
      try {
        post(waiting.get());
        note(id, "sent", "");
        revive(waiting.get().getHook());
      } catch (ProblemException e) {
        note(id, "waiting", e.problems().getFirst().code().code());
        throw e;
      }
    }
  }

  /** Tries the oldest that was given up for each receiver; whoever takes it gets all the others. */
  void again() {
    for (Webhook hook : hooks) {
      givenUp(store.dsl(), hook.name()).stream().findFirst().ifPresent(this::tried);
    }
  }

  private void tried(String id) {
    try {
      deliver(UUID.fromString(id));
    } catch (ProblemException e) {
      LOG.log(
          Level.WARNING,
          "Alerts that were given up wait: {0}",
          e.problems().getFirst().code().code());
    }
  }

  /** The receiver answers: what was given up for it is tried as if it were new. */
  private void revive(String hook) {
    store.inTransaction(
        tx -> {
          givenUp(tx, hook).forEach(id -> Jobs.revive(tx, JOB, id, clock.instant()));
          return hook;
        });
  }

  /** Of one receiver, oldest first. */
  private static List<String> givenUp(DSLContext dsl, String hook) {
    List<String> dead =
        Jobs.dead(dsl).stream().filter(d -> d.name().equals(JOB)).map(DeadJob::id).toList();
    Set<String> of =
        dsl.select(PROBE_DELIVERY.ID)
            .from(PROBE_DELIVERY)
            .where(PROBE_DELIVERY.ID.in(dead.stream().map(UUID::fromString).toList()))
            .and(PROBE_DELIVERY.HOOK.eq(hook))
            .fetchSet(row -> row.value1().toString());
    return dead.stream().filter(of::contains).toList();
  }

  private void post(ProbeDeliveryRecord delivery) {
    Webhook hook =
        hooks.stream()
            .filter(h -> h.name().equals(delivery.getHook()))
            .findFirst()
            .orElseThrow(
                () ->
                    TellProblem.GONE.because(
                        "A webhook that alerts wait for is no longer configured.",
                        "Configure it again, or leave the alerts to expire."));
    int status = status(hook, delivery);
    if (status < 200 || status > 299) {
      throw TellProblem.REFUSED.because(
          "The webhook " + hook.name() + " answered with status " + status + ".",
          "See why it did; the alert is sent again later.");
    }
  }

  private int status(Webhook hook, ProbeDeliveryRecord delivery) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Upheld-Delivery", delivery.getId().toString());
    headers.put("Upheld-Event", delivery.getEvent());
    headers.put(Signature.HEADER, Signature.of(hook.secret(), clock.instant(), delivery.getBody()));
    try {
      return way.post().send(hook, way.resolver().safe(hook), headers, delivery.getBody());
    } catch (IOException e) {
      throw TellProblem.UNREACHABLE.because(
          "The webhook " + hook.name() + " did not answer (" + e.getClass().getSimpleName() + ").",
          "See that it can be reached; the alert is sent again later.");
    }
  }

  private void note(UUID id, String state, String said) {
    store
        .dsl()
        .update(PROBE_DELIVERY)
        .set(PROBE_DELIVERY.TRIES, PROBE_DELIVERY.TRIES.plus(1))
        .set(PROBE_DELIVERY.STATE, state)
        .set(PROBE_DELIVERY.SAID, said)
        .where(PROBE_DELIVERY.ID.eq(id))
        .execute();
  }
}

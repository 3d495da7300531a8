package dev.upheld.mail;

import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;

import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.MailOutboxRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits in the outbox. A mail is taken with a lease, so that several processes do not
 * send it twice; when its process is killed, another tries again after the lease, under the same
 * message id. Temporary failures are tried again with growing pauses, then given up.
 */
public final class Delivery implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

  /** Longer than sending can take with all its timeouts. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** How long a stop waits for the mail at hand; it is sent again after its lease. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration ROUND = Duration.ofSeconds(2);

  private final Store store;
  private final Seal seal;
  private final Postman postman;
  private final InstantSource clock;
  private @Nullable ScheduledExecutorService worker;
  private volatile boolean closing;

  /** Sends by this server; nothing happens before {@link #start}. */
  public Delivery(Store store, Seal seal, MailServer server, InstantSource clock) {
    this(store, seal, new SmtpPostman(server, clock), clock);
  }

  /** Puts mails into a box on this machine instead of sending them. */
  public Delivery(Store store, Seal seal, Postbox box, InstantSource clock) {
    this(store, seal, (Postman) box, clock);
  }

  Delivery(Store store, Seal seal, Postman postman, InstantSource clock) {
    this.store = store;
    this.seal = seal;
    this.postman = postman;
    this.clock = clock;
  }

  /** Looks every few seconds from now on, in a thread of its own. */
  public synchronized void start() {
    worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("mail").factory());
    var _ = worker.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void round() {
    try {
      while (!closing && deliverOne()) {
        Thread.onSpinWait();
      }
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, "Mail waits: {0}", e.problems().getFirst().code().code());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Mail waits: {0}", e.getClass().getName());
    }
  }

  /** Tries the mail that waits longest; false when none is due. */
  boolean deliverOne() {
    Optional<MailOutboxRecord> taken = take();
    taken.ifPresent(row -> settle(row, postman.hand(letter(row), row.getMessageId())));
    return taken.isPresent();
  }

  private Letter letter(MailOutboxRecord row) {
    return Mail.read(seal, row.getContentSealed());
  }

  private Optional<MailOutboxRecord> take() {
    Instant now = clock.instant();
    return store.inTransaction(
        tx -> {
          Optional<MailOutboxRecord> row =
              tx.selectFrom(MAIL_OUTBOX)
                  .where(MAIL_OUTBOX.NEXT_ATTEMPT.le(now))
                  .orderBy(MAIL_OUTBOX.NEXT_ATTEMPT)
                  .limit(1)
                  .forUpdate()
                  .skipLocked()
                  .fetchOptional();
          row.ifPresent(
              r ->
                  tx.update(MAIL_OUTBOX)
                      .set(MAIL_OUTBOX.ATTEMPTS, r.getAttempts() + 1)
                      .set(MAIL_OUTBOX.ATTEMPTED, now)
                      .set(MAIL_OUTBOX.NEXT_ATTEMPT, now.plus(LEASE))
                      .where(MAIL_OUTBOX.ID.eq(r.getId()))
                      .execute());
          return row;
        });
  }

  private void settle(MailOutboxRecord row, Postman.Handed handed) {
    int attempts = row.getAttempts() + 1;
    switch (handed) {
      case Postman.Taken taken -> done(row, Optional.of(taken.reply()), Optional.empty());
      case Postman.Never never -> givenUp(row, never.reason());
      case Postman.NotNow notNow when attempts >= MOST_ATTEMPTS -> givenUp(row, notNow.reason());
      case Postman.NotNow notNow -> {
        LOG.log(
            Level.WARNING,
            "A mail was not sent at attempt {0}: {1}",
            new Object[] {attempts, notNow.reason()});
        store
            .dsl()
            .update(MAIL_OUTBOX)
            .set(MAIL_OUTBOX.NEXT_ATTEMPT, clock.instant().plus(pause(attempts)))
            .where(MAIL_OUTBOX.ID.eq(row.getId()))
            .execute();
      }
    }
  }

  private void givenUp(MailOutboxRecord row, String reason) {
    LOG.log(Level.SEVERE, "A mail was given up: {0}", reason);
    done(row, Optional.empty(), Optional.of(reason));
  }

  /** Address and text are erased; what happened stays. */
  private void done(MailOutboxRecord row, Optional<String> reply, Optional<String> failed) {
    store
        .dsl()
        .update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.CONTENT_SEALED, (byte[]) null)
        .set(MAIL_OUTBOX.NEXT_ATTEMPT, (Instant) null)
        .set(MAIL_OUTBOX.SENT, reply.map(r -> clock.instant()).orElse(null))
        .set(MAIL_OUTBOX.SERVER_REPLY, reply.orElse(null))
        .set(MAIL_OUTBOX.FAILED, failed.orElse(null))
        .where(MAIL_OUTBOX.ID.eq(row.getId()))
        .execute();
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Lets the mail at hand finish; the others wait in the outbox. */
  @Override
  public synchronized void close() {
    closing = true;
    if (worker != null) {
      worker.shutdown();
      try {
        if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          worker.shutdownNow();
        }
      } catch (InterruptedException e) {
        worker.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
  }
}

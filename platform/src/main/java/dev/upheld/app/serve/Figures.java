package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.ACCESS_SESSION;
import static dev.upheld.store.generated.Tables.JOB_DEAD;
import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;

import dev.upheld.duty.request.Mails;
import dev.upheld.probe.watch.Agenda;
import dev.upheld.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * What the store holds that somebody should watch; none of it says anything of a person.
 *
 * @param lateProofs promises whose evidence no longer counts in full because nobody measured again
 * @param jobs given up
 * @param mails given up
 * @param mailsWaiting in the outbox
 * @param mailsWaitingLong in the outbox for longer than an hour
 * @param underFormer data keys that a former master key seals
 * @param sessions open
 * @param mailbox what is wrong with the mailbox of requests; empty when nothing is
 */
record Figures(
    int lateProofs,
    GivenUp jobs,
    GivenUp mails,
    int mailsWaiting,
    int mailsWaitingLong,
    int underFormer,
    int sessions,
    Optional<String> mailbox) {

  /** The time evidence counts in full beyond its period. */
  private static final Duration GRACE = Duration.ofHours(2);

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration LATELY = Duration.ofDays(1);

  /**
   * What was tried in vain until it was given up.
   *
   * @param ever since the store began, unless somebody revived it
   * @param lately within a day
   */
  record GivenUp(int ever, int lately) {}

  static Figures read(Store store, KeyCare keys, Instant now) {
    DSLContext dsl = store.dsl();
    Condition waits = MAIL_OUTBOX.NEXT_ATTEMPT.isNotNull();
    Condition failed = MAIL_OUTBOX.FAILED.isNotNull();
    Instant lately = now.minus(LATELY);
    return new Figures(
        Agenda.late(dsl, now.minus(GRACE)),
        new GivenUp(
            dsl.fetchCount(JOB_DEAD), dsl.fetchCount(JOB_DEAD, JOB_DEAD.DIED_AT.ge(lately))),
        new GivenUp(mails(dsl, failed), mails(dsl, failed.and(MAIL_OUTBOX.ATTEMPTED.ge(lately)))),
        mails(dsl, waits),
        mails(dsl, waits.and(MAIL_OUTBOX.MADE.lt(now.minus(LONG)))),
        keys.keys().underFormer(),
        dsl.fetchCount(DSL.selectFrom(ACCESS_SESSION)),
        Mails.trouble(dsl, now.minus(LONG)));
  }

  private static int mails(DSLContext dsl, Condition which) {
    return dsl.fetchCount(MAIL_OUTBOX, which);
  }
}

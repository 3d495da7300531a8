package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.JOB_DEAD;
import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;
import static dev.upheld.store.generated.Tables.PROBE_DELIVERY;
import static dev.upheld.store.generated.Tables.PROBE_RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.JobDeadRecord;
import dev.upheld.store.generated.tables.records.ProbeDeliveryRecord;
import dev.upheld.testing.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is settled for long goes, however much it is; what waits and what is young stays. */
class SettledTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(91));
  private static final Instant YOUNG = NOW.minus(Duration.ofDays(89));

  private final Store store = Stores.fresh();
  private final DSLContext dsl = store.dsl();

  @BeforeEach
  void fill() {
    for (Instant at : new Instant[] {OLD, YOUNG}) {
      mail(at, true);
      mail(at, false);
      delivery(at, "sent");
      delivery(at, "waiting");
      UUID given = delivery(at, "waiting");
      dsl.insertInto(JOB_DEAD)
          .set(new JobDeadRecord("alert.webhook", given.toString(), "", 16, "x", at))
          .execute();
      run(at, true);
      run(at, false);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void mail(Instant at, boolean settled) {
    UUID id = UUID.randomUUID();
    dsl.insertInto(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.ID, id)
        .set(MAIL_OUTBOX.MESSAGE_ID, id.toString())
        .set(MAIL_OUTBOX.TEMPLATE, "alert")
        .set(MAIL_OUTBOX.MADE, at)
        .set(MAIL_OUTBOX.NEXT_ATTEMPT, settled ? null : at)
        .execute();
  }

  private UUID delivery(Instant at, String state) {
    UUID id = UUID.randomUUID();
    dsl.insertInto(PROBE_DELIVERY)
        .set(new ProbeDeliveryRecord(id, "main", "promise.broken", "{}", at, 1, state, ""))
        .execute();
    return id;
  }

  private void run(Instant at, boolean ended) {
    dsl.insertInto(PROBE_RUN)
        .set(PROBE_RUN.ID, UUID.randomUUID())
        .set(PROBE_RUN.BEGAN_AT, at)
        .set(PROBE_RUN.ENDED_AT, ended ? at : null)
        .set(PROBE_RUN.PROMISES, 1)
        .set(PROBE_RUN.STEP, "")
        .set(PROBE_RUN.DONE, 0L)
        .set(PROBE_RUN.TOTAL, 0L)
        .execute();
  }

  @Test
  void onlyWhatIsSettledForLongIsErased() {
    Settled.before(NOW.minus(Duration.ofDays(90))).erase(dsl);
    assertThat(dsl.fetchCount(MAIL_OUTBOX)).isEqualTo(3);
    assertThat(dsl.fetchCount(MAIL_OUTBOX, MAIL_OUTBOX.MADE.eq(OLD))).as("it waits").isOne();
    assertThat(dsl.fetchCount(PROBE_DELIVERY)).isEqualTo(4);
    assertThat(
            dsl.selectFrom(PROBE_DELIVERY)
                .where(PROBE_DELIVERY.MADE_AT.eq(OLD))
                .fetchSet(PROBE_DELIVERY.STATE))
        .isEqualTo(Set.of("waiting"));
    assertThat(dsl.fetchCount(JOB_DEAD)).isOne();
    assertThat(dsl.fetchCount(PROBE_RUN)).isEqualTo(3);
  }

  @Test
  void howeverMuchItIs() {
    IntStream.range(0, 4_500).forEach(_ -> delivery(OLD, "sent"));
    Settled.before(NOW.minus(Duration.ofDays(90))).erase(dsl);
    assertThat(dsl.fetchCount(PROBE_DELIVERY, PROBE_DELIVERY.STATE.eq("sent"))).isOne();
  }
}

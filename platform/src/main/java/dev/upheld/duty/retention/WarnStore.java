package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_WARNED;
import static dev.upheld.store.generated.Tables.RETENTION_WARNING;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.mail.Mail;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RetentionWarnedRecord;
import dev.upheld.store.generated.tables.records.RetentionWarningRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who was told what goes, in the store: hashes of rows and addresses, and which mail it was. */
final class WarnStore {
  private static final int MANY = 1_000;

  private final Store store;
  private final Journal journal;

  WarnStore(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /**
   * Of one row, that somebody was told.
   *
   * @param print of the row
   * @param person of the address
   * @param seen when the row was last found about to go
   * @param sent when the mail server took the mail; empty where it has not yet
   * @param failed whether the mail was given up
   */
  record Kept(
      String print,
      String person,
      Instant warned,
      Instant seen,
      Optional<Instant> sent,
      boolean failed) {}

  /** A step of a rule: which promise, where, and how long before. */
  record Step(String rule, String promise, String before) {}

  void inOne(Consumer<DSLContext> work) {
    store.inTransaction(
        tx -> {
          work.accept(tx);
          return true;
        });
  }

  /** What is kept of these rows, by their prints. */
  Map<String, Kept> kept(Step step, Collection<String> prints) {
    return store
        .dsl()
        .selectFrom(RETENTION_WARNING)
        .where(RETENTION_WARNING.RULE.eq(step.rule()))
        .and(RETENTION_WARNING.STEP.eq(step.before()))
        .and(RETENTION_WARNING.PRINT.eq(DSL.any(prints.toArray(String[]::new))))
        .fetchMap(RETENTION_WARNING.PRINT, WarnStore::kept);
  }

  private static Kept kept(RetentionWarningRecord row) {
    return new Kept(
        row.getPrint(),
        row.getPerson(),
        row.getWarned(),
        row.getSeen(),
        Optional.ofNullable(row.getSent()),
        row.getFailed());
  }

  /** Notes that these rows are still about to go. */
  static void seen(DSLContext tx, Step step, Collection<String> prints, Instant at) {
    tx.update(RETENTION_WARNING)
        .set(RETENTION_WARNING.SEEN, at)
        .where(RETENTION_WARNING.RULE.eq(step.rule()))
        .and(RETENTION_WARNING.STEP.eq(step.before()))
        .and(RETENTION_WARNING.PRINT.eq(DSL.any(prints.toArray(String[]::new))))
        .execute();
  }

  /** Mails about the same promise that people got since an instant: one is enough for all rows. */
  static Map<String, UUID> mails(
      DSLContext tx, Step step, Collection<String> people, Instant since) {
    return tx
        .selectFrom(RETENTION_WARNING)
        .where(RETENTION_WARNING.PROMISE.eq(step.promise()))
        .and(RETENTION_WARNING.STEP.eq(step.before()))
        .and(RETENTION_WARNING.PERSON.eq(DSL.any(people.toArray(String[]::new))))
        .and(RETENTION_WARNING.WARNED.ge(since))
        .fetchGroups(RETENTION_WARNING.PERSON, RETENTION_WARNING.MAIL)
        .entrySet()
        .stream()
        .collect(
            HashMap::new,
            (map, e) -> map.put(e.getKey(), e.getValue().getFirst()),
            HashMap::putAll);
  }

  /** A row of which somebody is told now. */
  record Fresh(String print, String person, UUID mail) {}

  /** Keeps it, in place of what counts no more. */
  static void add(DSLContext tx, Step step, Collection<Fresh> all, Instant at) {
    List<RetentionWarningRecord> rows = new ArrayList<>();
    for (Fresh one : all) {
      RetentionWarningRecord row = new RetentionWarningRecord();
      row.setRule(step.rule());
      row.setStep(step.before());
      row.setPrint(one.print());
      row.setPromise(step.promise());
      row.setPerson(one.person());
      row.setMail(one.mail());
      row.setWarned(at);
      row.setSeen(at);
      row.setFailed(false);
      rows.add(row);
    }
    for (int from = 0; from < rows.size(); from += MANY) {
      List<RetentionWarningRecord> some = rows.subList(from, Math.min(rows.size(), from + MANY));
      tx.deleteFrom(RETENTION_WARNING)
          .where(RETENTION_WARNING.RULE.eq(step.rule()))
          .and(RETENTION_WARNING.STEP.eq(step.before()))
          .and(
              RETENTION_WARNING.PRINT.eq(
                  DSL.any(
                      some.stream().map(RetentionWarningRecord::getPrint).toArray(String[]::new))))
          .execute();
      tx.insertInto(RETENTION_WARNING).set(some).execute();
    }
  }

  /** Forgets what a whole look did not find any more: the row went, or its person came back. */
  void forget(Step step, Instant before) {
    store
        .dsl()
        .deleteFrom(RETENTION_WARNING)
        .where(RETENTION_WARNING.RULE.eq(step.rule()))
        .and(RETENTION_WARNING.STEP.eq(step.before()))
        .and(RETENTION_WARNING.SEEN.lt(before))
        .execute();
  }

  /** Notes what became of mails of a rule; until then they count as not sent. */
  void settle(String rule) {
    List<UUID> open =
        store
            .dsl()
            .selectDistinct(RETENTION_WARNING.MAIL)
            .from(RETENTION_WARNING)
            .where(RETENTION_WARNING.RULE.eq(rule))
            .and(RETENTION_WARNING.SENT.isNull())
            .andNot(RETENTION_WARNING.FAILED)
            .fetch(RETENTION_WARNING.MAIL);
    for (int from = 0; from < open.size(); from += MANY) {
      List<UUID> some = open.subList(from, Math.min(open.size(), from + MANY));
      settle(rule, Mail.proofs(store.dsl(), some));
    }
  }

  private void settle(String rule, Map<UUID, Mail.Proof> proofs) {
    List<UUID> sent = new ArrayList<>();
    List<OffsetDateTime> when = new ArrayList<>();
    List<UUID> failed = new ArrayList<>();
    proofs.forEach(
        (mail, proof) -> {
          proof.sent().ifPresent(_ -> sent.add(mail));
          proof.sent().ifPresent(at -> when.add(at.atOffset(ZoneOffset.UTC)));
          proof.failed().ifPresent(_ -> failed.add(mail));
        });
    inOne(
        tx -> {
          tx.execute(
              "UPDATE retention_warning w SET sent = v.sent FROM unnest(?, ?) AS v (mail, sent)"
                  + " WHERE w.mail = v.mail AND w.rule = ?",
              sent.toArray(UUID[]::new),
              when.toArray(OffsetDateTime[]::new),
              rule);
          tx.update(RETENTION_WARNING)
              .set(RETENTION_WARNING.FAILED, true)
              .where(RETENTION_WARNING.RULE.eq(rule))
              .and(RETENTION_WARNING.MAIL.eq(DSL.any(failed.toArray(UUID[]::new))))
              .execute();
        });
  }

  /**
   * Rows whose people were told before that and got no mail yet.
   *
   * @param waiting the mail server did not take it
   * @param refused it never will
   */
  record Unsent(long waiting, long refused) {}

  Unsent unsent(String rule, Instant before) {
    long refused =
        store
            .dsl()
            .fetchCount(
                RETENTION_WARNING, RETENTION_WARNING.RULE.eq(rule).and(RETENTION_WARNING.FAILED));
    long waiting =
        store
            .dsl()
            .fetchCount(
                RETENTION_WARNING,
                RETENTION_WARNING
                    .RULE
                    .eq(rule)
                    .and(RETENTION_WARNING.SENT.isNull())
                    .andNot(RETENTION_WARNING.FAILED)
                    .and(RETENTION_WARNING.WARNED.lt(before)));
    return new Unsent(waiting, refused);
  }

  /** Keeps a look in place of the one before, with its journal entry. */
  void keep(Warnings looked) {
    inOne(
        tx -> {
          RetentionWarnedRecord row = new RetentionWarnedRecord();
          row.setRule(looked.rule());
          row.setDigest(looked.digest());
          row.setBegan(looked.began());
          row.setEnded(looked.ended().orElse(null));
          row.setFigures(looked.figures().json());
          row.setTrouble(looked.trouble().orElse(null));
          tx.deleteFrom(RETENTION_WARNED).where(RETENTION_WARNED.RULE.eq(looked.rule())).execute();
          tx.insertInto(RETENTION_WARNED).set(row).execute();
          Map<String, Object> facts = new HashMap<>(looked.figures().facts());
          facts.put("rule", looked.rule());
          facts.put("digest", looked.digest());
          facts.put("stopped", !looked.isWhole());
          var _ = journal.append(tx, Draft.of("retention.warned", facts));
        });
  }

  /** The newest look of each rule. */
  Map<String, Warnings> looks() {
    return store.dsl().selectFrom(RETENTION_WARNED).fetchMap(RETENTION_WARNED.RULE, WarnStore::of);
  }

  /** The newest look of a rule. */
  Optional<Warnings> look(String rule) {
    return store
        .dsl()
        .selectFrom(RETENTION_WARNED)
        .where(RETENTION_WARNED.RULE.eq(rule))
        .fetchOptional(WarnStore::of);
  }

  private static Warnings of(RetentionWarnedRecord row) {
    return new Warnings(
        row.getRule(),
        row.getDigest(),
        row.getBegan(),
        Optional.ofNullable(row.getEnded()),
        Warnings.figures(row.getFigures()),
        Optional.ofNullable(row.getTrouble()));
  }
}

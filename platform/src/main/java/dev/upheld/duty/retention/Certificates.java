package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_CERTIFICATE;
import static dev.upheld.store.generated.Tables.RETENTION_RELEASE;

import dev.upheld.crypto.SigningKey;
import dev.upheld.journal.EntryId;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** Certificates of runs, in the store: made with the end of a run, signed once. */
final class Certificates {
  private final Store store;
  private final Journal journal;

  Certificates(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /**
   * Makes the statement of a run that ended.
   *
   * @param entry of the journal that says the same
   * @return whether it is new
   */
  static boolean keep(DSLContext tx, Ran run, EntryId entry) {
    Optional<Certificate.Leave> leave =
        tx.selectFrom(RETENTION_RELEASE)
            .where(RETENTION_RELEASE.RULE.eq(run.rule()))
            .and(RETENTION_RELEASE.DIGEST.eq(run.digest()))
            .fetchOptional(
                row ->
                    new Certificate.Leave(
                        row.getReleased(),
                        Optional.ofNullable(row.getWho()).map(ReferenceId::new),
                        Optional.ofNullable(row.getSays()),
                        Optional.ofNullable(row.getEnding())));
    return tx.insertInto(RETENTION_CERTIFICATE)
            .set(RETENTION_CERTIFICATE.RUN, run.id())
            .set(RETENTION_CERTIFICATE.STATEMENT, Certificate.statement(run, leave, entry))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /**
   * The certificate of a run, the same however often it is asked for.
   *
   * @return empty where there is no such run, it has not ended, or it is older than certificates
   */
  Optional<String> signed(UUID run, SigningKey key, Instant now) {
    return store.inTransaction(
        tx ->
            tx.selectFrom(RETENTION_CERTIFICATE)
                .where(RETENTION_CERTIFICATE.RUN.eq(run))
                .forUpdate()
                .fetchOptional()
                .map(
                    row -> {
                      if (row.getSigned() == null) {
                        Optional<String> hash =
                            journal.hashAt(Certificate.entry(row.getStatement()));
                        row.setSigned(Certificate.signed(row.getStatement(), hash, now, key));
                        tx.update(RETENTION_CERTIFICATE)
                            .set(RETENTION_CERTIFICATE.SIGNED, row.getSigned())
                            .where(RETENTION_CERTIFICATE.RUN.eq(run))
                            .execute();
                      }
                      return row.getSigned();
                    }));
  }
}

package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_CERTIFICATE;
import static dev.upheld.store.generated.Tables.RETENTION_RELEASE;

import dev.upheld.crypto.SigningKey;
import dev.upheld.journal.EntryId;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RetentionReleaseRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
   * Makes the statements of runs that ended.
   *
   * @param entries of the journal that say the same, in the same order
   * @return how many are new
   */
  static int keep(DSLContext tx, List<Ran> runs, List<EntryId> entries) {
    Map<String, RetentionReleaseRecord> releases =
        tx.selectFrom(RETENTION_RELEASE)
            .where(RETENTION_RELEASE.RULE.in(runs.stream().map(Ran::rule).toList()))
            .fetchMap(RETENTION_RELEASE.RULE);
    var insert =
        tx.insertInto(
            RETENTION_CERTIFICATE, RETENTION_CERTIFICATE.RUN, RETENTION_CERTIFICATE.STATEMENT);
    for (int i = 0; i < runs.size(); i++) {
      Ran run = runs.get(i);
      Optional<Certificate.Leave> leave =
          Optional.ofNullable(releases.get(run.rule()))
              .filter(row -> row.getDigest().equals(run.digest()))
              .map(Certificates::leave);
      insert = insert.values(run.id(), Certificate.statement(run, leave, entries.get(i)));
    }
    return insert.onConflictDoNothing().execute();
  }

  private static Certificate.Leave leave(RetentionReleaseRecord row) {
    return new Certificate.Leave(
        row.getReleased(),
        Optional.ofNullable(row.getWho()).map(ReferenceId::new),
        Optional.ofNullable(row.getSays()),
        Optional.ofNullable(row.getEnding()));
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

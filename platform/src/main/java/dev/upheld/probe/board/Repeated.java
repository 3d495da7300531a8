package dev.upheld.probe.board;

import static dev.upheld.store.generated.Tables.PROBE_DOCUMENT;
import static dev.upheld.store.generated.Tables.PROBE_EVIDENCE;

import dev.upheld.verdict.Evidence;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The same attestation within a moment is a form sent twice, and counts once. */
final class Repeated extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final long entry;

  private Repeated(long entry) {
    super("given already", null, false, false);
    this.entry = entry;
  }

  /** Where the first one stands in the journal. */
  long entry() {
    return entry;
  }

  /**
   * Refuses what was given a moment ago; whoever gives the same at once waits for the end of this
   * transaction.
   */
  static void refuse(DSLContext tx, Evidence given, String document) {
    tx.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))",
        DSL.val("attest " + given.promise()));
    tx.select(PROBE_EVIDENCE.ENTRY)
        .from(PROBE_EVIDENCE)
        .join(PROBE_DOCUMENT)
        .on(PROBE_DOCUMENT.ENTRY.eq(PROBE_EVIDENCE.ENTRY))
        .where(PROBE_EVIDENCE.PROMISE.eq(given.promise().toString()))
        .and(PROBE_EVIDENCE.DIGEST.eq(given.digest()))
        .and(PROBE_EVIDENCE.SOURCE.eq(given.source().name()))
        .and(PROBE_EVIDENCE.SUMMARY.eq(given.summary()))
        .and(PROBE_EVIDENCE.AT.gt(given.at().minus(A_MOMENT)))
        .and(PROBE_DOCUMENT.WORDS.eq(document))
        .limit(1)
        .fetchOptional(PROBE_EVIDENCE.ENTRY)
        .ifPresent(
            entry -> {
              throw new Repeated(entry);
            });
  }
}

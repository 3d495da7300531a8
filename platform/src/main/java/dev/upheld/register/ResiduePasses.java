package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_RESIDUE_PASS;
import static dev.upheld.store.generated.Tables.REGISTER_RESIDUE_TABLE;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Searches for what is left of erased people: the one that is under way, table by table, and those
 * that ended, each with its receipt. Holds figures only.
 */
public final class ResiduePasses {
  private static final int KEPT = 400;

  private final Store store;
  private final Journal journal;

  public ResiduePasses(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** A search that is under way. */
  public record Pass(long id, Instant began) {}

  /**
   * A search that ended.
   *
   * @param found rows that nothing explains
   * @param report what was seen, as the engine keeps it
   * @param receipt the signed receipt
   */
  public record Ended(Instant began, Instant ended, long found, String report, String receipt) {}

  /** The search that was interrupted after this instant, or a new one. */
  public Pass begin(Instant now, Instant notBefore) {
    return store.inTransaction(
        tx -> {
          Optional<Pass> open =
              tx.selectFrom(REGISTER_RESIDUE_PASS)
                  .where(REGISTER_RESIDUE_PASS.ENDED.isNull())
                  .and(REGISTER_RESIDUE_PASS.BEGAN.ge(notBefore))
                  .orderBy(REGISTER_RESIDUE_PASS.ID.desc())
                  .limit(1)
                  .fetchOptional(row -> new Pass(row.getId(), row.getBegan()));
          return open.orElseGet(() -> fresh(tx, now));
        });
  }

  private static Pass fresh(DSLContext tx, Instant now) {
    tx.deleteFrom(REGISTER_RESIDUE_PASS).where(REGISTER_RESIDUE_PASS.ENDED.isNull()).execute();
    return tx.insertInto(REGISTER_RESIDUE_PASS)
        .set(REGISTER_RESIDUE_PASS.BEGAN, now)
        .returning()
        .fetchSingle(row -> new Pass(row.getId(), row.getBegan()));
  }

  /** What was seen of a table; empty where it was not searched yet. */
  public Optional<String> seen(Pass pass, String system, String table) {
    return store
        .dsl()
        .select(REGISTER_RESIDUE_TABLE.SEEN)
        .from(REGISTER_RESIDUE_TABLE)
        .where(REGISTER_RESIDUE_TABLE.PASS.eq(pass.id()))
        .and(REGISTER_RESIDUE_TABLE.SYSTEM.eq(system))
        .and(REGISTER_RESIDUE_TABLE.TBL.eq(table))
        .fetchOptional(REGISTER_RESIDUE_TABLE.SEEN);
  }

  /** Keeps what was seen of a table. */
  public void saw(Pass pass, String system, String table, String seen) {
    store.inTransaction(
        tx ->
            tx.insertInto(REGISTER_RESIDUE_TABLE)
                .set(REGISTER_RESIDUE_TABLE.PASS, pass.id())
                .set(REGISTER_RESIDUE_TABLE.SYSTEM, system)
                .set(REGISTER_RESIDUE_TABLE.TBL, table)
                .set(REGISTER_RESIDUE_TABLE.SEEN, seen)
                .onConflictDoNothing()
                .execute());
  }

  /**
   * Ends a search, once; what was seen of each table goes, the report stays.
   *
   * @param facts what the journal says of it
   */
  public void end(Pass pass, Ended ended, Map<String, Object> facts) {
    store.inTransaction(
        tx -> {
          int first =
              tx.update(REGISTER_RESIDUE_PASS)
                  .set(REGISTER_RESIDUE_PASS.ENDED, ended.ended())
                  .set(REGISTER_RESIDUE_PASS.FOUND, ended.found())
                  .set(REGISTER_RESIDUE_PASS.REPORT, ended.report())
                  .set(REGISTER_RESIDUE_PASS.RECEIPT, ended.receipt())
                  .where(REGISTER_RESIDUE_PASS.ID.eq(pass.id()))
                  .and(REGISTER_RESIDUE_PASS.ENDED.isNull())
                  .execute();
          tx.deleteFrom(REGISTER_RESIDUE_TABLE)
              .where(REGISTER_RESIDUE_TABLE.PASS.eq(pass.id()))
              .execute();
          tx.deleteFrom(REGISTER_RESIDUE_PASS)
              .where(REGISTER_RESIDUE_PASS.ID.le(pass.id() - KEPT))
              .execute();
          if (first == 1) {
            journal.append(tx, Draft.of("register.residue-searched", facts));
          }
          return first;
        });
  }

  /** The last searches that ended, the newest first. */
  public List<Ended> last(int atMost) {
    return last(store.dsl(), atMost);
  }

  /** The same within a transaction. */
  public static List<Ended> last(DSLContext tx, int atMost) {
    return tx.selectFrom(REGISTER_RESIDUE_PASS)
        .where(REGISTER_RESIDUE_PASS.ENDED.isNotNull())
        .orderBy(REGISTER_RESIDUE_PASS.ID.desc())
        .limit(atMost)
        .fetch(
            row ->
                new Ended(
                    row.getBegan(),
                    row.getEnded(),
                    row.getFound(),
                    row.getReport(),
                    row.getReceipt()));
  }
}

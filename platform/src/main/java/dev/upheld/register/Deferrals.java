package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_DEFERRAL;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RegisterDeferralRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What erasures kept until a day, in the store. */
public final class Deferrals {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Long>> FIGURES = new TypeReference<>() {};

  private final Store store;
  private final Journal journal;

  public Deferrals(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Keeps them; what is kept already stays as it is. */
  public void keep(Collection<Deferral> deferrals) {
    store.inTransaction(
        tx -> {
          for (Deferral deferral : deferrals) {
            RegisterDeferralRecord row = row(deferral);
            if (tx.insertInto(REGISTER_DEFERRAL).set(row).onConflictDoNothing().execute() == 1) {
              journal.append(
                  tx,
                  Draft.of(
                      "register.erasure-deferred",
                      Map.of(
                          "plan",
                          deferral.erasure(),
                          "system",
                          deferral.system(),
                          "rows",
                          deferral.rows(),
                          "due",
                          deferral.due().toString())));
            }
          }
          return deferrals.size();
        });
  }

  private static RegisterDeferralRecord row(Deferral of) {
    Tombstone first = of.people().getFirst();
    RegisterDeferralRecord row = new RegisterDeferralRecord();
    row.setErasure(of.erasure());
    row.setSystem(of.system());
    row.setDue(of.due());
    row.setErased(first.erased());
    row.setGround(first.reach().ground());
    row.setKeep(first.reach().keep().stream().sorted().toArray(String[]::new));
    row.setErase(first.reach().erase().stream().sorted().toArray(String[]::new));
    row.setPrints(of.people().stream().map(Deferrals::print).sorted().toArray(String[]::new));
    row.setStayed(JSON.writeValueAsString(of.stayed()));
    return row;
  }

  private static String print(Tombstone of) {
    return of.fingerprint()
        + ":"
        + of.tag().map(t -> Integer.toString(t)).orElse("")
        + ":"
        + of.word();
  }

  private static Deferral deferral(RegisterDeferralRecord row) {
    Tombstone.Reach reach =
        new Tombstone.Reach(row.getGround(), Set.of(row.getKeep()), Set.of(row.getErase()));
    return new Deferral(
        row.getErasure(),
        row.getSystem(),
        row.getDue(),
        Arrays.stream(row.getPrints()).map(print -> tombstone(row, print, reach)).toList(),
        JSON.readValue(row.getStayed(), FIGURES),
        Optional.ofNullable(row.getPlan()),
        Optional.ofNullable(row.getStopped()));
  }

  private static Tombstone tombstone(
      RegisterDeferralRecord row, String print, Tombstone.Reach reach) {
    String[] parts = print.split(":", 3);
    return new Tombstone(
        row.getErasure(),
        row.getSystem(),
        parts[2],
        parts[0],
        row.getErased(),
        reach,
        Instant.MAX,
        parts[1].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(parts[1])));
  }

  /** Those that wait, the soonest first. */
  public List<Deferral> waiting() {
    return waiting(store.dsl(), DSL.noCondition());
  }

  /** Those whose day has come. */
  public List<Deferral> due(LocalDate today) {
    return waiting(store.dsl(), REGISTER_DEFERRAL.DUE.le(today));
  }

  /** Those that could not be done although their day has come. */
  public static List<Deferral> stopped(DSLContext tx) {
    return waiting(tx, REGISTER_DEFERRAL.STOPPED.isNotNull());
  }

  private static List<Deferral> waiting(DSLContext tx, Condition which) {
    return tx.selectFrom(REGISTER_DEFERRAL)
        .where(REGISTER_DEFERRAL.DONE.isNull())
        .and(which)
        .orderBy(REGISTER_DEFERRAL.DUE, REGISTER_DEFERRAL.SYSTEM, REGISTER_DEFERRAL.ERASURE)
        .fetch(Deferrals::deferral);
  }

  /** Notes what is about to be done, so that a process that is killed can be asked what it did. */
  public void planned(Deferral of, String plan) {
    change(of, Map.of(REGISTER_DEFERRAL.PLAN, plan));
  }

  /** The rest may go later than it was thought. */
  public void later(Deferral of, LocalDate due) {
    change(of, Map.of(REGISTER_DEFERRAL.DUE, due));
    store.inTransaction(
        tx ->
            tx.update(REGISTER_DEFERRAL)
                .setNull(REGISTER_DEFERRAL.STOPPED)
                .where(is(of))
                .execute());
  }

  /** Notes why it could not be done. */
  public void stopped(Deferral of, String why) {
    change(of, Map.of(REGISTER_DEFERRAL.STOPPED, why));
  }

  private void change(Deferral of, Map<?, ?> values) {
    store.inTransaction(tx -> tx.update(REGISTER_DEFERRAL).set(values).where(is(of)).execute());
  }

  private static Condition is(Deferral of) {
    return REGISTER_DEFERRAL
        .ERASURE
        .eq(of.erasure())
        .and(REGISTER_DEFERRAL.SYSTEM.eq(of.system()))
        .and(REGISTER_DEFERRAL.DONE.isNull());
  }

  /**
   * Notes that it was done, once, and says so in the journal: which plan followed from which.
   *
   * @param followedBy digest of the plan that was carried out
   * @param receipt the signed receipt
   * @return whether it had not been noted before
   */
  public boolean done(Deferral of, String followedBy, String receipt, Instant now) {
    return store.inTransaction(
        tx -> {
          int first =
              tx.update(REGISTER_DEFERRAL)
                  .set(REGISTER_DEFERRAL.DONE, now)
                  .set(REGISTER_DEFERRAL.FOLLOWED_BY, followedBy)
                  .set(REGISTER_DEFERRAL.RECEIPT, receipt)
                  .setNull(REGISTER_DEFERRAL.STOPPED)
                  .set(REGISTER_DEFERRAL.PRINTS, new String[0])
                  .where(is(of))
                  .execute();
          if (first == 1) {
            journal.append(
                tx,
                Draft.of(
                    "register.deferred-erased",
                    Map.of("approved", of.erasure(), "plan", followedBy, "system", of.system())));
          }
          return first == 1;
        });
  }

  /** The signed receipts of those that were done in time, by the erasure they follow. */
  public Map<String, String> receipts() {
    return store
        .dsl()
        .selectFrom(REGISTER_DEFERRAL)
        .where(REGISTER_DEFERRAL.DONE.isNotNull())
        .fetchMap(
            row -> row.getErasure() + "/" + row.getSystem(), RegisterDeferralRecord::getReceipt);
  }
}

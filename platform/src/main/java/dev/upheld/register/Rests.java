package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_REST;
import static dev.upheld.store.generated.Tables.REGISTER_TOMBSTONE;

import dev.upheld.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** What stayed of erased people, as long as they are recognised at all. */
public final class Rests {
  private final Store store;

  public Rests(Store store) {
    this.store = store;
  }

  /** Keeps them; what is kept already stays as it is. */
  public void keep(Collection<Rest> rests) {
    store.inTransaction(
        tx -> {
          for (Rest rest : rests) {
            tx.insertInto(REGISTER_REST)
                .set(REGISTER_REST.ERASURE, rest.erasure())
                .set(REGISTER_REST.SYSTEM, rest.system())
                .set(REGISTER_REST.TBL, rest.table())
                .set(REGISTER_REST.KEPT, rest.kept())
                .set(REGISTER_REST.SHELLS, rest.shells())
                .set(REGISTER_REST.UNTIL, rest.until().orElse(null))
                .set(REGISTER_REST.REASONS, rest.reasons().toArray(String[]::new))
                .onConflictDoNothing()
                .execute();
          }
          return rests.size();
        });
  }

  /** All of them. */
  public List<Rest> all() {
    return store
        .dsl()
        .selectFrom(REGISTER_REST)
        .orderBy(REGISTER_REST.SYSTEM, REGISTER_REST.TBL, REGISTER_REST.ERASURE)
        .fetch(
            row ->
                new Rest(
                    row.getErasure(),
                    row.getSystem(),
                    row.getTbl(),
                    row.getKept(),
                    row.getShells(),
                    Optional.ofNullable(row.getUntil()),
                    List.of(row.getReasons())));
  }

  /** Forgets those of people whom no tombstone recognises any more. */
  public int expire() {
    return store.inTransaction(
        tx ->
            tx.deleteFrom(REGISTER_REST)
                .whereNotExists(
                    DSL.selectOne()
                        .from(REGISTER_TOMBSTONE)
                        .where(REGISTER_TOMBSTONE.ERASURE.eq(REGISTER_REST.ERASURE)))
                .execute());
  }
}

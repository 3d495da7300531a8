package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.DATA_KEY;

import dev.upheld.crypto.KeyShelf;
import dev.upheld.crypto.WrappedKey;
import dev.upheld.store.Store;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * Sealed data keys in the store, where several servers share them. What they are sealed with lies
 * elsewhere.
 */
public final class DataKeyTable implements KeyShelf {
  private final Supplier<DSLContext> dsl;

  private DataKeyTable(Supplier<DSLContext> dsl) {
    this.dsl = dsl;
  }

  /** Each act by itself. */
  public DataKeyTable(Store store) {
    this(store::dsl);
  }

  /** Within one transaction, during which nobody else changes a key: of two rotations one waits. */
  static DataKeyTable within(DSLContext tx) {
    tx.execute("lock table {0} in share row exclusive mode", DATA_KEY);
    return new DataKeyTable(() -> tx);
  }

  @Override
  public List<WrappedKey> all() {
    return dsl.get()
        .selectFrom(DATA_KEY)
        .orderBy(DATA_KEY.MADE_AT)
        .fetch(
            row ->
                new WrappedKey(
                    new WrappedKey.Name(row.getId(), row.getPurpose(), row.getMadeAt()),
                    row.getMaster(),
                    row.getWrapped()));
  }

  @Override
  public void put(WrappedKey key) {
    dsl.get()
        .insertInto(DATA_KEY)
        .set(DATA_KEY.ID, key.name().id())
        .set(DATA_KEY.PURPOSE, key.name().purpose())
        .set(DATA_KEY.MASTER, key.master())
        .set(DATA_KEY.MADE_AT, key.name().madeAt())
        .set(DATA_KEY.WRAPPED, key.wrapped())
        .onConflict(DATA_KEY.ID)
        .doUpdate()
        .set(DATA_KEY.MASTER, key.master())
        .set(DATA_KEY.WRAPPED, key.wrapped())
        .execute();
  }

  @Override
  public void remove(UUID id) {
    dsl.get().deleteFrom(DATA_KEY).where(DATA_KEY.ID.eq(id)).execute();
  }
}

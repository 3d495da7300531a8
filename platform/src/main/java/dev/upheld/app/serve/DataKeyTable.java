package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.DATA_KEY;

import dev.upheld.crypto.KeyShelf;
import dev.upheld.crypto.WrappedKey;
import dev.upheld.store.Store;
import java.util.List;
import java.util.UUID;

/**
 * Sealed data keys in the store, where several servers share them. What they are sealed with lies
 * elsewhere.
 *
 * @param store holds the table
 */
public record DataKeyTable(Store store) implements KeyShelf {

  @Override
  public List<WrappedKey> all() {
    return store
        .dsl()
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
    store
        .dsl()
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
    store.dsl().deleteFrom(DATA_KEY).where(DATA_KEY.ID.eq(id)).execute();
  }
}

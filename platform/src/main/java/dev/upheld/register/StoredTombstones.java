package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_TOMBSTONE;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.RegisterTombstoneRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tombstones in the store; what is kept and what expires is journalled, by number alone. */
public final class StoredTombstones implements Tombstones {
  private final Store store;
  private final Journal journal;

  public StoredTombstones(Store store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  @Override
  public void keep(Collection<Tombstone> tombstones) {
    if (tombstones.isEmpty()) {
      return;
    }
    store.inTransaction(
        tx -> {
          List<RegisterTombstoneRecord> rows =
              tombstones.stream().map(StoredTombstones::row).toList();
          int kept = 0;
          for (RegisterTombstoneRecord row : rows) {
            kept += tx.insertInto(REGISTER_TOMBSTONE).set(row).onConflictDoNothing().execute();
          }
          if (kept > 0) {
            Tombstone first = tombstones.iterator().next();
            Map<String, Object> facts =
                Map.of(
                    "plan", first.erasure(), "kept", kept, "expires", first.expires().toString());
            journal.append(tx, Draft.of("register.tombstones-kept", facts));
          }
          return kept;
        });
  }

  private static RegisterTombstoneRecord row(Tombstone of) {
    RegisterTombstoneRecord row = new RegisterTombstoneRecord();
    row.setErasure(of.erasure());
    row.setSystem(of.system());
    row.setWord(of.word());
    row.setFingerprint(of.fingerprint());
    row.setErased(of.erased());
    row.setGround(of.reach().ground());
    row.setKeep(of.reach().keep().stream().sorted().toArray(String[]::new));
    row.setErase(of.reach().erase().stream().sorted().toArray(String[]::new));
    row.setExpires(of.expires());
    row.setTag(of.tag().orElse(null));
    return row;
  }

  @Override
  public List<Tombstone> of(String system, Instant since, Instant now) {
    return store
        .dsl()
        .selectFrom(REGISTER_TOMBSTONE)
        .where(REGISTER_TOMBSTONE.SYSTEM.eq(system))
        .and(REGISTER_TOMBSTONE.ERASED.ge(since))
        .and(REGISTER_TOMBSTONE.EXPIRES.gt(now))
        .orderBy(REGISTER_TOMBSTONE.ERASED, REGISTER_TOMBSTONE.FINGERPRINT)
        .fetch(StoredTombstones::tombstone);
  }

  private static Tombstone tombstone(RegisterTombstoneRecord row) {
    return new Tombstone(
        row.getErasure(),
        row.getSystem(),
        row.getWord(),
        row.getFingerprint(),
        row.getErased(),
        new Tombstone.Reach(row.getGround(), Set.of(row.getKeep()), Set.of(row.getErase())),
        row.getExpires(),
        Optional.ofNullable(row.getTag()));
  }

  @Override
  public int expire(Instant now) {
    return store.inTransaction(
        tx -> {
          int gone =
              tx.deleteFrom(REGISTER_TOMBSTONE).where(REGISTER_TOMBSTONE.EXPIRES.le(now)).execute();
          if (gone > 0) {
            journal.append(tx, Draft.of("register.tombstones-expired", Map.of("expired", gone)));
          }
          return gone;
        });
  }
}

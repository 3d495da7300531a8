package dev.upheld.app.serve;

import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.KeyShelf;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Renews the keys of personal data while servers run: seals data keys with the present master key,
 * and makes new ones when they are old. Each renewal is one transaction with its journal entry; of
 * several servers one does it.
 */
public final class KeyCare {
  private final Store store;
  private final Journal journal;
  private final Function<KeyShelf, DataKeys> keys;
  private final Duration age;

  /**
   * @param keys data keys on a shelf, under the master keys of the settings
   * @param age how old a data key may become
   */
  public KeyCare(Store store, Journal journal, Function<KeyShelf, DataKeys> keys, Duration age) {
    this.store = store;
    this.journal = journal;
    this.keys = keys;
    this.age = age;
  }

  /**
   * What a renewal did.
   *
   * @param rewrapped how many data keys were sealed with the present master key
   * @param rotated purposes that have a new data key
   */
  public record Renewal(int rewrapped, List<String> rotated) {}

  /** Renews what is due; usually nothing. */
  public Renewal due() {
    DataKeys now = keys();
    boolean old = now.uses().stream().anyMatch(use -> now.isDue(use, age));
    return now.underFormer() > 0 || old ? renew(age) : new Renewal(0, List.of());
  }

  /** Renews every key that can be, however young. */
  public Renewal now() {
    return renew(Duration.ZERO);
  }

  private Renewal renew(Duration than) {
    return store.inTransaction(
        tx -> {
          DataKeys within = keys.apply(DataKeyTable.within(tx));
          Renewal done = new Renewal(within.rewrap(), within.rotate(than));
          note(tx, within.master(), done);
          return done;
        });
  }

  private void note(DSLContext tx, String master, Renewal done) {
    if (done.rewrapped() > 0) {
      Map<String, Object> facts = Map.of("keys", done.rewrapped(), "master", master);
      journal.append(tx, Draft.of("keys.rewrapped", facts));
    }
    if (!done.rotated().isEmpty()) {
      journal.append(tx, Draft.of("keys.rotated", Map.of("purposes", done.rotated())));
    }
  }

  /** The keys as they stand. */
  public DataKeys keys() {
    return keys.apply(new DataKeyTable(store));
  }

  /** How old a data key may become. */
  public Duration age() {
    return age;
  }
}

package dev.upheld.crypto;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Data keys, one or more for each purpose, and the master keys that seal them. Both kinds rotate
 * while processes run: a new data key seals from then on and the old ones still open; a new master
 * key seals the same data keys anew, so that no data is touched. Thread-safe.
 */
public final class DataKeys {
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9.-]{0,80}");
  private static final Comparator<WrappedKey.Name> AGE =
      Comparator.comparing(WrappedKey.Name::madeAt).thenComparing(WrappedKey.Name::id);

  /** How long a process seals with a key without looking whether another made a newer one. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final List<MasterKey> masters;
  private final KeyShelf shelf;
  private final InstantSource clock;
  private final Map<UUID, Secret<byte[]>> opened = new ConcurrentHashMap<>();
  private final Map<UUID, String> purposes = new ConcurrentHashMap<>();
  private final Map<String, Sealing> sealing = new ConcurrentHashMap<>();
  private final Map<String, KeyedHash> hashing = new ConcurrentHashMap<>();

  private record Sealing(UUID key, Instant looked) {}

  /**
   * @param master seals data keys from now on
   * @param former master keys that may still have sealed some; empty once {@link #rewrap} was run
   * @param shelf where the sealed keys lie
   */
  public DataKeys(MasterKey master, List<MasterKey> former, KeyShelf shelf, InstantSource clock) {
    List<MasterKey> all = new ArrayList<>();
    all.add(master);
    all.addAll(former);
    this.masters = List.copyOf(all);
    this.shelf = shelf;
    this.clock = clock;
  }

  /**
   * Seals and opens for one purpose; what another purpose sealed does not open.
   *
   * @param purpose small letters, digits, dots, hyphens
   */
  public Envelope envelope(String purpose) {
    if (!PURPOSE.matcher(purpose).matches()) {
      throw new IllegalArgumentException("a purpose is small letters, digits, dots and hyphens");
    }
    return new Envelope(this, purpose);
  }

  /**
   * A key for {@link KeyedHash}, always the same for this purpose; rotation would lose the hashes.
   */
  public KeyedHash keyedHash(String purpose) {
    return hashing.computeIfAbsent(purpose, this::oldest);
  }

  private KeyedHash oldest(String purpose) {
    if (named(purpose).isEmpty()) {
      made(purpose);
    }
    // Looked for after it was made: of two processes that make one at once, both take the older.
    UUID oldest =
        named(purpose).stream().min(AGE).map(WrappedKey.Name::id).orElseThrow(DataKeys::gone);
    return new KeyedHash(key(oldest, purpose).orElseThrow(DataKeys::gone));
  }

  /** Seals with a new key from now on, here at once and in other processes within a minute. */
  public void rotate(String purpose) {
    made(purpose);
  }

  /**
   * Seals every data key with the present master key. When it returns, the former ones are needed
   * no more.
   *
   * @return how many keys were sealed anew
   */
  public int rewrap() {
    int done = 0;
    for (WrappedKey wrapped : shelf.all()) {
      if (!wrapped.master().equals(masters.getFirst().id())) {
        shelf.put(masters.getFirst().wrap(wrapped.name(), unwrapped(wrapped)));
        done++;
      }
    }
    return done;
  }

  /** Forgets a key: whatever it sealed is erased by that, here and in every backup of the data. */
  public void forget(UUID key) {
    shelf.remove(key);
    opened.remove(key);
    sealing.values().removeIf(s -> s.key.equals(key));
  }

  /** The key that seals for this purpose; made when there is none. */
  UUID current(String purpose) {
    Instant now = clock.instant();
    Sealing known = sealing.get(purpose);
    if (known != null && now.isBefore(known.looked.plus(LOOK_AGAIN))) {
      return known.key;
    }
    UUID found =
        named(purpose).stream().max(AGE).map(WrappedKey.Name::id).orElseGet(() -> made(purpose));
    sealing.put(purpose, new Sealing(found, now));
    return found;
  }

  /** Empty when the key is gone, or made for another purpose. */
  Optional<Secret<byte[]>> key(UUID id, String purpose) {
    if (!opened.containsKey(id)) {
      load(purpose); // another process may have made it
    }
    return Optional.ofNullable(opened.get(id)).filter(k -> isFor(id, purpose));
  }

  private boolean isFor(UUID id, String purpose) {
    return purpose.equals(purposes.get(id));
  }

  private void load(String purpose) {
    for (WrappedKey wrapped : shelf.all()) {
      if (wrapped.name().purpose().equals(purpose)) {
        purposes.put(wrapped.name().id(), purpose);
        opened.computeIfAbsent(wrapped.name().id(), id -> unwrapped(wrapped));
      }
    }
  }

  private List<WrappedKey.Name> named(String purpose) {
    return shelf.all().stream()
        .map(WrappedKey::name)
        .filter(name -> name.purpose().equals(purpose))
        .toList();
  }

  private UUID made(String purpose) {
    byte[] fresh = new byte[AesGcm.KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    Secret<byte[]> key = Secret.of(fresh);
    WrappedKey.Name name = new WrappedKey.Name(UUID.randomUUID(), purpose, clock.instant());
    shelf.put(masters.getFirst().wrap(name, key));
    opened.put(name.id(), key);
    purposes.put(name.id(), purpose);
    sealing.put(purpose, new Sealing(name.id(), name.madeAt()));
    return name.id();
  }

  private Secret<byte[]> unwrapped(WrappedKey wrapped) {
    return masters.stream()
        .filter(m -> m.id().equals(wrapped.master()))
        .flatMap(m -> m.unwrap(wrapped).stream())
        .findFirst()
        .orElseThrow(
            () ->
                CryptoProblem.MASTER_KEY.because(
                    "A data key was sealed by the master key "
                        + wrapped.master()
                        + ", which was not given, or was changed since.",
                    "Name that master key among the former ones."));
  }

  private static ProblemException gone() {
    return CryptoProblem.KEY_MISSING.because(
        "A data key is gone.", "Put it back from your own copy of the keys.");
  }
}

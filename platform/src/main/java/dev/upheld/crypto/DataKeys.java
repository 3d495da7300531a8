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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Data keys, one or more for each purpose, and the master keys that seal them. Both kinds rotate
 * while processes run: a new data key seals from then on and the old ones still open; a new master
 * key seals the same data keys anew, so that no data is touched. Thread-safe.
 */
public final class DataKeys {
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9.-]{0,80}");

  /** Begins the purpose of a key for hashes: never rotated, since the hashes would find nothing. */
  private static final String HASHES = "fingerprint-";

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
    if (!PURPOSE.matcher(purpose).matches() || purpose.startsWith(HASHES)) {
      throw new IllegalArgumentException("a purpose is small letters, digits, dots and hyphens");
    }
    return new Envelope(this, purpose);
  }

  /**
   * A key for {@link KeyedHash}, always the same for this purpose; rotation would lose the hashes.
   */
  public KeyedHash keyedHash(String purpose) {
    return hashing.computeIfAbsent(HASHES + purpose, this::oldest);
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
   * Makes a new key for every purpose whose newest one is so old; keys for hashes stay.
   *
   * @return the purposes
   */
  public List<String> rotate(Duration age) {
    List<String> due = uses().stream().filter(use -> isDue(use, age)).map(Use::purpose).toList();
    due.forEach(this::rotate);
    return due;
  }

  /** Whether the newest key of a purpose is so old that it should be followed by another. */
  public boolean isDue(Use use, Duration age) {
    return use.rotates() && !use.newest().isAfter(clock.instant().minus(age));
  }

  /**
   * The keys of one purpose.
   *
   * @param keys how many there are: one seals, the others only open
   * @param newest when the one that seals was made
   * @param rotates false for a key that makes hashes
   */
  public record Use(String purpose, int keys, Instant newest, boolean rotates) {}

  /** All purposes that have keys, by name. */
  public List<Use> uses() {
    Map<String, List<WrappedKey.Name>> byPurpose =
        shelf.all().stream()
            .map(WrappedKey::name)
            .collect(
                Collectors.groupingBy(WrappedKey.Name::purpose, TreeMap::new, Collectors.toList()));
    return byPurpose.entrySet().stream().map(e -> use(e.getKey(), e.getValue())).toList();
  }

  private static Use use(String purpose, List<WrappedKey.Name> keys) {
    Instant newest = keys.stream().max(AGE).map(WrappedKey.Name::madeAt).orElseThrow();
    return new Use(purpose, keys.size(), newest, !purpose.startsWith(HASHES));
  }

  /** Id of the master key that seals data keys now. */
  public String master() {
    return masters.getFirst().id();
  }

  /** How many data keys a former master key still seals; {@link #rewrap} brings it to none. */
  public int underFormer() {
    return (int) shelf.all().stream().filter(k -> !k.master().equals(master())).count();
  }

  /**
   * Opens every data key once, before anything is done with them.
   *
   * @throws ProblemException with {@link CryptoProblem#MASTER_KEY} when one was sealed by a master
   *     key that is neither the present nor a former one
   */
  public void check() {
    shelf.all().forEach(this::unwrapped);
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
      if (!wrapped.master().equals(master())) {
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
                    "Name that master key in keys.master, or among keys.former when it was changed;"
                        + " after a restore put the folder of the keys back."));
  }

  private static ProblemException gone() {
    return CryptoProblem.KEY_MISSING.because(
        "A data key is gone.", "Put it back from your own copy of the keys.");
  }
}

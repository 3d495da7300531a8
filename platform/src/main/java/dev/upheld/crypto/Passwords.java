package dev.upheld.crypto;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id hashes (RFC 9106) in the PHC string format. Thread-safe; one hash takes a
 * good part of a CPU for tens of milliseconds and as much memory as {@link Cost} says, on purpose.
 * So only a few are made at once; the others wait for their turn, and not for ever.
 */
public final class Passwords {
  /** Longer than any password, short enough to be no attack. */
  public static final int LONGEST = 1024;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** What somebody could write into the database must not make us allocate the whole memory. */
  private static final int MOST_KIB = 1 << 20;

  private static final int MOST_PASSES = 20;
  private static final Pattern STORED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1\\$([A-Za-z0-9+/]{11,88})\\$([A-Za-z0-9+/]{22,88})");

  /** With the usual cost 38 MiB, however many people sign in or pretend to. */
  private static final int AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Cost cost;
  private final Semaphore turns;
  private final Duration patience;
  private final SecureRandom random = new SecureRandom();
  private final String nobody;

  /**
   * What one hash costs.
   *
   * @param kib memory in KiB
   * @param passes over the memory
   */
  public record Cost(int kib, int passes) {

    /** OWASP Password Storage Cheat Sheet, 2025: 19 MiB, two passes, one lane. */
    public static final Cost OWASP = new Cost(19_456, 2);
  }

  /** With the cost that OWASP recommends. */
  public Passwords() {
    this(Cost.OWASP);
  }

  /**
   * @param cost of new hashes; old ones keep theirs
   */
  public Passwords(Cost cost) {
    this(cost, new Semaphore(AT_ONCE, true), PATIENCE);
  }

  /**
   * @param turns one for each that may be made at once
   * @param patience how long one waits for its turn
   */
  Passwords(Cost cost, Semaphore turns, Duration patience) {
    this.cost = cost;
    this.turns = turns;
    this.patience = patience;
    this.nobody = hash(Secret.of(Base64.getEncoder().encodeToString(random.generateSeed(24))));
  }

  /**
   * The hash to keep.
   *
   * @throws dev.upheld.kernel.ProblemException when the password is longer than {@link #LONGEST},
   *     or too many are looked at
   */
  public String hash(Secret<String> password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(
            cost.kib,
            cost.passes,
            base64.encodeToString(salt),
            base64.encodeToString(argon2(bytes(password), salt, cost, HASH_BYTES)));
  }

  /**
   * Whether the password is the one that was hashed. For somebody who does not exist it takes the
   * time it would take for somebody who does.
   *
   * @param stored the kept hash; empty when there is no such user or they have no password
   * @throws dev.upheld.kernel.ProblemException when too many are looked at
   */
  public boolean matches(Secret<String> password, Optional<String> stored) {
    if (password.reveal().length() > LONGEST) {
      return false;
    }
    return isHashOf(password, stored.orElse(nobody)) && stored.isPresent();
  }

  /** False also when it is no hash of ours, or one that would cost more than we ever ask. */
  private boolean isHashOf(Secret<String> password, String stored) {
    Matcher parts = STORED.matcher(stored);
    if (!parts.matches()) {
      return false;
    }
    Cost cost = new Cost(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    if (cost.kib > MOST_KIB || cost.kib < 8 || cost.passes > MOST_PASSES || cost.passes < 1) {
      return false;
    }
    try {
      byte[] salt = Base64.getDecoder().decode(parts.group(3));
      byte[] hash = Base64.getDecoder().decode(parts.group(4));
      return MessageDigest.isEqual(hash, argon2(bytes(password), salt, cost, hash.length));
    } catch (IllegalArgumentException e) {
      return false; // not base64
    }
  }

  /** Whether the hash was made at another cost, so that the next sign-in should renew it. */
  public boolean isOutdated(String stored) {
    return !stored.startsWith("$argon2id$v=19$m=%d,t=%d,p=1$".formatted(cost.kib, cost.passes));
  }

  /**
   * Normalised, so that the same keys on another keyboard give the same password (NIST 800-63B).
   */
  private static byte[] bytes(Secret<String> password) {
    if (password.reveal().length() > LONGEST) {
      throw CryptoProblem.PASSWORD.because(
          "The password is longer than " + LONGEST + " characters.", "Choose a shorter one.");
    }
    return Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] argon2(byte[] password, byte[] salt, Cost cost, int length) {
    await();
    try {
      return computed(password, salt, cost, length);
    } finally {
      turns.release();
    }
  }

  private void await() {
    try {
      if (turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw CryptoProblem.BUSY.because(
        "Too many passwords are being looked at.", "Try again in a minute.");
  }

  private static byte[] computed(byte[] password, byte[] salt, Cost cost, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kib)
            .withIterations(cost.passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }
}

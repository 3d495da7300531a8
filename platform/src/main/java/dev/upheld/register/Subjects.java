package dev.upheld.register;

import static dev.upheld.store.generated.Tables.REGISTER_SUBJECT;

import dev.upheld.crypto.KeyedHash;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** References of people, found again by keyed hash of an address. Thread-safe. */
public final class Subjects {
  private final Supplier<KeyedHash> hash;
  private final InstantSource clock;

  /**
   * @param hash always by the same key
   */
  public Subjects(Supplier<KeyedHash> hash, InstantSource clock) {
    this.hash = hash;
    this.clock = clock;
  }

  /** The reference of whoever has this address, made when there is none. */
  public SubjectRef of(DSLContext tx, String address) {
    byte[] fingerprint = fingerprint(address);
    tx.insertInto(REGISTER_SUBJECT)
        .set(REGISTER_SUBJECT.ID, UUID.randomUUID())
        .set(REGISTER_SUBJECT.FINGERPRINT, fingerprint)
        .set(REGISTER_SUBJECT.MADE, clock.instant())
        .onConflictDoNothing()
        .execute();
    return find(tx, fingerprint)
        .orElseThrow(() -> new IllegalStateException("forgotten while it was made"));
  }

  /** The reference of whoever has this address, where there is one. */
  public Optional<SubjectRef> find(DSLContext tx, String address) {
    return find(tx, fingerprint(address));
  }

  private static Optional<SubjectRef> find(DSLContext tx, byte[] fingerprint) {
    return tx.select(REGISTER_SUBJECT.ID)
        .from(REGISTER_SUBJECT)
        .where(REGISTER_SUBJECT.FINGERPRINT.eq(fingerprint))
        .fetchOptional(row -> new SubjectRef(row.value1()));
  }

  /**
   * Whoever had one address has another: the reference stays theirs. Where the new address has a
   * reference of its own, both stay as they are.
   */
  public void corrected(DSLContext tx, String was, String now) {
    byte[] right = fingerprint(now);
    if (find(tx, right).isEmpty()) {
      tx.update(REGISTER_SUBJECT)
          .set(REGISTER_SUBJECT.FINGERPRINT, right)
          .where(REGISTER_SUBJECT.FINGERPRINT.eq(fingerprint(was)))
          .execute();
    }
  }

  /** Erases who it was; whoever comes back gets another reference. */
  public static void forget(DSLContext tx, SubjectRef subject) {
    tx.deleteFrom(REGISTER_SUBJECT).where(REGISTER_SUBJECT.ID.eq(subject.value())).execute();
  }

  /**
   * Nothing but what providers of mail ignore is evened out: case and the form of letters. A plus
   * address is another address, since elsewhere it may be another person's.
   */
  private byte[] fingerprint(String address) {
    String plain =
        Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return HexFormat.of().parseHex(hash.get().of(plain));
  }
}

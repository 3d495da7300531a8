package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_FAILURE;

import dev.upheld.access.LockoutRules.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Counts tries before they are looked at, so that many at once are no way around the wait; what
 * succeeds is taken back.
 */
final class Lockout {
  private final Desk desk;

  Lockout(Desk desk) {
    this.desk = desk;
  }

  /** The keys of a try: whom they say they are, and where they come from. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Try(byte[] name, byte[] address) {}

  Try of(String email, Origin origin) {
    return new Try(
        desk.vault().fingerprint("failure-name", Desk.normal(email)),
        desk.vault().fingerprint("failure-address", origin.household()));
  }

  /** Asking for a new password is counted apart, or it could shut people out of signing in. */
  Try ofReset(String email, Origin origin) {
    return new Try(
        desk.vault().fingerprint("reset-name", Desk.normal(email)),
        desk.vault().fingerprint("reset-address", origin.household()));
  }

  /** Counts the try; the time to wait when it is not to be looked at, which does not count. */
  Optional<Duration> begin(Try it) {
    Instant now = desk.now();
    return desk.store()
        .inTransaction(
            tx -> {
              Failures fromAddress = locked(tx, it.address);
              Failures ofName = locked(tx, it.name);
              Instant heard =
                  later(
                      LockoutRules.OF_ADDRESS.heardFrom(fromAddress),
                      LockoutRules.OF_NAME.heardFrom(ofName));
              if (now.isBefore(heard)) {
                return Optional.of(Duration.between(now, heard));
              }
              write(tx, it.address, LockoutRules.OF_ADDRESS.after(fromAddress, now));
              write(tx, it.name, LockoutRules.OF_NAME.after(ofName, now));
              return Optional.empty();
            });
  }

  /** The try was right: the address is as before. The name stays counted until both factors are. */
  void right(DSLContext tx, Try it) {
    tx.update(ACCESS_FAILURE)
        .set(ACCESS_FAILURE.COUNT, ACCESS_FAILURE.COUNT.minus(1))
        .where(ACCESS_FAILURE.KEY.eq(it.address).and(ACCESS_FAILURE.COUNT.gt(0)))
        .execute();
  }

  /** Both factors were right: the name starts anew. */
  void cleared(DSLContext tx, Try it) {
    tx.deleteFrom(ACCESS_FAILURE).where(ACCESS_FAILURE.KEY.eq(it.name)).execute();
  }

  /** Erases what is forgotten anyway. */
  void tidy() {
    Instant old = desk.now().minus(LockoutRules.OF_NAME.forgottenAfter());
    desk.store().dsl().deleteFrom(ACCESS_FAILURE).where(ACCESS_FAILURE.LAST.lt(old)).execute();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Failures locked(DSLContext tx, byte[] key) {
    tx.insertInto(ACCESS_FAILURE)
        .set(ACCESS_FAILURE.KEY, key)
        .set(ACCESS_FAILURE.COUNT, 0)
        .set(ACCESS_FAILURE.LAST, Instant.EPOCH)
        .onConflictDoNothing()
        .execute();
    return tx.selectFrom(ACCESS_FAILURE)
        .where(ACCESS_FAILURE.KEY.eq(key))
        .forUpdate()
        .fetchOptional(r -> new Failures(r.getCount(), r.getLast()))
        .orElse(Failures.NONE);
  }

  private static void write(DSLContext tx, byte[] key, Failures failures) {
    tx.update(ACCESS_FAILURE)
        .set(ACCESS_FAILURE.COUNT, failures.count())
        .set(ACCESS_FAILURE.LAST, failures.last())
        .where(ACCESS_FAILURE.KEY.eq(key))
        .execute();
  }
}

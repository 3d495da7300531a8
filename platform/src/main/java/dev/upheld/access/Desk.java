package dev.upheld.access;

import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.journal.References;
import dev.upheld.store.Store;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** What every part of this package works with. */
record Desk(Store store, Journal journal, Vault vault, RandomSecret secrets, InstantSource clock) {
  /** Under which the journal knows people with an account. */
  static final String SCOPE = "account";

  private static final String NAME = "sign-in-name";

  static Desk of(Store store, Journal journal, Vault vault, InstantSource clock) {
    return new Desk(store, journal, vault, new RandomSecret(new SecureRandom()), clock);
  }

  Instant now() {
    return clock.instant();
  }

  /** The form in which addresses are compared. */
  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  byte[] emailHash(String email) {
    return vault.fingerprint(NAME, normal(email));
  }

  /** What the journal calls a person. */
  static ReferenceId reference(DSLContext tx, PersonId person) {
    return References.of(tx, SCOPE, person.toString());
  }

  /** What the journal calls a person, where it ever named them. */
  static Optional<ReferenceId> referenceIfAny(DSLContext tx, PersonId person) {
    return References.find(tx, SCOPE, person.toString());
  }

  /** Notes what a person did. */
  void note(DSLContext tx, String kind, PersonId actor, Map<String, Object> facts) {
    journal.append(tx, new Draft(kind, Optional.of(reference(tx, actor)), facts));
  }

  /** Notes what happened to a person. */
  void noteAbout(
      DSLContext tx,
      String kind,
      Optional<PersonId> actor,
      PersonId about,
      Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("person", reference(tx, about).toString());
    journal.append(tx, new Draft(kind, actor.map(a -> reference(tx, a)), all));
  }
}

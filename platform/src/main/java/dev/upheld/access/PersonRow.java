package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_PERSON;

import dev.upheld.store.generated.tables.records.AccessPersonRecord;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** A person as the table has them, personal data still sealed. */
record PersonRow(AccessPersonRecord row) {
  static final String INVITED = "invited";
  static final String ACTIVE = "active";
  static final String DISABLED = "disabled";
  static final String EMAIL = "access.email";
  static final String NAME = "access.name";
  static final String TOTP = "access.totp";

  static Optional<PersonRow> byEmail(DSLContext dsl, byte[] hash) {
    return dsl.selectFrom(ACCESS_PERSON)
        .where(ACCESS_PERSON.EMAIL_HASH.eq(hash))
        .fetchOptional(PersonRow::new);
  }

  static Optional<PersonRow> byId(DSLContext dsl, PersonId id) {
    return dsl.selectFrom(ACCESS_PERSON)
        .where(ACCESS_PERSON.ID.eq(id.value()))
        .fetchOptional(PersonRow::new);
  }

  PersonId id() {
    return new PersonId(row.getId());
  }

  Role role() {
    return Role.ofWord(row.getRole()).orElseThrow();
  }

  boolean active() {
    return row.getState().equals(ACTIVE);
  }

  boolean hasSecondFactor() {
    return row.getTotpSealed() != null;
  }

  Optional<String> passwordHash() {
    return Optional.ofNullable(row.getPasswordHash());
  }

  Optional<Instant> lastSeen() {
    return Optional.ofNullable(row.getLastSeen());
  }

  /** What they read mails in; empty until they said or showed it. */
  Optional<String> language() {
    return Optional.ofNullable(row.getLanguage());
  }

  String email(Vault vault) {
    return vault.open(EMAIL, row.getEmailSealed());
  }

  /** Empty text until the invitation is accepted. */
  String name(Vault vault) {
    return Optional.ofNullable(row.getNameSealed()).map(n -> vault.open(NAME, n)).orElse("");
  }
}

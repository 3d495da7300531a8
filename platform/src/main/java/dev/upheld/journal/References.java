package dev.upheld.journal;

import static dev.upheld.store.generated.Tables.PERSON_REFERENCE;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Whom a reference in the journal means. The table can be erased line by line: the journal stays
 * whole and points to nobody.
 */
public final class References {

  private References() {}

  /**
   * The reference of somebody, always the same until it is forgotten; made when there is none.
   *
   * @param scope what kind of id {@code person} is: {@code account}, {@code case}
   * @param person an id of our own within that scope, not a name or an address
   */
  public static ReferenceId of(DSLContext tx, String scope, String person) {
    return find(tx, scope, person).orElseGet(() -> made(tx, scope, person));
  }

  private static ReferenceId made(DSLContext tx, String scope, String person) {
    tx.insertInto(PERSON_REFERENCE)
        .set(PERSON_REFERENCE.ID, UUID.randomUUID())
        .set(PERSON_REFERENCE.SCOPE, scope)
        .set(PERSON_REFERENCE.PERSON, person)
        .onConflictDoNothing()
        .execute();
    return find(tx, scope, person)
        .orElseThrow(() -> new IllegalStateException("forgotten while it was made"));
  }

  /** The reference of somebody, where one was ever made. */
  public static Optional<ReferenceId> find(DSLContext tx, String scope, String person) {
    return tx.select(PERSON_REFERENCE.ID)
        .from(PERSON_REFERENCE)
        .where(PERSON_REFERENCE.SCOPE.eq(scope).and(PERSON_REFERENCE.PERSON.eq(person)))
        .fetchOptional(row -> new ReferenceId(row.value1()));
  }

  /** Whom a reference means; empty once forgotten. */
  public static Optional<Person> resolve(DSLContext tx, ReferenceId reference) {
    return tx.select(PERSON_REFERENCE.SCOPE, PERSON_REFERENCE.PERSON)
        .from(PERSON_REFERENCE)
        .where(PERSON_REFERENCE.ID.eq(reference.value()))
        .fetchOptional(row -> new Person(row.value1(), row.value2()));
  }

  /** Whom these references mean; those that are forgotten are missing. */
  public static Map<ReferenceId, Person> resolve(
      DSLContext tx, Collection<ReferenceId> references) {
    return tx.select(PERSON_REFERENCE.ID, PERSON_REFERENCE.SCOPE, PERSON_REFERENCE.PERSON)
        .from(PERSON_REFERENCE)
        .where(PERSON_REFERENCE.ID.in(references.stream().map(ReferenceId::value).toList()))
        .fetchMap(
            row -> new ReferenceId(row.value1()), row -> new Person(row.value2(), row.value3()));
  }

  /**
   * Whom a reference means.
   *
   * @param scope what kind of id it is
   * @param id the id
   */
  public record Person(String scope, String id) {}

  /** Erases who the reference was; whoever comes back gets another one. */
  public static void forget(DSLContext tx, String scope, String person) {
    tx.deleteFrom(PERSON_REFERENCE)
        .where(PERSON_REFERENCE.SCOPE.eq(scope).and(PERSON_REFERENCE.PERSON.eq(person)))
        .execute();
  }
}

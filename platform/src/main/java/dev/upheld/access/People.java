package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_PERSON;

import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.journal.References;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who may use Upheld: seen, invited, given roles, shut out. */
public final class People {
  private static final Logger LOG = Logger.getLogger(People.class.getName());

  private final Desk desk;
  private final Links links;
  private final Letters letters;
  private final Lockout lockout;

  People(Desk desk, Letters letters) {
    this.desk = desk;
    this.links = new Links(desk);
    this.letters = letters;
    this.lockout = new Lockout(desk);
  }

  /** How a person stands. */
  public enum State {
    INVITED,
    ACTIVE,
    DISABLED
  }

  /**
   * One person; name and address are personal data, for pages and mails only.
   *
   * @param name empty text until the invitation is accepted
   * @param lastSeen when they last did something; empty for never
   */
  public record Person(
      PersonId id,
      String name,
      String email,
      Role role,
      State state,
      boolean secondFactor,
      Optional<Instant> lastSeen) {
    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }

  /** What came of an act on somebody. */
  public enum Done {
    DONE,
    /** Nobody may change their own role or shut themselves out. */
    NOT_YOURSELF,
    /** Somebody must be left who can manage people. */
    LAST_OFFICER,
    /** The address belongs to somebody already. */
    TAKEN,
    /** There is no such person, or they are in another state. */
    NOT_THERE
  }

  /** Everybody, by name, then by address. */
  public List<Person> list() {
    return desk.store().dsl().selectFrom(ACCESS_PERSON).fetch().stream()
        .map(r -> shown(new PersonRow(r)))
        .sorted(Comparator.comparing(Person::name).thenComparing(Person::email))
        .toList();
  }

  /** One person; empty when there is none. */
  public Optional<Person> find(PersonId id) {
    return PersonRow.byId(desk.store().dsl(), id).map(this::shown);
  }

  /** The mail address of somebody who may use Upheld now; empty when they may not. */
  public Optional<String> reachable(DSLContext tx, PersonId id) {
    return PersonRow.byId(tx, id).filter(PersonRow::active).map(p -> p.email(desk.vault()));
  }

  /** The language of whoever has this address, two letters; empty where nobody knows. */
  public Optional<String> language(DSLContext tx, String email) {
    return PersonRow.byEmail(tx, desk.emailHash(email)).flatMap(PersonRow::language);
  }

  /** Somebody chose the language they read. */
  public void chose(PersonId person, String language) {
    speaks(person, language, DSL.trueCondition());
  }

  /** Somebody came in and reads this language; what they chose before stays. */
  public void came(PersonId person, String language) {
    speaks(person, language, ACCESS_PERSON.LANGUAGE.isNull());
  }

  private void speaks(PersonId person, String language, Condition when) {
    desk.store()
        .dsl()
        .update(ACCESS_PERSON)
        .set(ACCESS_PERSON.LANGUAGE, language)
        .where(ACCESS_PERSON.ID.eq(person.value()).and(when))
        .execute();
  }

  /** The names of these people, for pages; who is gone is missing. */
  public Map<PersonId, String> names(Collection<PersonId> ids) {
    List<UUID> wanted = ids.stream().map(PersonId::value).toList();
    return desk
        .store()
        .dsl()
        .selectFrom(ACCESS_PERSON)
        .where(ACCESS_PERSON.ID.in(wanted))
        .fetch()
        .stream()
        .map(PersonRow::new)
        .collect(Collectors.toMap(PersonRow::id, p -> p.name(desk.vault())));
  }

  /** How the journal and the board call a person; always the same until they are erased. */
  public ReferenceId reference(PersonId person) {
    return desk.store().inTransaction(tx -> Desk.reference(tx, person));
  }

  /** Whom these references mean; who was erased, or is nobody's account, is missing. */
  public Map<ReferenceId, PersonId> resolve(Collection<ReferenceId> references) {
    Map<ReferenceId, PersonId> known = new HashMap<>();
    References.resolve(desk.store().dsl(), references)
        .forEach(
            (reference, meant) -> {
              if (meant.scope().equals(Desk.SCOPE)) {
                PersonId.parse(meant.id()).ifPresent(id -> known.put(reference, id));
              }
            });
    return known;
  }

  private Person shown(PersonRow p) {
    return new Person(
        p.id(),
        p.name(desk.vault()),
        p.email(desk.vault()),
        p.role(),
        State.valueOf(p.row().getState().toUpperCase(java.util.Locale.ROOT)),
        p.hasSecondFactor(),
        p.lastSeen());
  }

  /** Whether anybody can sign in yet. */
  public boolean anybody() {
    return desk.store().dsl().fetchExists(ACCESS_PERSON, ACCESS_PERSON.STATE.eq(PersonRow.ACTIVE));
  }

  /** Invites somebody by mail. */
  public Done invite(Identity by, String email, Role role) {
    return desk.store()
        .inTransaction(
            tx -> {
              if (PersonRow.byEmail(tx, desk.emailHash(email)).isPresent()) {
                return Done.TAKEN;
              }
              PersonId person = add(tx, email, role);
              String path = "/invitation/" + links.make(tx, Links.Kind.INVITATION, person).reveal();
              Letters.To to = new Letters.To(email.strip(), Optional.empty());
              letters.invitation(tx, to, role.word(), path);
              desk.noteAbout(
                  tx,
                  "person.invited",
                  Optional.of(by.person()),
                  person,
                  Map.of("role", role.word()));
              return Done.DONE;
            });
  }

  /**
   * The path where the first officer sets up their account: printed on the terminal of whoever
   * started the server, while nobody can sign in. An earlier one opens nothing any more.
   */
  public String firstOfficer(String email) {
    return desk.store()
        .inTransaction(
            tx -> {
              PersonId person =
                  PersonRow.byEmail(tx, desk.emailHash(email))
                      .map(PersonRow::id)
                      .orElseGet(() -> add(tx, email, Role.OFFICER));
              Secret<String> token = links.make(tx, Links.Kind.INVITATION, person);
              desk.noteAbout(
                  tx, "person.invited", Optional.empty(), person, Map.of("role", "officer"));
              return "/invitation/" + token.reveal();
            });
  }

  private PersonId add(DSLContext tx, String email, Role role) {
    PersonId person = PersonId.random();
    tx.insertInto(ACCESS_PERSON)
        .set(ACCESS_PERSON.ID, person.value())
        .set(ACCESS_PERSON.EMAIL_HASH, desk.emailHash(email))
        .set(ACCESS_PERSON.EMAIL_SEALED, desk.vault().seal(PersonRow.EMAIL, email.strip()))
        .set(ACCESS_PERSON.ROLE, role.word())
        .set(ACCESS_PERSON.STATE, PersonRow.INVITED)
        .set(ACCESS_PERSON.MADE, desk.now())
        .execute();
    return person;
  }

  /**
   * A path that signs in as this person once, without password: for the demonstration only, where
   * whoever reads the terminal owns the machine. Makes the person when they are not there.
   */
  public String enterOnce(String email, String name, Role role) {
    return desk.store()
        .inTransaction(
            tx -> {
              PersonId person =
                  PersonRow.byEmail(tx, desk.emailHash(email))
                      .map(PersonRow::id)
                      .orElseGet(() -> add(tx, email, role));
              tx.update(ACCESS_PERSON)
                  .set(ACCESS_PERSON.STATE, PersonRow.ACTIVE)
                  .set(ACCESS_PERSON.NAME_SEALED, desk.vault().seal(PersonRow.NAME, name))
                  .where(ACCESS_PERSON.ID.eq(person.value()))
                  .execute();
              return "/enter/" + links.make(tx, Links.Kind.ENTER, person).reveal();
            });
  }

  /** Takes back an invitation that was not accepted; the person is erased. */
  public Done withdraw(Identity by, PersonId person) {
    return change(
        person, PersonRow.INVITED, tx -> gone(tx, by, person, "person.withdrawn", (_, _) -> {}));
  }

  /**
   * Erases somebody who is shut out: account, tokens, and who they were in the journal, which stays
   * as it is and points to nobody. What they wrote stays, unsigned.
   */
  public Done erase(Identity by, PersonId person, Traces others) {
    return change(person, PersonRow.DISABLED, tx -> gone(tx, by, person, "person.erased", others));
  }

  /** The journal's lock is taken last, as everywhere. */
  private Done gone(DSLContext tx, Identity by, PersonId person, String kind, Traces others) {
    ReferenceId reference = Desk.reference(tx, person);
    ReferenceId actor = Desk.reference(tx, by.person());
    others.forget(tx, reference);
    tx.deleteFrom(ACCESS_PERSON).where(ACCESS_PERSON.ID.eq(person.value())).execute();
    References.forget(tx, Desk.SCOPE, person.toString());
    desk.journal()
        .append(tx, new Draft(kind, Optional.of(actor), Map.of("person", reference.toString())));
    return Done.DONE;
  }

  /** Gives another role; all sessions end, so that no page shows what is over. */
  public Done changeRole(Identity by, PersonId person, Role role) {
    if (by.person().equals(person)) {
      return Done.NOT_YOURSELF;
    }
    return desk.store()
        .inTransaction(
            tx -> {
              Optional<PersonRow> row = PersonRow.byId(tx, person);
              if (row.isEmpty()) {
                return Done.NOT_THERE;
              }
              if (role != Role.OFFICER && isLastOfficer(tx, row.get())) {
                return Done.LAST_OFFICER;
              }
              tx.update(ACCESS_PERSON)
                  .set(ACCESS_PERSON.ROLE, role.word())
                  .where(ACCESS_PERSON.ID.eq(person.value()))
                  .execute();
              Sessions.dropAll(tx, person);
              desk.noteAbout(
                  tx,
                  "role.changed",
                  Optional.of(by.person()),
                  person,
                  Map.of("from", row.get().role().word(), "to", role.word()));
              return Done.DONE;
            });
  }

  /** Shuts somebody out: sessions end and tokens stop at once. */
  public Done disable(Identity by, PersonId person) {
    if (by.person().equals(person)) {
      return Done.NOT_YOURSELF;
    }
    return change(
        person,
        PersonRow.ACTIVE,
        tx -> {
          if (isLastOfficer(tx, PersonRow.byId(tx, person).orElseThrow())) {
            return Done.LAST_OFFICER;
          }
          state(tx, person, PersonRow.DISABLED);
          Sessions.dropAll(tx, person);
          desk.noteAbout(tx, "person.disabled", Optional.of(by.person()), person, Map.of());
          return Done.DONE;
        });
  }

  /** Lets somebody in again. */
  public Done enable(Identity by, PersonId person) {
    return change(
        person,
        PersonRow.DISABLED,
        tx -> {
          state(tx, person, PersonRow.ACTIVE);
          desk.noteAbout(tx, "person.enabled", Optional.of(by.person()), person, Map.of());
          return Done.DONE;
        });
  }

  /** Sends somebody the way to set a new password. */
  public Done reset(Identity by, PersonId person) {
    return change(
        person,
        PersonRow.ACTIVE,
        tx -> {
          sendReset(tx, PersonRow.byId(tx, person).orElseThrow());
          desk.noteAbout(tx, "password.reset-sent", Optional.of(by.person()), person, Map.of());
          return Done.DONE;
        });
  }

  /**
   * Somebody forgot their password. Whether they exist is looked up after this has returned, so
   * that neither the answer nor its time tells.
   */
  public void forgot(String email, Origin origin) {
    if (lockout.begin(lockout.ofReset(email, origin)).isEmpty()) {
      Thread.ofVirtual().name("forgot").start(() -> sendIfKnown(email));
    }
  }

  private void sendIfKnown(String email) {
    try {
      desk.store()
          .<Boolean>inTransaction(
              tx -> {
                Optional<PersonRow> row =
                    PersonRow.byEmail(tx, desk.emailHash(email)).filter(PersonRow::active);
                row.ifPresent(
                    r -> {
                      sendReset(tx, r);
                      desk.noteAbout(tx, "password.reset-sent", Optional.empty(), r.id(), Map.of());
                    });
                return row.isPresent();
              });
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, "A reset was not sent: {0}", e.problems().getFirst().code().code());
    }
  }

  private void sendReset(DSLContext tx, PersonRow row) {
    String path = "/reset/" + links.make(tx, Links.Kind.RESET, row.id()).reveal();
    letters.reset(tx, new Letters.To(row.email(desk.vault()), row.language()), path);
  }

  private static void state(DSLContext tx, PersonId person, String state) {
    tx.update(ACCESS_PERSON)
        .set(ACCESS_PERSON.STATE, state)
        .where(ACCESS_PERSON.ID.eq(person.value()))
        .execute();
  }

  private interface Change {
    Done in(DSLContext tx);
  }

  private Done change(PersonId person, String state, Change change) {
    return desk.store()
        .inTransaction(
            tx ->
                PersonRow.byId(tx, person).filter(r -> r.row().getState().equals(state)).isPresent()
                    ? change.in(tx)
                    : Done.NOT_THERE);
  }

  /** Two officers who shut each other out at once must not both succeed: rows are locked. */
  private static boolean isLastOfficer(DSLContext tx, PersonRow row) {
    return row.active()
        && row.role() == Role.OFFICER
        && tx.selectFrom(ACCESS_PERSON)
                .where(
                    ACCESS_PERSON
                        .STATE
                        .eq(PersonRow.ACTIVE)
                        .and(ACCESS_PERSON.ROLE.eq(Role.OFFICER.word())))
                .forUpdate()
                .fetch()
                .size()
            <= 1;
  }
}

package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_PERSON;
import static dev.upheld.store.generated.Tables.ACCESS_SESSION;

import dev.upheld.kernel.Secret;
import dev.upheld.store.generated.tables.records.AccessSessionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Sessions of browsers, in the database: listed, ended one by one, and an ended one is nothing from
 * that moment on, in every process. Only the hash of a session's token is kept.
 */
public final class Sessions {
  private final Desk desk;
  private final SessionRules rules;

  Sessions(Desk desk, SessionRules rules) {
    this.desk = desk;
    this.rules = rules;
  }

  /** How far a session is. */
  enum Stage {
    /** The password was right; the code of the second factor is missing. */
    CODE("code"),
    /** The password was right; a second factor must be set up first. */
    ENROL("enrol"),
    /** Signed in. */
    FULL("full");

    private final String word;

    Stage(String word) {
      this.word = word;
    }
  }

  /**
   * Somebody signed in.
   *
   * @param name personal data, for the page only
   */
  public record Visitor(Identity identity, String name) {
    @Override
    public String toString() {
      return "Visitor[" + identity + "]";
    }
  }

  /** One session, for its owner. */
  public record Shown(
      UUID id, String device, String network, Instant opened, Instant lastSeen, boolean current) {}

  /** A session as the table has it, with its person. */
  record Held(AccessSessionRecord session, PersonRow person) {
    boolean at(Stage stage) {
      return session.getStage().equals(stage.word);
    }
  }

  /** Whoever holds this token, signed in with both factors; notes that they were seen. */
  public Optional<Visitor> visit(String token) {
    Optional<Held> held = held(token).filter(h -> h.at(Stage.FULL));
    held.ifPresent(this::seen);
    return held.map(
        h ->
            new Visitor(
                new Identity(
                    h.person.id(),
                    h.person.role(),
                    h.person.role().permissions(),
                    new Identity.BySession(h.session.getId())),
                h.person.name(desk.vault())));
  }

  /** A living session of a person who may come in. */
  Optional<Held> held(String token) {
    DSLContext dsl = desk.store().dsl();
    Optional<AccessSessionRecord> session =
        dsl.selectFrom(ACCESS_SESSION)
            .where(ACCESS_SESSION.TOKEN_HASH.eq(RandomSecret.hash(token)))
            .fetchOptional();
    if (session.isEmpty()) {
      return Optional.empty();
    }
    AccessSessionRecord row = session.get();
    boolean full = row.getStage().equals(Stage.FULL.word);
    if (rules.over(full, row.getOpened(), row.getLastSeen(), desk.now())) {
      dsl.deleteFrom(ACCESS_SESSION).where(ACCESS_SESSION.ID.eq(row.getId())).execute();
      return Optional.empty();
    }
    return PersonRow.byId(dsl, new PersonId(row.getPerson()))
        .filter(PersonRow::active)
        .map(p -> new Held(row, p));
  }

  private void seen(Held held) {
    Instant now = desk.now();
    if (!rules.worthNoting(held.session.getLastSeen(), now)) {
      return;
    }
    DSLContext dsl = desk.store().dsl();
    dsl.update(ACCESS_SESSION)
        .set(ACCESS_SESSION.LAST_SEEN, now)
        .where(ACCESS_SESSION.ID.eq(held.session.getId()))
        .execute();
    dsl.update(ACCESS_PERSON)
        .set(ACCESS_PERSON.LAST_SEEN, now)
        .where(ACCESS_PERSON.ID.eq(held.person.id().value()))
        .execute();
  }

  /** Opens a session; the token is shown this once. */
  Secret<String> open(DSLContext tx, PersonId person, Stage stage, Origin origin) {
    Secret<String> token = desk.secrets().token();
    Instant now = desk.now();
    tx.insertInto(ACCESS_SESSION)
        .set(ACCESS_SESSION.ID, UUID.randomUUID())
        .set(ACCESS_SESSION.TOKEN_HASH, RandomSecret.hash(token.reveal()))
        .set(ACCESS_SESSION.PERSON, person.value())
        .set(ACCESS_SESSION.STAGE, stage.word)
        .set(ACCESS_SESSION.OPENED, now)
        .set(ACCESS_SESSION.LAST_SEEN, now)
        .set(ACCESS_SESSION.DEVICE, origin.device())
        .set(ACCESS_SESSION.NETWORK, origin.network())
        .execute();
    if (stage == Stage.FULL) {
      tx.update(ACCESS_PERSON)
          .set(ACCESS_PERSON.LAST_SEEN, now)
          .where(ACCESS_PERSON.ID.eq(person.value()))
          .execute();
    }
    return token;
  }

  /** Puts a new session in the place of one, so that a token known before opens nothing. */
  Secret<String> rotate(DSLContext tx, Held held, Origin origin) {
    drop(tx, held.session.getId());
    return open(tx, held.person.id(), Stage.FULL, origin);
  }

  static int drop(DSLContext tx, UUID session) {
    return tx.deleteFrom(ACCESS_SESSION).where(ACCESS_SESSION.ID.eq(session)).execute();
  }

  static int dropAll(DSLContext tx, PersonId person) {
    return tx.deleteFrom(ACCESS_SESSION).where(ACCESS_SESSION.PERSON.eq(person.value())).execute();
  }

  /** A person's sessions, newest first; of a token's holder none is the current one. */
  public List<Shown> list(Identity identity) {
    return desk
        .store()
        .dsl()
        .selectFrom(ACCESS_SESSION)
        .where(
            ACCESS_SESSION
                .PERSON
                .eq(identity.person().value())
                .and(ACCESS_SESSION.STAGE.eq(Stage.FULL.word)))
        .orderBy(ACCESS_SESSION.OPENED.desc())
        .fetch()
        .stream()
        .filter(r -> !rules.over(true, r.getOpened(), r.getLastSeen(), desk.now()))
        .map(
            r ->
                new Shown(
                    r.getId(),
                    r.getDevice(),
                    r.getNetwork(),
                    r.getOpened(),
                    r.getLastSeen(),
                    identity.via() instanceof Identity.BySession by
                        && by.session().equals(r.getId())))
        .toList();
  }

  /** Ends one of the person's own sessions; those of others are not theirs to end. */
  public boolean end(Identity identity, UUID session) {
    return desk.store()
        .inTransaction(
            tx -> {
              int ended =
                  tx.deleteFrom(ACCESS_SESSION)
                      .where(
                          ACCESS_SESSION
                              .ID
                              .eq(session)
                              .and(ACCESS_SESSION.PERSON.eq(identity.person().value())))
                      .execute();
              if (ended > 0) {
                desk.note(tx, "session.ended", identity.person(), Map.of("count", 1));
              }
              return ended > 0;
            });
  }

  /** Ends all of the person's sessions but the one that asks. */
  public int endOthers(Identity identity) {
    return desk.store()
        .inTransaction(
            tx -> {
              int ended = dropOthers(tx, identity);
              desk.note(tx, "session.ended", identity.person(), Map.of("count", ended));
              return ended;
            });
  }

  static int dropOthers(DSLContext tx, Identity identity) {
    UUID own = identity.via() instanceof Identity.BySession by ? by.session() : new UUID(0, 0);
    return tx.deleteFrom(ACCESS_SESSION)
        .where(ACCESS_SESSION.PERSON.eq(identity.person().value()).and(ACCESS_SESSION.ID.ne(own)))
        .execute();
  }

  /** Ends the session of this token, at whatever stage; nothing happens when there is none. */
  public void signOut(String token) {
    held(token)
        .ifPresent(
            h ->
                desk.store()
                    .<Integer>inTransaction(
                        tx -> {
                          drop(tx, h.session.getId());
                          desk.note(tx, "session.ended", h.person.id(), Map.of("count", 1));
                          return 1;
                        }));
  }

  /** Erases sessions that are over. */
  void tidy() {
    Instant now = desk.now();
    desk.store()
        .dsl()
        .deleteFrom(ACCESS_SESSION)
        .where(
            ACCESS_SESSION
                .OPENED
                .lt(now.minus(rules.absolute()))
                .or(ACCESS_SESSION.LAST_SEEN.lt(now.minus(rules.idle()))))
        .execute();
  }
}

package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_PERSON;

import dev.upheld.access.Sessions.Held;
import dev.upheld.access.Sessions.Stage;
import dev.upheld.crypto.Passwords;
import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The way in: password, then second factor. What it answers, and how long that takes, is the same
 * for people who exist and people who do not.
 */
public final class SignIn {
  private static final String REFUSED = "session.refused";
  private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

  private final Desk desk;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Letters letters;
  private final SecondFactor factor;
  private final Lockout lockout;

  SignIn(Desk desk, Passwords passwords, Sessions sessions, Letters letters) {
    this.desk = desk;
    this.passwords = passwords;
    this.sessions = sessions;
    this.letters = letters;
    this.factor = new SecondFactor(desk);
    this.lockout = new Lockout(desk);
  }

  /** What came of a step. */
  public sealed interface Outcome {}

  /** Wrong; nobody says what. */
  public record Refused() implements Outcome {}

  /** Not looked at: too many failures. */
  public record Wait(Duration left) implements Outcome {
    /** Whole minutes, at least one. */
    public long minutes() {
      return Math.max(1, left.plusSeconds(59).toMinutes());
    }
  }

  /** The password is right; the code comes next. */
  public record NeedsCode(Secret<String> session) implements Outcome {}

  /** The password is right; a second factor must be set up before anything else. */
  public record NeedsEnrolment(Secret<String> session) implements Outcome {}

  /** Signed in; the session's token is new. */
  public record SignedIn(Secret<String> session) implements Outcome {}

  /** Signed in, with new recovery codes to show once. */
  public record Enrolled(Secret<String> session, List<String> recoveryCodes) implements Outcome {
    public Enrolled {
      recoveryCodes = List.copyOf(recoveryCodes);
    }
  }

  /** Whoever exchanges a second factor must show that they are still who signed in. */
  public record NotYou() implements Outcome {}

  /** The session this step belongs to is over, or at another stage. */
  public record Gone() implements Outcome {}

  /**
   * What to set up in an authenticator.
   *
   * @param uri {@code otpauth://totp/...}
   * @param key the secret in Base32
   * @param required whether nothing else can be done before
   * @param exchange whether it takes the place of another one, for which the password is asked
   */
  public record Offer(String uri, String key, boolean required, boolean exchange) {}

  /** Address and password. */
  public Outcome password(String email, Secret<String> password, Origin origin) {
    Lockout.Try attempt = lockout.of(email, origin);
    Optional<Duration> wait = lockout.begin(attempt);
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    Optional<PersonRow> person =
        PersonRow.byEmail(desk.store().dsl(), desk.emailHash(email)).filter(PersonRow::active);
    boolean right = passwords.matches(password, person.flatMap(PersonRow::passwordHash));
    return desk.store()
        .inTransaction(
            tx -> {
              if (!right || person.isEmpty()) {
                refused(tx, person.map(PersonRow::id), "password");
                return new Refused();
              }
              lockout.right(tx, attempt);
              renew(tx, person.get(), password);
              return halfway(tx, person.get(), origin);
            });
  }

  /** For people who do not exist the store is asked the same; a reference is not made here. */
  private void refused(DSLContext tx, Optional<PersonId> person, String step) {
    Optional<ReferenceId> actor = Desk.referenceIfAny(tx, person.orElse(NOBODY));
    desk.journal().append(tx, new Draft(REFUSED, actor, Map.of("step", step)));
  }

  private void renew(DSLContext tx, PersonRow person, Secret<String> password) {
    if (person.passwordHash().filter(passwords::isOutdated).isPresent()) {
      tx.update(ACCESS_PERSON)
          .set(ACCESS_PERSON.PASSWORD_HASH, passwords.hash(password))
          .where(ACCESS_PERSON.ID.eq(person.id().value()))
          .execute();
    }
  }

  /** Opens the session between password and second factor. */
  Outcome halfway(DSLContext tx, PersonRow person, Origin origin) {
    return person.hasSecondFactor()
        ? new NeedsCode(sessions.open(tx, person.id(), Stage.CODE, origin))
        : new NeedsEnrolment(sessions.open(tx, person.id(), Stage.ENROL, origin));
  }

  /** Whether the token belongs to somebody who still owes the code of the second factor. */
  public boolean awaitsCode(String session) {
    return sessions.held(session).filter(h -> h.at(Stage.CODE)).isPresent();
  }

  /** The code of the authenticator. */
  public Outcome code(String session, String code, Origin origin) {
    return step(session, origin, "code", (tx, held) -> factor.accept(tx, held.person(), code));
  }

  /** A recovery code, which is used up. */
  public Outcome recovery(String session, String code, Origin origin) {
    return step(
        session, origin, "recovery", (tx, held) -> factor.spend(tx, held.person().id(), code));
  }

  private interface Proof {
    boolean holds(DSLContext tx, Held held);
  }

  private Outcome step(String session, Origin origin, String name, Proof proof) {
    Optional<Held> held = sessions.held(session).filter(h -> h.at(Stage.CODE));
    if (held.isEmpty()) {
      return new Gone();
    }
    PersonRow person = held.get().person();
    Lockout.Try attempt = lockout.of(person.email(desk.vault()), origin);
    Optional<Duration> wait = lockout.begin(attempt);
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    return desk.store()
        .inTransaction(
            tx -> {
              if (!proof.holds(tx, held.get())) {
                refused(tx, Optional.of(person.id()), name);
                return new Refused();
              }
              lockout.right(tx, attempt);
              lockout.cleared(tx, attempt);
              Secret<String> token = sessions.rotate(tx, held.get(), origin);
              desk.note(tx, "session.opened", person.id(), Map.of("second-factor", name));
              return new SignedIn(token);
            });
  }

  /** What to set up, for somebody signed in or on the way; empty when the session is neither. */
  public Optional<Offer> enrolment(String session, String issuer) {
    return sessions
        .held(session)
        .filter(h -> !h.at(Stage.CODE))
        .map(
            h -> {
              SecondFactor.Offer offer = factor.offer(h, issuer);
              return new Offer(
                  offer.uri(), offer.key(), h.at(Stage.ENROL), h.person().hasSecondFactor());
            });
  }

  /**
   * Takes the offered second factor; whoever was on the way is signed in, other sessions end. A
   * session somebody stole must not be enough to shut its owner out: what takes the place of
   * another second factor asks the password, and a mail tells.
   *
   * @param password only looked at when there is a second factor already
   */
  public Outcome enrol(String session, Secret<String> password, String code, Origin origin) {
    Optional<Held> held = sessions.held(session).filter(h -> !h.at(Stage.CODE));
    if (held.isEmpty()) {
      return new Gone();
    }
    PersonRow person = held.get().person();
    Lockout.Try attempt = lockout.of(person.email(desk.vault()), origin);
    Optional<Duration> wait = lockout.begin(attempt);
    if (wait.isPresent()) {
      return new Wait(wait.get());
    }
    boolean exchange = person.hasSecondFactor();
    if (exchange && !passwords.matches(password, person.passwordHash())) {
      return new NotYou();
    }
    return desk.store()
        .inTransaction(
            tx -> {
              Optional<List<String>> codes = factor.confirm(tx, held.get(), code);
              if (codes.isEmpty()) {
                return new Refused();
              }
              lockout.right(tx, attempt);
              lockout.cleared(tx, attempt);
              Sessions.dropAll(tx, person.id());
              Secret<String> token = sessions.open(tx, person.id(), Stage.FULL, origin);
              if (exchange) {
                letters.factorChanged(
                    tx, new Letters.To(person.email(desk.vault()), person.language()));
              }
              desk.note(tx, "second-factor.enrolled", person.id(), Map.of("kind", "totp"));
              return new Enrolled(token, codes.get());
            });
  }
}

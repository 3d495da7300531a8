package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_PERSON;

import dev.upheld.access.PasswordRules.Weakness;
import dev.upheld.crypto.Passwords;
import dev.upheld.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** One's own account: joining, passwords, recovery codes. */
public final class Accounts {
  private final Desk desk;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Letters letters;
  private final Links links;
  private final SecondFactor factor;
  private final Lockout lockout;
  private final Sessions sessions;
  private final PasswordRules rules = PasswordRules.usual();

  Accounts(Desk desk, Passwords passwords, SignIn signIn, Sessions sessions, Letters letters) {
    this.desk = desk;
    this.passwords = passwords;
    this.signIn = signIn;
    this.sessions = sessions;
    this.letters = letters;
    this.links = new Links(desk);
    this.factor = new SecondFactor(desk);
    this.lockout = new Lockout(desk);
  }

  /** What came of setting a password. */
  public sealed interface Change {}

  /** Set; with the session that leads on, where there is one. */
  public record Changed(SignIn.Outcome next) implements Change {}

  /** Refused for what it is. */
  public record Weak(Weakness weakness) implements Change {}

  /** The link was used, withdrawn, or is too old. */
  public record Spent() implements Change {}

  /** The present password is wrong. */
  public record Wrong() implements Change {}

  /** Not looked at: too many failures. */
  public record TooOften(Duration left) implements Change {}

  /** The second factor of an account. */
  public record Factor(Optional<Instant> since, int codesLeft) {}

  /** Whom an invitation is for; empty when the link is spent. */
  public Optional<People.Person> invited(String token) {
    return links
        .look(desk.store().dsl(), Links.Kind.INVITATION, token)
        .flatMap(p -> PersonRow.byId(desk.store().dsl(), p))
        .map(
            r ->
                new People.Person(
                    r.id(),
                    "",
                    r.email(desk.vault()),
                    r.role(),
                    People.State.INVITED,
                    false,
                    Optional.empty()));
  }

  /** Accepts an invitation; the second factor comes next. */
  public Change join(String token, String name, Secret<String> password, Origin origin) {
    Optional<People.Person> invited = invited(token);
    if (invited.isEmpty()) {
      return new Spent();
    }
    Optional<Weakness> weakness =
        rules.weakness(password.reveal(), List.of(name, invited.get().email()));
    if (weakness.isPresent()) {
      return new Weak(weakness.get());
    }
    String hash = passwords.hash(password);
    return desk.store()
        .inTransaction(
            tx -> {
              Optional<PersonId> person = links.use(tx, Links.Kind.INVITATION, token);
              if (person.isEmpty()) {
                return new Spent();
              }
              tx.update(ACCESS_PERSON)
                  .set(ACCESS_PERSON.STATE, PersonRow.ACTIVE)
                  .set(ACCESS_PERSON.NAME_SEALED, desk.vault().seal(PersonRow.NAME, name.strip()))
                  .set(ACCESS_PERSON.PASSWORD_HASH, hash)
                  .where(ACCESS_PERSON.ID.eq(person.get().value()))
                  .execute();
              PersonRow row = PersonRow.byId(tx, person.get()).orElseThrow();
              SignIn.Outcome next = signIn.halfway(tx, row, origin);
              desk.note(tx, "person.joined", row.id(), Map.of("role", row.role().word()));
              return new Changed(next);
            });
  }

  /** Whether a link to set a new password still opens. */
  public boolean resettable(String token) {
    return links.look(desk.store().dsl(), Links.Kind.RESET, token).isPresent();
  }

  /** Sets a new password by a link; all sessions end, and the second factor is asked as ever. */
  public Change reset(String token, Secret<String> password) {
    Optional<PersonRow> known =
        links
            .look(desk.store().dsl(), Links.Kind.RESET, token)
            .flatMap(p -> PersonRow.byId(desk.store().dsl(), p))
            .filter(PersonRow::active);
    if (known.isEmpty()) {
      return new Spent();
    }
    Optional<Weakness> weakness = weakness(known.get(), password);
    if (weakness.isPresent()) {
      return new Weak(weakness.get());
    }
    String hash = passwords.hash(password);
    return desk.store()
        .inTransaction(
            tx -> {
              if (links.use(tx, Links.Kind.RESET, token).isEmpty()) {
                return new Spent();
              }
              Sessions.dropAll(tx, known.get().id());
              set(tx, known.get(), hash);
              return new Changed(new SignIn.Gone());
            });
  }

  private Optional<Weakness> weakness(PersonRow row, Secret<String> password) {
    return rules.weakness(
        password.reveal(), List.of(row.name(desk.vault()), row.email(desk.vault())));
  }

  private void set(DSLContext tx, PersonRow row, String hash) {
    tx.update(ACCESS_PERSON)
        .set(ACCESS_PERSON.PASSWORD_HASH, hash)
        .where(ACCESS_PERSON.ID.eq(row.id().value()))
        .execute();
    letters.changed(tx, new Letters.To(row.email(desk.vault()), row.language()));
    desk.note(tx, "password.changed", row.id(), Map.of());
  }

  /** Sets a new password, knowing the present one; all other sessions end. */
  public Change password(
      Identity identity, Secret<String> current, Secret<String> password, Origin origin) {
    PersonRow row = PersonRow.byId(desk.store().dsl(), identity.person()).orElseThrow();
    Lockout.Try attempt = lockout.of(row.email(desk.vault()), origin);
    Optional<Duration> wait = lockout.begin(attempt);
    if (wait.isPresent()) {
      return new TooOften(wait.get());
    }
    if (!passwords.matches(current, row.passwordHash())) {
      return new Wrong();
    }
    Optional<Weakness> weakness = weakness(row, password);
    String hash = weakness.isPresent() ? "" : passwords.hash(password);
    return desk.store()
        .inTransaction(
            tx -> {
              lockout.right(tx, attempt);
              lockout.cleared(tx, attempt);
              if (weakness.isPresent()) {
                return new Weak(weakness.get());
              }
              Sessions.dropAll(tx, identity.person());
              set(tx, row, hash);
              return new Changed(
                  new SignIn.SignedIn(sessions.open(tx, row.id(), Sessions.Stage.FULL, origin)));
            });
  }

  /** The state of the second factor. */
  public Factor factor(Identity identity) {
    DSLContext dsl = desk.store().dsl();
    PersonRow row = PersonRow.byId(dsl, identity.person()).orElseThrow();
    return new Factor(
        Optional.ofNullable(row.row().getTotpSince()), factor.codesLeft(dsl, identity.person()));
  }

  /** New recovery codes, for whoever shows a code of the authenticator; empty when it is wrong. */
  public Optional<List<String>> renewCodes(Identity identity, String code, Origin origin) {
    PersonRow row = PersonRow.byId(desk.store().dsl(), identity.person()).orElseThrow();
    Lockout.Try attempt = lockout.of(row.email(desk.vault()), origin);
    if (lockout.begin(attempt).isPresent()) {
      return Optional.empty();
    }
    return desk.store()
        .inTransaction(
            tx -> {
              if (!factor.accept(tx, row, code)) {
                return Optional.empty();
              }
              lockout.right(tx, attempt);
              lockout.cleared(tx, attempt);
              List<String> codes = factor.renewCodes(tx, identity.person());
              desk.note(tx, "recovery-codes.renewed", identity.person(), Map.of());
              return Optional.of(codes);
            });
  }

  /** Signs in by a link that opens once. */
  public SignIn.Outcome enter(String token, Origin origin) {
    return desk.store()
        .inTransaction(
            tx -> {
              Optional<PersonId> person = links.use(tx, Links.Kind.ENTER, token);
              if (person.isEmpty()) {
                return new SignIn.Gone();
              }
              Secret<String> session = sessions.open(tx, person.get(), Sessions.Stage.FULL, origin);
              desk.note(tx, "session.opened", person.get(), Map.of("second-factor", "link"));
              return new SignIn.SignedIn(session);
            });
  }
}

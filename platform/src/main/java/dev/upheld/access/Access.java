package dev.upheld.access;

import dev.upheld.crypto.Passwords;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import java.time.InstantSource;

/** The facade: who may use Upheld, and how they come in. Thread-safe. */
public final class Access {
  private final Desk desk;
  private final Sessions sessions;
  private final SignIn signIn;
  private final People people;
  private final Accounts accounts;
  private final ApiTokens tokens;

  /**
   * What it stands on.
   *
   * @param letters queues the mails
   * @param rules how long sessions live
   */
  public record Parts(
      Store store,
      Journal journal,
      Vault vault,
      Passwords passwords,
      Letters letters,
      SessionRules rules,
      InstantSource clock) {}

  public Access(Parts parts) {
    desk = Desk.of(parts.store(), parts.journal(), parts.vault(), parts.clock());
    sessions = new Sessions(desk, parts.rules());
    signIn = new SignIn(desk, parts.passwords(), sessions, parts.letters());
    people = new People(desk, parts.letters());
    accounts = new Accounts(desk, parts.passwords(), signIn, sessions, parts.letters());
    tokens = new ApiTokens(desk);
  }

  /** The way in. */
  public SignIn signIn() {
    return signIn;
  }

  /** Sessions of browsers. */
  public Sessions sessions() {
    return sessions;
  }

  /** Everybody who may use Upheld. */
  public People people() {
    return people;
  }

  /** One's own account. */
  public Accounts accounts() {
    return accounts;
  }

  /** Tokens for programs. */
  public ApiTokens tokens() {
    return tokens;
  }

  /** Erases what is over: sessions, links, tokens, counts of failures. Run it now and then. */
  public void tidy() {
    sessions.tidy();
    tokens.tidy();
    new Links(desk).tidy();
    new Lockout(desk).tidy();
  }
}

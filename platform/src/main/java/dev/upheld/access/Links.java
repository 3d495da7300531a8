package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_LINK;

import dev.upheld.kernel.Secret;
import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;

/** Links that open something once, and only for a while. Only their hashes are kept. */
final class Links {

  /** What a link opens. */
  enum Kind {
    INVITATION("invitation", Duration.ofDays(7)),
    RESET("reset", Duration.ofHours(1)),
    /** Signs in at once; printed on the terminal of whoever started the demonstration. */
    ENTER("enter", Duration.ofHours(1));

    private final String word;
    private final Duration lives;

    Kind(String word, Duration lives) {
      this.word = word;
      this.lives = lives;
    }
  }

  private final Desk desk;

  Links(Desk desk) {
    this.desk = desk;
  }

  /** A new link of this kind for a person; earlier ones of the kind open nothing any more. */
  Secret<String> make(DSLContext tx, Kind kind, PersonId person) {
    withdraw(tx, kind, person);
    Secret<String> token = desk.secrets().token();
    tx.insertInto(ACCESS_LINK)
        .set(ACCESS_LINK.TOKEN_HASH, RandomSecret.hash(token.reveal()))
        .set(ACCESS_LINK.KIND, kind.word)
        .set(ACCESS_LINK.PERSON, person.value())
        .set(ACCESS_LINK.EXPIRES, desk.now().plus(kind.lives))
        .execute();
    return token;
  }

  static void withdraw(DSLContext tx, Kind kind, PersonId person) {
    tx.deleteFrom(ACCESS_LINK)
        .where(ACCESS_LINK.PERSON.eq(person.value()).and(ACCESS_LINK.KIND.eq(kind.word)))
        .execute();
  }

  /** Whom a living link is for; it stays. */
  Optional<PersonId> look(DSLContext dsl, Kind kind, String token) {
    return dsl.selectFrom(ACCESS_LINK)
        .where(
            ACCESS_LINK
                .TOKEN_HASH
                .eq(RandomSecret.hash(token))
                .and(ACCESS_LINK.KIND.eq(kind.word))
                .and(ACCESS_LINK.EXPIRES.gt(desk.now())))
        .fetchOptional(r -> new PersonId(r.getPerson()));
  }

  /** Whom a living link is for; it is gone, and of two who use it at once only one gets it. */
  Optional<PersonId> use(DSLContext tx, Kind kind, String token) {
    Optional<PersonId> person = look(tx, kind, token);
    int gone =
        tx.deleteFrom(ACCESS_LINK)
            .where(ACCESS_LINK.TOKEN_HASH.eq(RandomSecret.hash(token)))
            .execute();
    return person.filter(p -> gone == 1);
  }

  void tidy() {
    desk.store().dsl().deleteFrom(ACCESS_LINK).where(ACCESS_LINK.EXPIRES.lt(desk.now())).execute();
  }
}

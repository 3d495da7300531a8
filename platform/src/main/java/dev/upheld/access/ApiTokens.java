package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_TOKEN;

import dev.upheld.kernel.Secret;
import dev.upheld.store.generated.tables.records.AccessTokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Tokens for programs. Each belongs to a person, carries scopes, and ends; what it may do is at
 * most what its owner may do at that moment. Only a hash is kept.
 */
public final class ApiTokens {
  /** What every token begins with, so that scanners of source code find lost ones. */
  public static final String PREFIX = "upheld_";

  /** A token lives no longer than this. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int SHOWN = PREFIX.length() + 4;
  private static final Duration USED_GRAIN = Duration.ofMinutes(1);

  private final Desk desk;

  ApiTokens(Desk desk) {
    this.desk = desk;
  }

  /** One token, without its secret. */
  public record Shown(
      UUID id,
      String name,
      String beginning,
      Set<Permission> scopes,
      Instant made,
      Instant expires,
      Optional<Instant> used) {
    public Shown {
      scopes = Set.copyOf(scopes);
    }
  }

  /** What a person may grant to a token of their own. */
  public static Set<Permission> grantable(Identity identity) {
    return identity.permissions().stream()
        .filter(Permission::grantable)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  /**
   * Makes a token; it is shown this once.
   *
   * @throws IllegalArgumentException for scopes the person may not grant, none at all, or a date
   *     past or too far
   */
  public Secret<String> issue(
      Identity identity, String name, Set<Permission> scopes, Instant expires) {
    Instant now = desk.now();
    boolean dated = expires.isAfter(now) && !expires.isAfter(now.plus(LONGEST));
    if (!dated || scopes.isEmpty() || !grantable(identity).containsAll(scopes)) {
      throw new IllegalArgumentException("a token beyond what its owner may grant");
    }
    String token = PREFIX + desk.secrets().token().reveal();
    UUID id = UUID.randomUUID();
    return desk.store()
        .inTransaction(
            tx -> {
              tx.insertInto(ACCESS_TOKEN)
                  .set(ACCESS_TOKEN.ID, id)
                  .set(ACCESS_TOKEN.PERSON, identity.person().value())
                  .set(ACCESS_TOKEN.TOKEN_HASH, RandomSecret.hash(token))
                  .set(ACCESS_TOKEN.NAME, name)
                  .set(ACCESS_TOKEN.BEGINNING, token.substring(0, SHOWN))
                  .set(ACCESS_TOKEN.SCOPES, written(scopes))
                  .set(ACCESS_TOKEN.MADE, now)
                  .set(ACCESS_TOKEN.EXPIRES, expires)
                  .execute();
              desk.note(
                  tx,
                  "token.issued",
                  identity.person(),
                  Map.of("token", id.toString(), "scopes", sorted(scopes), "until", expires));
              return Secret.of(token);
            });
  }

  private static List<String> sorted(Set<Permission> scopes) {
    return scopes.stream().map(Permission::scope).sorted().toList();
  }

  private static String written(Set<Permission> scopes) {
    return String.join(" ", sorted(scopes));
  }

  private static Set<Permission> read(String scopes) {
    return Arrays.stream(scopes.split(" ", -1))
        .flatMap(s -> Permission.ofScope(s).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }

  /** A person's tokens, newest first; those that ended are gone. */
  public List<Shown> list(Identity identity) {
    return desk.store()
        .dsl()
        .selectFrom(ACCESS_TOKEN)
        .where(
            ACCESS_TOKEN
                .PERSON
                .eq(identity.person().value())
                .and(ACCESS_TOKEN.EXPIRES.gt(desk.now())))
        .orderBy(ACCESS_TOKEN.MADE.desc())
        .fetch(ApiTokens::shown);
  }

  private static Shown shown(AccessTokenRecord r) {
    return new Shown(
        r.getId(),
        r.getName(),
        r.getBeginning(),
        read(r.getScopes()),
        r.getMade(),
        r.getExpires(),
        Optional.ofNullable(r.getUsed()));
  }

  /** Ends one of the person's own tokens; it stops at once. */
  public boolean revoke(Identity identity, UUID token) {
    return desk.store()
        .inTransaction(
            tx -> {
              boolean gone =
                  tx.deleteFrom(ACCESS_TOKEN)
                          .where(
                              ACCESS_TOKEN
                                  .ID
                                  .eq(token)
                                  .and(ACCESS_TOKEN.PERSON.eq(identity.person().value())))
                          .execute()
                      > 0;
              if (gone) {
                desk.note(
                    tx, "token.revoked", identity.person(), Map.of("token", token.toString()));
              }
              return gone;
            });
  }

  /** Whoever holds this token; empty when it is none, has ended, or its owner is shut out. */
  public Optional<Identity> holder(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    DSLContext dsl = desk.store().dsl();
    Instant now = desk.now();
    Optional<AccessTokenRecord> row =
        dsl.selectFrom(ACCESS_TOKEN)
            .where(
                ACCESS_TOKEN
                    .TOKEN_HASH
                    .eq(RandomSecret.hash(token))
                    .and(ACCESS_TOKEN.EXPIRES.gt(now)))
            .fetchOptional();
    Optional<PersonRow> owner =
        row.flatMap(r -> PersonRow.byId(dsl, new PersonId(r.getPerson())))
            .filter(PersonRow::active);
    if (row.isEmpty() || owner.isEmpty()) {
      return Optional.empty();
    }
    used(dsl, row.get(), now);
    Set<Permission> may = read(row.get().getScopes());
    may.retainAll(owner.get().role().permissions());
    return Optional.of(
        new Identity(
            owner.get().id(),
            owner.get().role(),
            Collections.unmodifiableSet(may),
            new Identity.ByToken(row.get().getId())));
  }

  private static void used(DSLContext dsl, AccessTokenRecord row, Instant now) {
    Instant before = row.getUsed();
    if (before == null || now.isAfter(before.plus(USED_GRAIN))) {
      dsl.update(ACCESS_TOKEN)
          .set(ACCESS_TOKEN.USED, now)
          .where(ACCESS_TOKEN.ID.eq(row.getId()))
          .execute();
    }
  }

  void tidy() {
    desk.store()
        .dsl()
        .deleteFrom(ACCESS_TOKEN)
        .where(ACCESS_TOKEN.EXPIRES.lt(desk.now()))
        .execute();
  }
}

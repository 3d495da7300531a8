package dev.upheld.access;

import static dev.upheld.store.generated.Tables.ACCESS_PERSON;
import static dev.upheld.store.generated.Tables.ACCESS_RECOVERY_CODE;
import static dev.upheld.store.generated.Tables.ACCESS_SESSION;

import dev.upheld.kernel.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.DSLContext;

/** One-time codes and recovery codes of people, in the store. */
final class SecondFactor {
  private static final int RECOVERY_CODES = 10;

  private final Desk desk;

  SecondFactor(Desk desk) {
    this.desk = desk;
  }

  /**
   * What an authenticator needs.
   *
   * @param uri {@code otpauth://totp/...}
   * @param key the secret in Base32
   */
  record Offer(String uri, String key) {}

  /**
   * Whether the code is right now; accepting it uses its step up, whoever asks at the same time.
   */
  boolean accept(DSLContext tx, PersonRow person, String code) {
    Optional<Secret<byte[]>> secret =
        Optional.ofNullable(person.row().getTotpSealed()).map(this::opened);
    if (secret.isEmpty()) {
      return false;
    }
    OptionalLong step =
        Totp.USUAL.accepted(secret.get(), digits(code), desk.now(), person.row().getTotpLastStep());
    return step.isPresent()
        && tx.update(ACCESS_PERSON)
                .set(ACCESS_PERSON.TOTP_LAST_STEP, step.getAsLong())
                .where(
                    ACCESS_PERSON
                        .ID
                        .eq(person.id().value())
                        .and(ACCESS_PERSON.TOTP_LAST_STEP.lt(step.getAsLong())))
                .execute()
            == 1;
  }

  /** Whether the recovery code was still there; it is gone now. */
  boolean spend(DSLContext tx, PersonId person, String code) {
    return tx.deleteFrom(ACCESS_RECOVERY_CODE)
            .where(
                ACCESS_RECOVERY_CODE
                    .PERSON
                    .eq(person.value())
                    .and(ACCESS_RECOVERY_CODE.HASH.eq(RandomSecret.hashOfCode(code))))
            .execute()
        == 1;
  }

  /** The secret a session is setting up, made when there is none yet. */
  Offer offer(Sessions.Held held, String issuer) {
    byte[] sealed = held.session().getNewTotpSealed();
    Secret<byte[]> secret = sealed == null ? made(held.session().getId()) : opened(sealed);
    String key = Base32.encode(secret.reveal());
    String label = issuer + ":" + held.person().email(desk.vault());
    return new Offer(
        "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
            .formatted(encoded(label), key, encoded(issuer)),
        key);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Secret<byte[]> made(UUID session) {
    Secret<byte[]> secret = desk.secrets().bytes(Totp.SECRET_BYTES);
    desk.store()
        .dsl()
        .update(ACCESS_SESSION)
        .set(ACCESS_SESSION.NEW_TOTP_SEALED, sealed(secret))
        .where(ACCESS_SESSION.ID.eq(session))
        .execute();
    return secret;
  }

  /** Takes the offered secret when the code fits it; the person has new recovery codes then. */
  Optional<List<String>> confirm(DSLContext tx, Sessions.Held held, String code) {
    byte[] offered = held.session().getNewTotpSealed();
    if (offered == null) {
      return Optional.empty();
    }
    OptionalLong step = Totp.USUAL.accepted(opened(offered), digits(code), desk.now(), -1);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    tx.update(ACCESS_PERSON)
        .set(ACCESS_PERSON.TOTP_SEALED, offered)
        .set(ACCESS_PERSON.TOTP_SINCE, desk.now())
        .set(ACCESS_PERSON.TOTP_LAST_STEP, step.getAsLong())
        .where(ACCESS_PERSON.ID.eq(held.person().id().value()))
        .execute();
    return Optional.of(renewCodes(tx, held.person().id()));
  }

  /** New recovery codes; the old ones are gone. */
  List<String> renewCodes(DSLContext tx, PersonId person) {
    tx.deleteFrom(ACCESS_RECOVERY_CODE)
        .where(ACCESS_RECOVERY_CODE.PERSON.eq(person.value()))
        .execute();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      String code = desk.secrets().code().reveal();
      codes.add(code);
      tx.insertInto(ACCESS_RECOVERY_CODE)
          .set(ACCESS_RECOVERY_CODE.PERSON, person.value())
          .set(ACCESS_RECOVERY_CODE.HASH, RandomSecret.hashOfCode(code))
          .execute();
    }
    return codes;
  }

  int codesLeft(DSLContext dsl, PersonId person) {
    return dsl.fetchCount(ACCESS_RECOVERY_CODE, ACCESS_RECOVERY_CODE.PERSON.eq(person.value()));
  }

  private static String digits(String code) {
    return code.replace(" ", "");
  }

  private Secret<byte[]> opened(byte[] sealed) {
    return Secret.of(HexFormat.of().parseHex(desk.vault().open(PersonRow.TOTP, sealed)));
  }

  private byte[] sealed(Secret<byte[]> secret) {
    return desk.vault().seal(PersonRow.TOTP, HexFormat.of().formatHex(secret.reveal()));
  }
}

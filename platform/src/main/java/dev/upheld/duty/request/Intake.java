package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_INTAKE;

import dev.upheld.duty.request.Acts.Opening;
import dev.upheld.journal.Draft;
import dev.upheld.kernel.Secret;
import dev.upheld.kernel.Sha256;
import dev.upheld.mail.Mail;
import dev.upheld.store.generated.tables.records.RequestIntakeRecord;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way in for everybody. Whoever asks proves that a mail address is theirs, by a code sent
 * there. Nobody looks whether the address is known to any system, so that neither a page nor the
 * time it takes nor a mail can tell. Thread-safe.
 */
public final class Intake {
  /** Longer descriptions belong into a message afterwards. */
  public static final int LONGEST = 4_000;

  /** As forms and the table take them. */
  public static final int LONGEST_LINE = 200;

  private static final Duration LIVES = Duration.ofMinutes(20);
  private static final int MOST_TRIES = 5;
  private static final int TOKEN_BYTES = 32;
  private static final int CODES = 100_000_000;
  private static final String PURPOSE = "request-intake";
  private static final String CODE = "request-code";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Acts acts;
  private final Flow flow;
  private final SecureRandom random = new SecureRandom();

  Intake(Desk desk, Acts acts, Flow flow) {
    this.desk = desk;
    this.acts = acts;
    this.flow = flow;
  }

  /**
   * What somebody wrote on the public pages.
   *
   * @param rights what they ask for, by word
   * @param language in which they read
   */
  public record Asked(List<String> rights, String language, Contents contents) {
    public Asked {
      rights = List.copyOf(rights);
    }
  }

  /** What became of it. */
  public sealed interface Begun {}

  /**
   * A code was sent.
   *
   * @param token holds what was written until the code comes back
   */
  public record Sent(Secret<String> token) implements Begun {}

  /** No mail can be sent to this address. */
  public record NoAddress() implements Begun {}

  /** Nothing was chosen, or something that is not offered. */
  public record NothingAsked() implements Begun {}

  /** Too many codes were asked for; later is fine. */
  public record TooMany() implements Begun {}

  /**
   * Takes a request on and sends the code. What was written is kept sealed until the code comes, or
   * its time is over.
   *
   * @param source where it comes from in the network; counted by keyed hash, never kept
   */
  public Begun begin(Asked asked, String source) {
    String email = asked.contents().email().strip();
    if (!Mail.takes(email) || email.length() > LONGEST_LINE) {
      return new NoAddress();
    }
    Set<String> offered =
        Offers.of(desk.charter()).stream().map(Offer::right).collect(Collectors.toSet());
    if (asked.rights().isEmpty() || !offered.containsAll(asked.rights())) {
      return new NothingAsked();
    }
    // Both are counted, whichever is over: neither tells of the other.
    boolean bySource = flow.let(Flow.Kind.SOURCE, source);
    boolean byAddress = flow.let(Flow.Kind.ADDRESS, email.toLowerCase(Locale.ROOT));
    return bySource && byAddress ? sent(asked, email) : new TooMany();
  }

  private Sent sent(Asked asked, String email) {
    String token = desk.random().token(TOKEN_BYTES);
    String code = String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
    Instant now = desk.now();
    var _ =
        desk.store()
            .inTransaction(
                tx -> {
                  desk.mail(
                      tx,
                      "request-code",
                      new Desk.To(email, asked.language()),
                      Map.of(
                          "code",
                          code.substring(0, 4) + " " + code.substring(4),
                          "minutes",
                          String.valueOf(LIVES.toMinutes())));
                  return tx.insertInto(REQUEST_INTAKE)
                      .set(
                          new RequestIntakeRecord(
                              Sha256.of(token),
                              desk.vault().seal(PURPOSE, JSON.writeValueAsString(asked)),
                              hash(token, code),
                              0,
                              now,
                              now.plus(LIVES)))
                      .execute();
                });
    return new Sent(Secret.of(token));
  }

  /** Bound to the token: a code serves for one request and no other. */
  private String hash(String token, String code) {
    return HexFormat.of().formatHex(desk.vault().fingerprint(CODE, token + ":" + code));
  }

  /** What came of a code. */
  public sealed interface Confirmed {}

  /**
   * The request is open.
   *
   * @param link opens its private page
   */
  public record Opened(CaseRef ref, Secret<String> link) implements Confirmed {}

  /** The code is not the one that was sent; it may be tried again. */
  public record WrongCode() implements Confirmed {}

  /** Its time is over, or it was tried too often: begin anew. */
  public record Over() implements Confirmed {}

  /**
   * Opens the request whose code this is. Of two who send the same code at once only one opens it.
   */
  public Confirmed confirm(String token, String code) {
    String digits = code.replaceAll("[\\s.-]", "");
    byte[] given = hash(token, digits).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return desk.store()
        .inTransaction(
            tx -> {
              Optional<RequestIntakeRecord> found =
                  tx.selectFrom(REQUEST_INTAKE)
                      .where(REQUEST_INTAKE.TOKEN_HASH.eq(Sha256.of(token)))
                      .forUpdate()
                      .fetchOptional()
                      .filter(row -> row.getExpires().isAfter(desk.now()))
                      .filter(row -> row.getTries() < MOST_TRIES);
              if (found.isEmpty()) {
                return new Over();
              }
              return tried(tx, found.get(), given);
            });
  }

  private Confirmed tried(DSLContext tx, RequestIntakeRecord row, byte[] given) {
    byte[] right = row.getCodeHash().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(right, given)) {
      row.setTries(row.getTries() + 1);
      row.store();
      if (row.getTries() == MOST_TRIES) {
        desk.journal().append(tx, Draft.of("request.code-spent", Map.of("tries", MOST_TRIES)));
        return new Over();
      }
      return new WrongCode();
    }
    Asked asked = JSON.readValue(desk.vault().open(PURPOSE, row.getContentSealed()), Asked.class);
    row.delete();
    CaseRef ref =
        acts.open(
            tx,
            new Opening(
                Channel.WEB,
                asked.language(),
                State.IDENTITY_PROVED,
                "code",
                desk.day(row.getMade()), // it reached us when it was written, not when confirmed
                asked.contents(),
                asked.rights()),
            Optional.empty());
    return new Opened(ref, link(tx, ref));
  }

  private Secret<String> link(DSLContext tx, CaseRef ref) {
    return desk.cases()
        .find(tx, ref)
        .flatMap(row -> desk.cases().contents(row))
        .map(c -> Secret.of(c.link()))
        .orElseThrow(() -> new IllegalStateException("opened a moment ago"));
  }

  /** Erases what nobody confirmed in time. */
  void tidy() {
    desk.store()
        .dsl()
        .deleteFrom(REQUEST_INTAKE)
        .where(REQUEST_INTAKE.EXPIRES.lt(desk.now()))
        .execute();
  }
}

package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_DIRECTIVE;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.mail.Mail;
import dev.upheld.store.generated.tables.records.RequestDirectiveRecord;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people want to become of their data after their death (French law, LIL Art. 85): left,
 * changed and revoked by whoever proved the address, the latest counts; carried out once a death is
 * proved, see {@link Deaths}. They outlive the request, sealed with a key of their own.
 * Thread-safe.
 */
public final class Directives {
  static final String LEAVING = "post-mortem";
  private static final String SEALED = "directive";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Acts acts;

  Directives(Desk desk, Acts acts) {
    this.desk = desk;
    this.acts = acts;
  }

  /** What is wanted. */
  public enum Wish {
    /** All of it goes, except what law or evidence needs. */
    ERASE,
    /** The person named gets a copy, then all of it goes. */
    HAND_OVER,
    /** The person named gets a copy, and it stays as long as it would have stayed. */
    KEEP;

    /** As forms write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What somebody wants.
   *
   * @param name of the person who may ask for it; empty text for nobody
   * @param contact a mail address of that person; empty text for none
   * @param words in their own words; may be empty
   */
  public record Directive(Wish wish, String name, String contact, String words) {
    @Override
    public String toString() {
      return "Directive[" + wish + "]";
    }
  }

  /**
   * What is on file.
   *
   * @param version from 1; each change is one more
   */
  public record Filed(Directive directive, int version, Instant left) {}

  /** Whether a request is about what becomes of data after death, and was not refused that. */
  public static boolean leaves(CaseFile file) {
    return file.rights().stream()
        .anyMatch(r -> r.right().equals(LEAVING) && r.outcome() != Outcome.REFUSED);
  }

  /** By what a person is found; the address itself is not kept. */
  byte[] person(String address) {
    String plain =
        Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return desk.vault().fingerprint("request-directive", plain);
  }

  /** What is on file for a person. */
  Optional<Filed> filed(DSLContext tx, byte[] person) {
    return tx.selectFrom(REQUEST_DIRECTIVE)
        .where(REQUEST_DIRECTIVE.PERSON.eq(person))
        .fetchOptional()
        .flatMap(
            row ->
                desk.keys()
                    .open(row.getKey(), row.getSealed(), SEALED)
                    .map(b -> new String(b, StandardCharsets.UTF_8))
                    .map(
                        text ->
                            new Filed(
                                JSON.readValue(text, Directive.class),
                                row.getVersion(),
                                row.getLeftAt())));
  }

  /** What whoever proved this address left; empty where there is nothing. */
  public Optional<Filed> of(CaseFile file) {
    return file.contents()
        .map(Contents::email)
        .filter(e -> !e.isBlank() && file.proved().isPresent())
        .flatMap(e -> filed(desk.store().dsl(), person(e)));
  }

  /**
   * Leaves it, in place of what was left before.
   *
   * @throws dev.upheld.kernel.ProblemException when it names nobody who could get a copy, or the
   *     request is about something else
   */
  public void leave(CaseRef ref, Directive directive) {
    if (directive.wish() != Wish.ERASE && directive.name().isBlank()) {
      throw RequestProblem.WORDS.because(
          "Nobody is named who would get a copy.", "Name somebody, or choose to have all erased.");
    }
    if (directive.name().length() > 200 || directive.words().length() > Intake.LONGEST) {
      throw RequestProblem.WORDS.because("The text is too long.", "Make it shorter.");
    }
    if (!directive.contact().isBlank() && !Mail.takes(directive.contact())) {
      throw RequestProblem.ADDRESS.because(
          "No mail can be sent to the address.", "Correct it, or leave it out.");
    }
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          byte[] person = own(on);
          int version = store(on.tx(), person, directive);
          return Told.byMail("directive-left").with("version", version);
        });
  }

  /** The address of whoever asks, once it is proved. */
  private byte[] own(On on) {
    CaseFile file = desk.cases().file(on.tx(), on.row(), desk.charter(), desk.today());
    String email = file.contents().map(Contents::email).orElse("");
    if (!leaves(file) || on.row().getProved() == null || email.isBlank()) {
      throw RequestProblem.notNow();
    }
    return person(email);
  }

  private int store(DSLContext tx, byte[] person, Directive directive) {
    Optional<RequestDirectiveRecord> before =
        tx.selectFrom(REQUEST_DIRECTIVE)
            .where(REQUEST_DIRECTIVE.PERSON.eq(person))
            .forUpdate()
            .fetchOptional();
    RequestDirectiveRecord row = before.orElseGet(() -> tx.newRecord(REQUEST_DIRECTIVE));
    UUID key = before.map(RequestDirectiveRecord::getKey).orElseGet(desk.keys()::make);
    byte[] text = JSON.writeValueAsString(directive).getBytes(StandardCharsets.UTF_8);
    row.setPerson(person);
    row.setKey(key);
    row.setSealed(desk.keys().seal(key, text, SEALED));
    row.setVersion(before.map(RequestDirectiveRecord::getVersion).orElse(0) + 1);
    row.setLeftAt(desk.now());
    row.store();
    return row.getVersion();
  }

  /** Takes it back: as if nothing had ever been left. */
  public void revoke(CaseRef ref) {
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          byte[] person = own(on);
          if (!drop(on.tx(), person)) {
            throw RequestProblem.notNow();
          }
          return Told.byMail("directive-revoked");
        });
  }

  /** Forgets what a person left, and whether there was anything. */
  boolean drop(DSLContext tx, byte[] person) {
    Optional<UUID> key =
        tx.deleteFrom(REQUEST_DIRECTIVE)
            .where(REQUEST_DIRECTIVE.PERSON.eq(person))
            .returning(REQUEST_DIRECTIVE.KEY)
            .fetchOptional(REQUEST_DIRECTIVE.KEY);
    key.ifPresent(desk.keys()::drop);
    return key.isPresent();
  }

  /** A wish by its word; empty where there is none of it. */
  public static Optional<Wish> wish(String word) {
    return Map.of(
            Wish.ERASE.word(), Wish.ERASE,
            Wish.HAND_OVER.word(), Wish.HAND_OVER,
            Wish.KEEP.word(), Wish.KEEP)
        .entrySet()
        .stream()
        .filter(e -> e.getKey().equals(word))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

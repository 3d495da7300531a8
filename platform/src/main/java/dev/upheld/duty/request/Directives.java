package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_DEATH;
import static dev.upheld.store.generated.Tables.REQUEST_DIRECTIVE;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.journal.ReferenceId;
import dev.upheld.mail.Mail;
import dev.upheld.store.generated.tables.records.RequestDirectiveRecord;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people want to become of their data after their death (French law, LIL Art. 85): left,
 * changed and revoked by whoever proved the address, the latest counts; looked up once a death was
 * proved. They outlive the request, sealed with a key of their own. Thread-safe.
 */
public final class Directives {
  /** How a death can be proved; of the proof only the way and the day are kept. */
  public static final List<String> PROOFS = List.of("certificate", "notary", "register", "other");

  private static final String LEAVING = "post-mortem";
  private static final Set<String> ASKING = Set.of(LEAVING, "destruction-after-death");
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

  /**
   * What was noted of a death.
   *
   * @param method how it was proved
   * @param filed what the person wanted; empty where they left nothing
   */
  public record Death(String method, LocalDate checked, Optional<Filed> filed) {}

  /** Whether a request is about what becomes of data after death, and was not refused that. */
  public static boolean leaves(CaseFile file) {
    return asks(file, Set.of(LEAVING));
  }

  private static boolean asks(CaseFile file, Set<String> rights) {
    return file.rights().stream()
        .anyMatch(r -> rights.contains(r.right()) && r.outcome() != Outcome.REFUSED);
  }

  /** Whether a death can be noted for a request. */
  public static boolean asksAfterDeath(CaseFile file) {
    return asks(file, ASKING);
  }

  private byte[] person(String address) {
    String plain =
        Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return desk.vault().fingerprint("request-directive", plain);
  }

  private Optional<Filed> filed(DSLContext tx, byte[] person) {
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
          UUID key =
              on.tx()
                  .deleteFrom(REQUEST_DIRECTIVE)
                  .where(REQUEST_DIRECTIVE.PERSON.eq(person))
                  .returning(REQUEST_DIRECTIVE.KEY)
                  .fetchOptional(REQUEST_DIRECTIVE.KEY)
                  .orElseThrow(RequestProblem::notNow);
          desk.keys().drop(key);
          return Told.byMail("directive-revoked");
        });
  }

  /** What was noted of a death for a request. */
  public Optional<Death> death(CaseRef ref) {
    return desk.store()
        .dsl()
        .selectFrom(REQUEST_DEATH)
        .where(REQUEST_DEATH.REF.eq(ref.value()))
        .fetchOptional()
        .map(
            row ->
                new Death(
                    row.getMethod(), row.getChecked(), filed(desk.store().dsl(), row.getPerson())));
  }

  /**
   * Notes that a death was proved, and looks what the person wanted: each part of it becomes a
   * task. Without instructions all of it goes, except what law or evidence needs.
   *
   * @param address the mail address of whoever died
   * @param method one of {@link #PROOFS}
   */
  public void noteDeath(CaseRef ref, String address, String method, ReferenceId who) {
    if (!PROOFS.contains(method) || !Mail.takes(address.strip())) {
      throw RequestProblem.CHOICE.because(
          "The way it was proved or the address of the person who died is missing.",
          "Choose how it was proved, and enter the address by which they were known.");
    }
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          CaseFile file = desk.cases().file(on.tx(), on.row(), desk.charter(), desk.today());
          if (!asksAfterDeath(file) || on.row().getProved() == null) {
            throw RequestProblem.notNow();
          }
          byte[] person = person(address);
          int noted =
              on.tx()
                  .insertInto(REQUEST_DEATH)
                  .set(REQUEST_DEATH.REF, ref.value())
                  .set(REQUEST_DEATH.PERSON, person)
                  .set(REQUEST_DEATH.METHOD, method)
                  .set(REQUEST_DEATH.CHECKED, desk.today())
                  .onConflictDoNothing()
                  .execute();
          if (noted == 0) {
            throw RequestProblem.notNow();
          }
          Optional<Filed> filed = filed(on.tx(), person);
          tasks(on, filed.map(Filed::directive), address.strip());
          return Told.quietly("death-noted")
              .with("method", method)
              .with("instructions", filed.map(f -> f.directive().wish().word()).orElse("none"));
        });
  }

  private void tasks(On on, Optional<Directive> directive, String address) {
    boolean french = desk.charter().publication().languages().prevailing().startsWith("fr");
    directive
        .filter(d -> d.wish() != Wish.ERASE)
        .ifPresent(
            d ->
                task(
                    on,
                    french
                        ? "Vérifier que la demande vient de "
                            + d.name()
                            + " ou lui écrire ("
                            + d.contact()
                            + "), puis lui remettre une copie des données de "
                            + address
                            + ", sans celles d’autres personnes."
                        : "Make sure that "
                            + d.name()
                            + " asks, or write to them ("
                            + d.contact()
                            + "); then hand over a copy of the data of "
                            + address
                            + ", without that of other people."));
    if (directive.map(Directive::wish).orElse(Wish.ERASE) != Wish.KEEP) {
      task(
          on,
          french
              ? "Effacer les données de "
                  + address
                  + " (upheld request run --right erasure --ground death), sauf ce que la loi ou la"
                  + " preuve exige."
              : "Erase the data of "
                  + address
                  + " (upheld request run --right erasure --ground death), except what law or"
                  + " evidence needs.");
    }
  }

  private void task(On on, String words) {
    desk.cases()
        .task(on.tx(), on.row(), new Handling.NewTask(words, Optional.empty(), on.row().getDue()));
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

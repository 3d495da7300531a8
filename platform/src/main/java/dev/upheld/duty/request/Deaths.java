package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_DEATH;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.CaseFile.RightLine;
import dev.upheld.duty.request.Directives.Directive;
import dev.upheld.duty.request.Directives.Filed;
import dev.upheld.journal.ReferenceId;
import dev.upheld.mail.Mail;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * What becomes of the data of somebody who died (LIL Art. 85): once the death was proved, what they
 * wanted is planned, approved and carried out like any other work, for their data and not for that
 * of whoever asks. Without instructions it goes, except what law or evidence needs. Thread-safe.
 */
public final class Deaths {
  /** How a death can be proved; of the proof only the way and the day are kept. */
  public static final List<String> PROOFS = List.of("certificate", "notary", "register", "other");

  private static final Set<String> ASKING = Set.of(Directives.LEAVING, "destruction-after-death");

  private final Desk desk;
  private final Acts acts;
  private final Directives directives;

  Deaths(Desk desk, Acts acts, Directives directives) {
    this.desk = desk;
    this.acts = acts;
    this.directives = directives;
  }

  /**
   * What was noted of a death.
   *
   * @param method how it was proved
   */
  public record Death(String method, LocalDate checked) {}

  /** Whether a death can be noted for a request. */
  public static boolean asks(CaseFile file) {
    return file.rights().stream().anyMatch(Deaths::asks);
  }

  private static boolean asks(RightLine right) {
    return ASKING.contains(right.right()) && right.outcome() != Outcome.REFUSED;
  }

  /** Whose data the request is about; empty where it is about that of whoever asks. */
  public static Optional<Departed> departed(CaseFile file) {
    return file.contents().flatMap(Contents::departed).filter(_ -> asks(file));
  }

  /** What was noted for a request. */
  public Optional<Death> of(CaseRef ref) {
    return desk.store()
        .dsl()
        .selectFrom(REQUEST_DEATH)
        .where(REQUEST_DEATH.REF.eq(ref.value()))
        .fetchOptional()
        .map(row -> new Death(row.getMethod(), row.getChecked()));
  }

  /**
   * What is said of a death.
   *
   * @param address the mail address of whoever died
   * @param identifiers by which the systems know them, one {@code word: value} a line; may be empty
   * @param method one of {@link #PROOFS}
   */
  public record Proved(String address, String identifiers, String method) {
    @Override
    public String toString() {
      return "Proved";
    }
  }

  /**
   * Notes that a death was proved, and looks what the person wanted. What else the request says of
   * accounts and numbers is of whoever asks, and counts no more.
   *
   * @throws dev.upheld.kernel.ProblemException where the request asks for something else as well:
   *     that would be about another person
   */
  public void note(CaseRef ref, Proved death, ReferenceId who) {
    String address = death.address().strip();
    String method = death.method();
    if (!PROOFS.contains(method) || !Mail.takes(address)) {
      throw RequestProblem.CHOICE.because(
          "The way it was proved or the address of the person who died is missing.",
          "Choose how it was proved, and enter the address by which they were known.");
    }
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          CaseFile file = file(on);
          if (!asks(file) || on.row().getProved() == null) {
            throw RequestProblem.notNow();
          }
          refuseOthers(file);
          byte[] person = directives.person(address);
          if (!insert(on, person, method)) {
            throw RequestProblem.notNow();
          }
          Optional<Directive> wants = directives.filed(on.tx(), person).map(Filed::directive);
          Departed departed = new Departed(address, death.identifiers().strip(), wants, false);
          keep(on, departed);
          new DeathTasks(desk, on).give(departed);
          return Told.quietly("death-noted")
              .with("method", method)
              .with("instructions", wants.map(d -> d.wish().word()).orElse("none"));
        });
  }

  /** The rest would be worked on with the data of the person who died. */
  private static void refuseOthers(CaseFile file) {
    boolean others =
        file.rights().stream().anyMatch(r -> r.outcome() != Outcome.REFUSED && !asks(r));
    if (others) {
      throw RequestProblem.TWO_PEOPLE.because(
          "The request asks for rights of the person who asks as well.",
          "Take the request after a death as one of its own, and refuse it here.");
    }
  }

  private boolean insert(On on, byte[] person, String method) {
    return on.tx()
            .insertInto(REQUEST_DEATH)
            .set(REQUEST_DEATH.REF, on.row().getRef())
            .set(REQUEST_DEATH.PERSON, person)
            .set(REQUEST_DEATH.METHOD, method)
            .set(REQUEST_DEATH.CHECKED, desk.today())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private CaseFile file(On on) {
    return desk.cases().file(on.tx(), on.row(), desk.charter(), desk.today());
  }

  private void keep(On on, Departed departed) {
    Contents contents = desk.cases().contents(on.row()).orElseThrow(RequestProblem::notNow);
    desk.cases().contents(on.row(), contents.about(departed));
  }

  /** Notes that the person who was named asks: they get a copy, before anything is erased. */
  public void confirmHeir(CaseRef ref, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          Departed departed =
              departed(file(on))
                  .filter(Departed::waitsForHeir)
                  .orElseThrow(RequestProblem::notNow)
                  .named();
          keep(on, departed);
          new DeathTasks(desk, on).give(departed);
          return Told.quietly("heir-confirmed");
        });
  }

  /** What was wanted is done: the instructions have served. */
  public void done(DSLContext tx, CaseRef ref) {
    tx.selectFrom(REQUEST_DEATH)
        .where(REQUEST_DEATH.REF.eq(ref.value()))
        .fetchOptional()
        .ifPresent(row -> directives.drop(tx, row.getPerson()));
  }
}

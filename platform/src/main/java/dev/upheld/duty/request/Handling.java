package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_PAUSE;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Opening;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Message;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.CaseFile.RightLine;
import dev.upheld.duty.request.State.Step;
import dev.upheld.journal.ReferenceId;
import dev.upheld.law.SuspensionGround;
import dev.upheld.mail.Mail;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** What people of the company do with requests. Each act is journalled. Thread-safe. */
public final class Handling {
  /** By which it became clear who asks. */
  public static final List<String> METHODS =
      List.of("account", "code", "call-back", "answers", "document", "other");

  /** Where a ground of refusal is no limit the law writes down for this right. */
  public static final String NOT_COVERED = "not-covered";

  private static final String RESTRICTION = "restriction";
  private static final int SHORTEST_REASON = 10;
  private static final int PROMPT_DAYS = 3;

  private final Desk desk;
  private final Acts acts;
  private final Inbox inbox;

  Handling(Desk desk, Acts acts, Inbox inbox) {
    this.desk = desk;
    this.acts = acts;
    this.inbox = inbox;
  }

  /**
   * A request that came by letter, by mail or through a program.
   *
   * @param received the day it reached the company, not after today
   */
  public record New(
      Channel channel,
      String language,
      LocalDate received,
      List<String> rights,
      Contents contents) {
    public New {
      rights = List.copyOf(rights);
    }
  }

  /**
   * Opens it.
   *
   * @throws dev.upheld.kernel.ProblemException when it asks for nothing that is offered, comes from
   *     the future, or names nobody
   */
  public CaseRef open(New request, ReferenceId who) {
    return desk.store().inTransaction(tx -> open(tx, request, who));
  }

  CaseRef open(DSLContext tx, New request, ReferenceId who) {
    Set<String> offered = Set.copyOf(Offers.of(desk.charter()).stream().map(Offer::right).toList());
    if (request.rights().isEmpty() || !offered.containsAll(request.rights())) {
      throw RequestProblem.CHOICE.because(
          "No right was chosen, or one that is not offered.", "Choose what the person asks for.");
    }
    if (request.received().isAfter(desk.today())
        || request.received().isBefore(desk.today().minusYears(2))) {
      throw RequestProblem.CHOICE.because(
          "The day of receipt is in the future or long past.", "Enter the day the letter came.");
    }
    Contents contents = request.contents();
    if (!contents.email().isBlank() && !Mail.takes(contents.email())) {
      throw RequestProblem.ADDRESS.because(
          "No mail can be sent to the address.", "Correct it, or leave it out.");
    }
    if (contents.email().isBlank() && contents.name().isBlank()) {
      throw RequestProblem.WORDS.because(
          "Neither a name nor a mail address was given.", "Say who asks.");
    }
    return acts.open(
        tx,
        new Opening(
            request.channel(),
            request.language(),
            State.RECEIVED,
            "",
            request.received(),
            contents,
            request.rights()),
        Optional.of(who));
  }

  /**
   * Asks who the person is, since there is a reasonable doubt. The reason goes to the person; the
   * clock may stand still from now on, where it was asked without delay.
   */
  public void askIdentity(CaseRef ref, String reason, ReferenceId who) {
    String text = words(reason, SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          boolean again = on.state() == State.IDENTITY_ASKED;
          on.step(Step.ASK_IDENTITY);
          on.row().setProved(null); // a code shows whose address it is, not always who asks
          on.row().setProvedBy(null);
          say(on, text);
          LocalDate today = desk.today();
          boolean promptly = ChronoUnit.DAYS.between(on.row().getReceived(), today) <= PROMPT_DAYS;
          if (!again) {
            on.tx()
                .insertInto(REQUEST_PAUSE)
                .set(REQUEST_PAUSE.REF, ref.value())
                .set(REQUEST_PAUSE.GROUND, SuspensionGround.IDENTITY.id())
                .set(REQUEST_PAUSE.ASKED, today)
                .set(REQUEST_PAUSE.PROMPTLY, promptly)
                .onConflictDoNothing()
                .execute();
          }
          return Told.byMail("identity-asked").with("promptly", promptly);
        });
  }

  /** Notes that it is clear who asks; of the check only this, its way and the day are kept. */
  public void prove(CaseRef ref, String method, ReferenceId who) {
    if (!METHODS.contains(method)) {
      throw RequestProblem.CHOICE.because(
          "That is no way to make sure who asks.", "Choose one of the list.");
    }
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.step(Step.PROVE);
          on.row().setProved(desk.today());
          on.row().setProvedBy(method);
          Papers.destroy(on.tx(), ref, desk.now()); // of the check only its way and day stay
          on.tx()
              .update(REQUEST_PAUSE)
              .set(REQUEST_PAUSE.ANSWERED, desk.today())
              .where(REQUEST_PAUSE.REF.eq(ref.value()))
              .and(REQUEST_PAUSE.ANSWERED.isNull())
              .execute();
          return Told.byMail("identity-proved").with("method", method);
        });
    Papers.dropKeys(desk);
  }

  /** Writes to the person. */
  public void write(CaseRef ref, String message, ReferenceId who) {
    String text = words(message, 1, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          say(on, text);
          return Told.byMail("company-wrote");
        });
  }

  private void say(On on, String text) {
    desk.cases().message(on.tx(), on.row(), new Message(desk.now(), false, text));
  }

  /**
   * Takes longer, for a reason that is told at once.
   *
   * @throws dev.upheld.kernel.ProblemException when no law gives an extension, it was used already,
   *     or the day to announce it is over
   */
  public void extend(CaseRef ref, String reason, ReferenceId who) {
    String text = words(reason, SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          refuseExtension(on);
          desk.cases().extension(on.row(), text);
          on.row().setExtended(desk.now());
          on.row().setWarned(null);
          return Told.byMail("extended");
        });
  }

  private void refuseExtension(On on) {
    Due due = desk.cases().file(on.tx(), on.row(), desk.charter(), desk.today()).due();
    if (on.row().getExtended() != null || due.extensionBy().isEmpty()) {
      throw RequestProblem.EXTENSION.because(
          "No law gives more time for this request, or the extension was used already.",
          "Answer by the day shown.");
    }
    if (desk.today().isAfter(due.extensionBy().get())) {
      throw RequestProblem.EXTENSION.because(
          "An extension had to be announced by " + due.extensionBy().get() + ".",
          "Answer as soon as you can, and say that it is late.");
    }
  }

  /**
   * Refuses one right, with a ground and the reason for this person. When no right is left open and
   * none was kept, the request ends as refused.
   *
   * @param refusal its ground is one of the limits the law writes down for this right, or {@link
   *     #NOT_COVERED}
   */
  public void refuse(CaseRef ref, String right, Refusal refusal, ReferenceId who) {
    String text = words(refusal.words(), SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          refuseGround(right, refusal.ground());
          decide(
              on,
              new Decision(
                  right, Outcome.REFUSED, Optional.of(refusal.ground()), Optional.of(text)));
          if (desk.cases().rights(on.tx(), on.row()).stream()
              .allMatch(r -> r.outcome() == Outcome.REFUSED)) {
            on.step(Step.REFUSE);
            acts.end(on);
          }
          return Told.byMail("right-refused").with("right", right);
        });
  }

  /**
   * Why a right is refused.
   *
   * @param ground of the law
   * @param words for this person
   */
  public record Refusal(String ground, String words) {
    @Override
    public String toString() {
      return "Refusal[" + ground + "]";
    }
  }

  private void refuseGround(String right, String ground) {
    boolean known =
        ground.equals(NOT_COVERED)
            || Offers.of(desk.charter(), right).stream()
                .flatMap(o -> o.limits().stream())
                .anyMatch(l -> l.mayBind() && l.value().equals(ground));
    if (!known) {
      throw RequestProblem.CHOICE.because(
          "The law does not name that ground for this right.", "Choose one of the list.");
    }
  }

  /**
   * Notes that one right was kept while others wait: what must be done at once does not hold the
   * deadline of the rest.
   */
  public void keep(CaseRef ref, String right, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          if (on.state().after(Step.FINISH).isEmpty()) {
            throw RequestProblem.notNow();
          }
          if (right.equals(RESTRICTION)) {
            refuseUnmarked(on);
          }
          decide(on, new Decision(right, Outcome.KEPT, Optional.empty(), Optional.empty()));
          return Told.byMail("right-kept").with("right", right);
        });
  }

  private record Decision(
      String right, Outcome outcome, Optional<String> ground, Optional<String> words) {}

  private void decide(On on, Decision decision) {
    RightLine open =
        desk.cases().rights(on.tx(), on.row()).stream()
            .filter(r -> r.right().equals(decision.right()) && r.outcome() == Outcome.OPEN)
            .findFirst()
            .orElseThrow(RequestProblem::notNow);
    RightLine line =
        new RightLine(
            open.right(), decision.outcome(), open.due(), decision.ground(), decision.words());
    desk.cases().decide(on.tx(), on.row(), line, desk.today());
  }

  /**
   * Something to do by hand.
   *
   * @param owner who does it; empty for nobody yet
   * @param system in which it is done, where it is one of the data map
   */
  public record NewTask(
      String words, Optional<ReferenceId> owner, LocalDate due, Optional<String> system) {
    public NewTask(String words, Optional<ReferenceId> owner, LocalDate due) {
      this(words, owner, due, Optional.empty());
    }

    @Override
    public String toString() {
      return "NewTask";
    }
  }

  /** Gives somebody something to do by hand. */
  public void task(CaseRef ref, NewTask task, ReferenceId who) {
    String text = words(task.words(), 1, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          UUID id =
              desk.cases()
                  .task(
                      on.tx(),
                      on.row(),
                      new NewTask(text, task.owner(), task.due(), task.system()));
          return Told.quietly("task-given").with("task", id.toString());
        });
  }

  /** Notes what was done. */
  public void done(CaseRef ref, UUID task, String result, ReferenceId who) {
    String text = words(result, 1, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.mustBeOpen();
          if (!desk.cases().done(on.tx(), on.row(), task, new Message(desk.now(), false, text))) {
            throw RequestProblem.notNow();
          }
          return Told.quietly("task-done").with("task", task.toString());
        });
  }

  /** Sends it to the customer whose data it is about, and ends it here with the proof of that. */
  public void forward(CaseRef ref, String customer, ReferenceId who) {
    String text = words(customer, 1, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.step(Step.FORWARD);
          Contents contents = desk.cases().contents(on.row()).orElseThrow(RequestProblem::unknown);
          desk.cases().contents(on.row(), contents.forwarded(text));
          acts.end(on);
          return Told.byMail("forwarded");
        });
  }

  /**
   * Answers: whatever is not refused was kept. Tasks must be done first, and something must have
   * been done at all: a task, or a run with a receipt.
   *
   * @param reply what the person reads
   */
  public void finish(CaseRef ref, String reply, ReferenceId who) {
    String text = words(reply, SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          refuseUnfinished(on);
          on.step(Step.FINISH);
          say(on, text);
          on.tx()
              .update(REQUEST_RIGHT)
              .set(REQUEST_RIGHT.OUTCOME, "kept")
              .where(REQUEST_RIGHT.REF.eq(ref.value()))
              .and(REQUEST_RIGHT.OUTCOME.eq("open"))
              .execute();
          acts.end(on);
          return Told.byMail("done");
        });
  }

  /** Data is kept still by a state that every duty sees, not by saying so. */
  private void refuseUnmarked(On on) {
    RequestMarks marks = desk.work().get().marks();
    if (marks.ready() && marks.restriction(on.ref()).isEmpty()) {
      throw RequestProblem.MARK.because(
          "The data is not kept still yet.", "Keep it still, or refuse that right.");
    }
  }

  private void refuseUnfinished(On on) {
    List<CaseFile.Task> tasks = desk.cases().tasks(on.tx(), on.row());
    boolean open = tasks.stream().anyMatch(t -> t.done().isEmpty());
    boolean asked =
        desk.cases().rights(on.tx(), on.row()).stream()
            .anyMatch(r -> r.right().equals(RESTRICTION) && r.outcome() == Outcome.OPEN);
    if (asked) {
      refuseUnmarked(on);
    }
    boolean worked =
        !tasks.isEmpty()
            || desk.work().get().marks().any(on.ref())
            || desk.work()
                .get()
                .progress(on.ref())
                .flatMap(RequestWork.Progress::receipt)
                .isPresent();
    if (open || !worked) {
      throw RequestProblem.UNFINISHED.because(
          open ? "A task is still open." : "Nothing was done for this request yet.",
          open
              ? "Note what was done in each task, then answer."
              : "Let the work run, or note as a task what was done by hand.");
    }
  }

  /** Has the work in the systems planned; nothing is touched. */
  public void plan(CaseRef ref, ReferenceId who) {
    CaseFile file = inbox.find(ref).orElseThrow(RequestProblem::unknown);
    if (file.line().state().after(Step.PLAN).isEmpty() || pausing().runs(file)) {
      throw RequestProblem.notNow();
    }
    RequestWork.Plan plan = desk.work().get().plan(ref);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.step(Step.PLAN);
          on.row().setDigest(null);
          return Told.quietly("planned").with("plan", plan.digest());
        });
  }

  /**
   * Agrees to exactly the plan of this digest.
   *
   * @throws dev.upheld.kernel.ProblemException when it is not the one that was shown, or the
   *     charter wants another person than whoever planned
   */
  public void approve(CaseRef ref, String digest, ReferenceId who) {
    FourEyes.check(desk.charter(), inbox.find(ref).orElseThrow(RequestProblem::unknown), who);
    desk.work().get().approve(ref, digest, who);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.step(Step.APPROVE);
          on.row().setDigest(digest);
          HandTasks.give(desk, on);
          return Told.quietly("approved").with("plan", digest);
        });
  }

  /** Carries the approved plan out, or goes on where it stopped. */
  public void run(CaseRef ref, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          on.step(Step.RUN);
          return Told.quietly("running");
        });
    desk.work().get().run(ref);
  }

  /** Has what runs wait, and go on. */
  public Pausing pausing() {
    return new Pausing(acts, desk);
  }

  /** What is planned and how far it is. */
  public RequestWork work() {
    return desk.work().get();
  }

  static String words(String text, int least, int most) {
    String plain = text.strip();
    if (plain.length() < least || plain.length() > most) {
      throw RequestProblem.WORDS.because(
          plain.isEmpty()
              ? "The text is missing."
              : "The text is shorter than " + least + " or longer than " + most + " characters.",
          "Write it in a sentence or two.");
    }
    return plain;
  }
}

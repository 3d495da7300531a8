package dev.upheld.duty.request;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Message;
import dev.upheld.duty.request.RequestMarks.Still;
import dev.upheld.journal.ReferenceId;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps a person's data still (GDPR Art. 18) for a request, and lets it go again: the person is
 * told first, with the reason, and only then is it lifted. Thread-safe.
 */
public final class Restricting {
  /**
   * Rights that may ask for it: while accuracy or an objection is looked at, Art. 18(1)(a), (d).
   */
  private static final Set<String> RIGHTS =
      Set.of("restriction", "rectification", "objection", "erasure");

  private static final int SHORTEST_REASON = 10;

  private final Desk desk;
  private final Acts acts;

  Restricting(Desk desk, Acts acts) {
    this.desk = desk;
    this.acts = acts;
  }

  /** The restriction set for a request last; empty where there was none. */
  public Optional<Still> of(CaseRef ref) {
    return marks().restriction(ref);
  }

  /** Whether the data can be kept still for this request, as far as its rights go. */
  public boolean fits(CaseFile file) {
    return marks().ready()
        && file.contents().isPresent()
        && file.rights().stream()
            .anyMatch(r -> RIGHTS.contains(r.right()) && r.outcome() != CaseFile.Outcome.REFUSED);
  }

  private RequestMarks marks() {
    return desk.work().get().marks();
  }

  /**
   * Keeps the data still from now on, in every duty.
   *
   * @param reason the person reads it
   */
  public void restrict(CaseRef ref, String reason, ReferenceId who) {
    String text = Handling.words(reason, SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          CaseFile file = desk.cases().file(on.tx(), on.row(), desk.charter(), desk.today());
          if (on.row().getProved() == null || !fits(file)) {
            throw RequestProblem.notNow();
          }
          marks().restrict(on.tx(), file);
          say(on, text);
          return Told.byMail("restricted");
        });
    marks().carry();
  }

  /** Tells the person that it will be lifted, and why. */
  public void announce(CaseRef ref, String reason, ReferenceId who) {
    String text = Handling.words(reason, SHORTEST_REASON, Intake.LONGEST);
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          marks().tell(on.tx(), ref);
          say(on, text);
          return Told.byMail("lifting-told");
        });
  }

  /**
   * Lifts it.
   *
   * @throws dev.upheld.kernel.ProblemException as long as the person was not told, or the mail that
   *     tells them waits
   */
  public void lift(CaseRef ref, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          marks().lift(on.tx(), ref);
          return Told.byMail("lifted");
        });
    marks().carry();
  }

  private void say(On on, String text) {
    desk.cases().message(on.tx(), on.row(), new Message(desk.now(), false, text));
  }
}

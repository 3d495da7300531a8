package dev.upheld.duty.request;

import dev.upheld.journal.ReferenceId;
import java.util.Optional;

/** Has the work for requests wait, and go on. What is done stays done, and nothing is half done. */
public final class Pausing {
  private final Acts acts;
  private final Desk desk;

  Pausing(Acts acts, Desk desk) {
    this.acts = acts;
    this.desk = desk;
  }

  /**
   * Has the work stop at the next safe point until it is resumed.
   *
   * @throws dev.upheld.kernel.ProblemException where nothing runs
   */
  public void pause(CaseRef ref, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          if (on.state() != State.RUNNING || !desk.work().get().pause(ref)) {
            throw RequestProblem.notNow();
          }
          return Acts.Told.quietly("paused");
        });
  }

  /** Whether work is being done, or was done: only what waits can be planned anew. */
  boolean runs(CaseFile file) {
    return file.line().state() == State.RUNNING
        && desk.work().get().progress(file.ref()).filter(p -> !p.waits()).isPresent();
  }

  /**
   * Has work that was paused go on where it stopped.
   *
   * @throws dev.upheld.kernel.ProblemException where nothing waits
   */
  public void resume(CaseRef ref, ReferenceId who) {
    RequestWork work = desk.work().get();
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          if (work.progress(ref).filter(RequestWork.Progress::waits).isEmpty()) {
            throw RequestProblem.notNow();
          }
          on.step(State.Step.RUN);
          return Acts.Told.quietly("resumed");
        });
    work.run(ref);
  }
}

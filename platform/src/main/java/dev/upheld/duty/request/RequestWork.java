package dev.upheld.duty.request;

import dev.upheld.journal.ReferenceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is done in the company's systems for a request. Another part implements it; a request can
 * also be kept by hand, with tasks.
 */
public interface RequestWork {

  /** Nothing is done by machine. */
  RequestWork NONE = new None();

  /** Whether anything can be planned at all. */
  boolean ready();

  /**
   * Makes the plan anew, or says why there is none. Touches no data.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot be made, with the mend
   */
  Plan plan(CaseRef request);

  /** The plan that was made last; empty as long as there is none. */
  Optional<Plan> planned(CaseRef request);

  /**
   * Systems that hold personal data and that no program reaches, as tasks for a person; the same as
   * long as the data map is.
   */
  default List<HandWork> byHand() {
    return List.of();
  }

  /**
   * Notes that a person agreed to exactly this plan.
   *
   * @throws dev.upheld.kernel.ProblemException when the plan is not the one of that digest any more
   */
  void approve(CaseRef request, String digest, ReferenceId who);

  /** Begins to carry out the approved plan, or goes on where it stopped; returns at once. */
  void run(CaseRef request);

  /**
   * Has it stop at the next safe point, with nothing half done, until it is run again.
   *
   * @return whether there is something that could be stopped
   */
  default boolean pause(CaseRef request) {
    return false;
  }

  /** How far it is; empty as long as it was not begun. */
  Optional<Progress> progress(CaseRef request);

  /** Lasting states of people's data. */
  default RequestMarks marks() {
    return RequestMarks.NONE;
  }

  /**
   * Something that no program reaches.
   *
   * @param system of the data map
   * @param words what is to be done there, in a sentence
   */
  record HandWork(String system, String words) {}

  /**
   * What would be done.
   *
   * @param digest changes with anything in the plan
   * @param lines in plain words, the weightiest first
   */
  record Plan(String digest, Instant made, List<Line> lines) {
    public Plan {
      lines = List.copyOf(lines);
    }
  }

  /** What becomes of rows. */
  enum Does {
    /** Values that are wrong become what is right. */
    CORRECTS,
    /** They name corrected rows by the value, and name them by the new one. */
    FOLLOWS,
    /** They hold something else there, and stay. */
    DIFFERS,
    /** Somebody has to look at them. */
    LOOKS,
    /** Who received the data is told. */
    TELLS,
    /** They go into the copy for the person. */
    HANDS_OUT,
    /** Secrets are handed out to nobody. */
    WITHHOLDS,
    DELETES,
    /** The database deletes them by itself; they are on no map. */
    CASCADES,
    /** They are copied into the archive before they go. */
    ARCHIVES,
    /** They stay, and their fields end. */
    ENDS,
    /** They stay, emptied, because something that stays points at them. */
    EMPTIES,
    /** They are other people's and only name the person. */
    TAKES_OUT,
    /** A duty keeps them for a time. */
    KEEPS,
    /** The ground of the request does not reach them. */
    LEAVES,
    /** They stop pointing at what goes. */
    DETACHES,
    /** Code of the database's owner runs with it. */
    TRIGGERS,
    /**
     * It is done in several transactions, each of which leaves the system sound: how many, and how
     * many rows at most in one.
     */
    UNITS,
    /** The system cannot remember what was done. */
    FORGETS,
    /** The system does not answer. */
    AWAY,
    /** No program reaches the system: a person does it there. */
    BY_HAND,
    /** A partner does this by itself when it erases. */
    BESIDES,
    /** No row was found that this could be done to. */
    NOTHING,
    /** No row was found that rests on consent or a contract, as far as the charter says. */
    NOTHING_PORTABLE
  }

  /**
   * One line of a plan: {@code deletes}, 214 rows, {@code eu-main / ticket}.
   *
   * @param action what is done
   * @param rows exactly how many
   * @param where the place
   * @param why the reason for what stays, with its end; empty for the rest
   */
  record Line(Does action, long rows, String where, Optional<String> why) {}

  /**
   * How far a run is.
   *
   * @param done systems that are done
   * @param total systems in all
   * @param rows of what is erased
   * @param receipt what was done, once it is
   * @param stopped why it does not go on, in one sentence with the mend; empty while it does
   * @param paused since when somebody has it wait; empty while nobody does
   */
  record Progress(
      long done,
      long total,
      Rows rows,
      Optional<Receipt> receipt,
      Optional<String> stopped,
      Optional<Instant> paused) {

    /** Whether it goes on by itself and can be paused. */
    public boolean runs() {
      return receipt.isEmpty() && paused.isEmpty();
    }

    /** Whether it waits for somebody to resume it. */
    public boolean waits() {
      return receipt.isEmpty() && paused.isPresent();
    }
  }

  /**
   * Rows that are done.
   *
   * @param planned 0 where nothing is erased
   */
  record Rows(long done, long planned) {}

  /**
   * What was done, and looked at again.
   *
   * @param id names it in the journal
   * @param lines what was done
   */
  record Receipt(String id, Instant at, List<Line> lines) {
    public Receipt {
      lines = List.copyOf(lines);
    }
  }

  /** See {@link #NONE}. */
  final class None implements RequestWork {
    private None() {}

    @Override
    public boolean ready() {
      return false;
    }

    @Override
    public Plan plan(CaseRef request) {
      throw RequestProblem.PLAN.because(
          "Nothing plans work in the systems here.", "Do it by hand, with tasks.");
    }

    @Override
    public Optional<Plan> planned(CaseRef request) {
      return Optional.empty();
    }

    @Override
    public void approve(CaseRef request, String digest, ReferenceId who) {
      throw RequestProblem.PLAN.because("There is no plan.", "Make one first.");
    }

    @Override
    public void run(CaseRef request) {
      throw RequestProblem.PLAN.because("There is no plan.", "Make one first.");
    }

    @Override
    public Optional<Progress> progress(CaseRef request) {
      return Optional.empty();
    }
  }
}

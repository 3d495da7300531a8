package dev.upheld.duty.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Lasting states of people's data that requests bring about. Another part keeps them, where every
 * duty sees them.
 */
public interface RequestMarks {

  /** Nothing is kept. */
  RequestMarks NONE = new None();

  /** Whether states can be kept at all. */
  boolean ready();

  /** The restriction that was set for a request last; empty where there was none. */
  Optional<Still> restriction(CaseRef request);

  /**
   * Keeps a person's data still from now on (GDPR Art. 18).
   *
   * @throws dev.upheld.kernel.ProblemException when it is kept still already
   */
  void restrict(DSLContext tx, CaseFile file);

  /** Notes that the person was told that it will be lifted. */
  void tell(DSLContext tx, CaseRef request);

  /**
   * Lifts it.
   *
   * @throws dev.upheld.kernel.ProblemException as long as the person was not told
   */
  void lift(DSLContext tx, CaseRef request);

  /** Carries into live databases what was set or lifted; returns at once. */
  void carry();

  /** Whether the file of a request must be kept for now, because a state is in force. */
  boolean binds(CaseFile file);

  /**
   * A restriction.
   *
   * @param told when the person was told that it will be lifted
   * @param places whose rows carry a marker in a live database; empty where no data map names one
   * @param waits whether a marker is still to be written or taken back
   * @param stopped why that does not go on
   */
  record Still(
      Instant since,
      Optional<Instant> told,
      Optional<Instant> lifted,
      List<String> places,
      boolean waits,
      Optional<String> stopped) {
    public Still {
      places = List.copyOf(places);
    }

    /** Whether it is in force. */
    public boolean inForce() {
      return lifted.isEmpty();
    }
  }

  /** See {@link #NONE}. */
  final class None implements RequestMarks {
    private None() {}

    @Override
    public boolean ready() {
      return false;
    }

    @Override
    public Optional<Still> restriction(CaseRef request) {
      return Optional.empty();
    }

    @Override
    public void restrict(DSLContext tx, CaseFile file) {
      throw none();
    }

    @Override
    public void tell(DSLContext tx, CaseRef request) {
      throw none();
    }

    @Override
    public void lift(DSLContext tx, CaseRef request) {
      throw none();
    }

    @Override
    public void carry() {}

    @Override
    public boolean binds(CaseFile file) {
      return false;
    }

    private static RuntimeException none() {
      return RequestProblem.MARK.because("No states are kept here.", "Do it by hand, with tasks.");
    }
  }
}

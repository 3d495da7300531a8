package dev.upheld.duty.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** What was noted for a request as taken back, last; empty where nothing was. */
  Optional<Noted> noted(CaseRef request, Objecting.Kind kind);

  /**
   * Notes for which activities a person's data is not used any more.
   *
   * @throws dev.upheld.kernel.ProblemException when that was noted already
   */
  void note(DSLContext tx, CaseFile file, Objecting.Kind kind, Set<String> activities);

  /**
   * Ends what was noted.
   *
   * @throws dev.upheld.kernel.ProblemException when nothing is in force
   */
  void end(DSLContext tx, CaseRef request, Objecting.Kind kind);

  /** Carries into live databases what was set or lifted; returns at once. */
  void carry();

  /** Whether any state was ever set for a request. */
  default boolean any(CaseRef request) {
    return restriction(request).isPresent()
        || Arrays.stream(Objecting.Kind.values()).anyMatch(k -> noted(request, k).isPresent());
  }

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

  /** What was taken back for these activities. */
  record Noted(Instant since, Optional<Instant> ended, List<String> activities) {
    public Noted {
      activities = List.copyOf(activities);
    }

    /** Whether it is in force. */
    public boolean inForce() {
      return ended.isEmpty();
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
    public Optional<Noted> noted(CaseRef request, Objecting.Kind kind) {
      return Optional.empty();
    }

    @Override
    public void note(DSLContext tx, CaseFile file, Objecting.Kind kind, Set<String> activities) {
      throw none();
    }

    @Override
    public void end(DSLContext tx, CaseRef request, Objecting.Kind kind) {
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

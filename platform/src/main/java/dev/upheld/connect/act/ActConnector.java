package dev.upheld.connect.act;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.Optional;

/**
 * One kind of system whose rows can be gathered and changed. Found as a service, like connectors
 * that only ask; a kind need not be both.
 */
public interface ActConnector {

  /** The word in {@code systems.yaml}: {@code postgres}. */
  String kind();

  /**
   * Opens a session.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot be reached or refuses
   */
  ActSession act(SystemEntry system, Endpoint endpoint);

  /**
   * Opens a line over which rows are made up, for drills.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot be reached or refuses
   */
  Planter planter(SystemEntry system, Endpoint endpoint);

  /** The one of that kind; empty where nothing can be changed in it. */
  static Optional<ActConnector> of(String kind) {
    return Found.ALL.stream().filter(c -> c.kind().equals(kind)).findFirst();
  }

  /**
   * Opens a session with a system, by the account that may change it.
   *
   * @throws ProblemException when nothing can be changed in it, or it cannot be reached
   */
  static ActSession open(SystemEntry entry) {
    Endpoint endpoint = endpoint(entry);
    return of(endpoint.kind()).orElseThrow(() -> byHand(entry)).act(entry, endpoint);
  }

  /**
   * Opens a line over which rows are made up, by the account that may change the system.
   *
   * @throws ProblemException when nothing can be changed in it, or it cannot be reached
   */
  static Planter plant(SystemEntry entry) {
    Endpoint endpoint = endpoint(entry);
    return of(endpoint.kind()).orElseThrow(() -> byHand(entry)).planter(entry, endpoint);
  }

  private static Endpoint endpoint(SystemEntry entry) {
    entry
        .unreachable()
        .ifPresent(
            why -> {
              throw new ProblemException(why);
            });
    return entry.hands().orElseThrow(() -> byHand(entry));
  }

  /** Whether no program reaches it at all. That it merely does not answer is another matter. */
  static boolean isByHand(SystemEntry entry) {
    return entry.partner().isEmpty()
        && entry.unreachable().isEmpty()
        && entry.hands().flatMap(hands -> of(hands.kind())).isEmpty();
  }

  private static ProblemException byHand(SystemEntry entry) {
    return new ProblemException(
        Problem.of(
            ConnectProblem.UNFIT,
            "Nothing can be changed in system " + entry.id() + " from here.",
            "Do it there by hand, and say so in the request."));
  }
}

package dev.upheld.probe.keep;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Claims;
import dev.upheld.verdict.Claim;
import java.util.List;

/**
 * A promise as the register knows it.
 *
 * @param digest of its statement and binding
 * @param kind as in its id: {@code keep}
 */
public record Statement(
    PromiseId promise, String digest, Way way, String kind, Duty duty, String sentence) {

  /** What is promised in a workspace, in the charter's order. */
  public static List<Statement> of(Assignment assignment) {
    return assignment.promises().stream().map(p -> of(p, assignment)).toList();
  }

  private static Statement of(Promise promise, Assignment assignment) {
    Claim claim = Claims.of(promise, assignment);
    return new Statement(
        promise.id(),
        claim.digest(),
        claim.way(),
        promise.kind(),
        promise.duty(),
        promise.header().sentence());
  }

  /** What a verdict is asked about. */
  public Claim claim() {
    return new Claim(promise, digest, way);
  }

  /** The id that {@link PromiseId#toString} wrote. */
  public static PromiseId id(String text) {
    String[] parts = text.split("/", 3);
    if (parts.length != 3) {
      throw new IllegalStateException("the register holds something that is no promise");
    }
    return new PromiseId(parts[0], parts[1], parts[2]);
  }
}

package dev.upheld.edge.console.view;

import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Reviews;
import java.util.Optional;
import java.util.Set;

/**
 * What a copy holds of other people, before it is handed out.
 *
 * @param review empty as long as the copy was not looked through
 * @param made whether the copy is made, so that nothing is decided any more
 * @param ticked numbers to be released, as entered or decided
 * @param reason as entered or decided
 * @param fault why the form came back
 */
public record RequestReview(
    CaseRef ref,
    Optional<Reviews.Review> review,
    boolean made,
    Set<Integer> ticked,
    String reason,
    Optional<RequestProblem> fault)
    implements View {
  public RequestReview {
    ticked = Set.copyOf(ticked);
  }
}

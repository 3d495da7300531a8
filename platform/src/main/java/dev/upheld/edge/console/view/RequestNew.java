package dev.upheld.edge.console.view;

import dev.upheld.duty.request.Mails;
import dev.upheld.duty.request.Offer;
import dev.upheld.duty.request.RequestProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request that came by letter or mail is typed in here.
 *
 * @param chosen rights ticked before
 * @param entered texts by field, when the form comes back
 * @param fault why it came back
 * @param mail out of which it is made; empty when it is typed in
 */
public record RequestNew(
    List<Offer> offers,
    Set<String> chosen,
    Map<String, String> entered,
    Optional<RequestProblem> fault,
    Optional<Mails.Waiting> mail)
    implements View {
  public RequestNew {
    offers = List.copyOf(offers);
    chosen = Set.copyOf(chosen);
    entered = Map.copyOf(entered);
  }
}

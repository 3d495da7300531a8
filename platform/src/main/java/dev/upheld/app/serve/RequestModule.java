package dev.upheld.app.serve;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.api.RequestsApi;
import dev.upheld.edge.console.request.PapersDoor;
import dev.upheld.edge.console.request.RequestActsDoor;
import dev.upheld.edge.console.request.RequestsDoor;
import dev.upheld.edge.console.request.StatisticsDoor;
import dev.upheld.edge.privacy.LetterDoor;
import dev.upheld.edge.privacy.PaperDoor;
import dev.upheld.edge.privacy.PrivacyDoor;
import dev.upheld.edge.privacy.PublicPages;
import java.util.List;

/** Requests of people: the public privacy centre, the inbox, the programs. */
final class RequestModule implements Module {
  private final Requests requests;
  private final List<Object> controllers;

  RequestModule(Foundation on, Console console, ProofModule proof) {
    requests = proof.requests();
    requests.plan(on.jobs());
    RequestsDoor pages = new RequestsDoor(requests, on.access());
    controllers =
        List.of(
            pages,
            new RequestActsDoor(requests, on.access(), pages),
            new StatisticsDoor(requests.inbox()),
            new PapersDoor(requests, pages),
            new LetterDoor(requests, proof::charter),
            new PaperDoor(requests, request -> console.origins().of(request).household()),
            new RequestsApi(requests, on.access()),
            new PrivacyDoor(
                requests,
                proof::charter,
                new PublicPages(console.fiction()),
                request -> console.origins().of(request).household()));
  }

  @Override
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public int requests(Identity identity) {
    return identity.may(Permission.REQUESTS_READ) ? requests.inbox().dueSoon() : 0;
  }
}

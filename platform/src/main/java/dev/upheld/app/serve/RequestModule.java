package dev.upheld.app.serve;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.duty.request.Reports;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.api.CorrectionsApi;
import dev.upheld.edge.api.DeathsApi;
import dev.upheld.edge.api.HoldsApi;
import dev.upheld.edge.api.LoginsApi;
import dev.upheld.edge.api.RequestsApi;
import dev.upheld.edge.api.RestrictingApi;
import dev.upheld.edge.api.RestrictionsApi;
import dev.upheld.edge.api.WebhooksApi;
import dev.upheld.edge.console.request.HoldsDoor;
import dev.upheld.edge.console.request.MailsDoor;
import dev.upheld.edge.console.request.PapersDoor;
import dev.upheld.edge.console.request.RequestActsDoor;
import dev.upheld.edge.console.request.RequestChangeDoor;
import dev.upheld.edge.console.request.RequestMarksDoor;
import dev.upheld.edge.console.request.RequestReviewDoor;
import dev.upheld.edge.console.request.RequestsDoor;
import dev.upheld.edge.console.request.ResidueDoor;
import dev.upheld.edge.console.request.StatisticsDoor;
import dev.upheld.edge.privacy.AfterDeathDoor;
import dev.upheld.edge.privacy.LetterDoor;
import dev.upheld.edge.privacy.LoginDoor;
import dev.upheld.edge.privacy.PaperDoor;
import dev.upheld.edge.privacy.PrivacyDoor;
import dev.upheld.edge.privacy.PublicPages;
import dev.upheld.engine.Correcting;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.Holdable;
import dev.upheld.engine.HoldingRows;
import dev.upheld.engine.Known;
import dev.upheld.engine.Subject;
import dev.upheld.register.Holds;
import dev.upheld.register.ResiduePasses;
import dev.upheld.store.StoreHome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests of people: the public privacy centre, the inbox, the programs. */
final class RequestModule implements Module {
  private final Requests requests;
  private final List<Object> controllers;

  RequestModule(Foundation on, Console console, ProofModule proof) {
    requests = proof.requests();
    requests.plan(on.jobs());
    Wiring.mailbox(on.config()).ifPresent(box -> requests.mails().plan(on.jobs(), box));
    RequestsDoor pages = new RequestsDoor(requests, on.access());
    RequestActsDoor acts = new RequestActsDoor(requests, on.access(), pages);
    Holds holds = Wiring.holds(on);
    Recognised recognised = recognised(on, proof);
    Holdable rows = new Holdable(new HoldingRows(ActConnector::open), proof::workspace);
    PrivacyDoor centre =
        new PrivacyDoor(
            requests,
            proof::charter,
            new PublicPages(console.fiction()),
            request -> console.origins().of(request).household());
    controllers =
        List.of(
            new HoldsDoor(holds, recognised::of, requests::today, on.access(), rows),
            new HoldsApi(holds, recognised::of, rows, on.access()),
            pages,
            acts,
            new RequestMarksDoor(requests, acts),
            new RestrictingApi(requests, on.access()),
            new DeathsApi(requests, on.access()),
            new RestrictionsApi(
                new Standings(on.store(), Wiring.fingerprints(on), proof::workspace)::of),
            new StatisticsDoor(requests.inbox()),
            new ResidueDoor(new ResiduePasses(on.store(), on.journal())),
            new RequestReviewDoor(requests, pages),
            new RequestChangeDoor(requests, pages, () -> Correcting.words(proof.workspace())),
            new CorrectionsApi(requests, on.access()),
            new PapersDoor(requests, pages),
            new MailsDoor(requests, pages),
            new LetterDoor(requests, proof::charter),
            new PaperDoor(requests, request -> console.origins().of(request).household()),
            new RequestsApi(requests, on.access()),
            new AfterDeathDoor(requests, request -> console.origins().of(request).household()),
            centre,
            new LoginDoor(requests, centre, request -> console.origins().of(request).household()),
            new WebhooksApi(
                requests,
                signers(on.config()),
                on.clock(),
                request -> console.origins().of(request).household()),
            new LoginsApi(
                requests,
                on.access(),
                subject -> Known.words(proof.workspace(), Subject.of(subject)),
                on.url()));
  }

  private static Map<String, WebhooksApi.Signer> signers(ServerConfig config) {
    return config.incoming().stream()
        .collect(
            Collectors.toMap(
                ServerConfig.Incoming::key,
                i ->
                    new WebhooksApi.Signer(
                        new Reports.Sender(
                            i.key(), i.isSystem() ? Optional.of(i.key()) : Optional.empty()),
                        i.secret())));
  }

  private static Recognised recognised(Foundation on, ProofModule proof) {
    StoreHome home = StoreHome.of(on.env());
    Erasing finding =
        new Erasing(
            ActConnector::open,
            Wiring.partnering(home, on.clock()),
            on.clock(),
            Wiring.people(home));
    return new Recognised(proof::workspace, finding, Wiring.fingerprints(on));
  }

  @Override
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public int requests(Identity identity) {
    int due = identity.may(Permission.REQUESTS_READ) ? requests.inbox().dueSoon() : 0;
    return identity.may(Permission.REQUESTS_WORK) ? due + requests.mails().waiting() : due;
  }
}

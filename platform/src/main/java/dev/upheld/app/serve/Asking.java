package dev.upheld.app.serve;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.request.Requests.Officer;
import dev.upheld.engine.Copying;
import dev.upheld.engine.Correcting;
import dev.upheld.engine.Deferring;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.Reviewing;
import dev.upheld.probe.tell.Webhooks;
import dev.upheld.register.Bars;
import dev.upheld.register.Deferrals;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.Rests;
import dev.upheld.register.StoredTombstones;
import dev.upheld.register.Subjects;
import dev.upheld.store.StoreHome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Requests of people, put together for a server. */
final class Asking {
  /** Under which the pages of people who asked lie. */
  private static final String PAGE = "/privacy/request/";

  private Asking() {}

  static Requests of(Foundation on, Supplier<Workspace> workspace, Webhooks webhooks) {
    Supplier<Charter> charter = () -> workspace.get().charter();
    AtomicReference<RequestWork> work = new AtomicReference<>(RequestWork.NONE);
    Requests requests =
        new Requests(
            new Requests.Parts(
                on.store(),
                on.journal(),
                on.mail(),
                charter,
                on.vault(),
                Wiring.caseKeys(on.config(), StoreHome.of(on.env())),
                new Subjects(() -> on.vault().hash("register"), on.clock()),
                () -> officers(on, charter.get()),
                work::get,
                (tx, notice) -> webhooks.post(tx, notice.event(), notice.facts()),
                on.url(),
                PAGE,
                on.clock()));
    work.set(engine(on, workspace, requests));
    return requests;
  }

  private static RequestWork engine(
      Foundation on, Supplier<Workspace> workspace, Requests requests) {
    StoreHome home = StoreHome.of(on.env());
    KeyedHash people = Wiring.people(home);
    Fingerprints fingerprints = new Fingerprints(people);
    Erasing erasing =
        new Erasing(ActConnector::open, Wiring.partnering(home, on.clock()), on.clock(), people)
            .guarded(PeopleGuard.of(new Bars(on.store()::dsl, fingerprints), Wiring.holds(on)));
    StoredTombstones tombstones = new StoredTombstones(on.store(), on.journal());
    Rests rests = new Rests(on.store());
    Deferrals deferrals = new Deferrals(on.store(), on.journal());
    ResiduePasses passes = new ResiduePasses(on.store(), on.journal());
    new ResidueWork(
            new ResidueWork.Parts(
                workspace,
                tombstones,
                rests,
                passes,
                fingerprints,
                Wiring.signing(home),
                on.clock()))
        .plan(on.jobs());
    Remembering remembering =
        new Remembering(
                tombstones, rests, deferrals, fingerprints, on.config().backups(), on.clock())
            .plan(on.jobs());
    new DeferralWork(
            new DeferralWork.Parts(
                workspace,
                deferrals,
                new Deferring(ActConnector::open, erasing, new Fingerprints(people)),
                remembering,
                Wiring.signing(home),
                on.clock()))
        .plan(on.jobs());
    return new EngineWork(
        new EngineWork.Parts(
            on.store(),
            on.journal(),
            on.jobs(),
            workspace,
            ref -> requests.inbox().find(ref),
            new CopyWork(
                workspace,
                new Copying(erasing),
                new Reviewing(new Copying(erasing), erasing),
                requests),
            new ErasureWork(workspace, erasing, remembering, requests),
            new CorrectingWork(
                workspace,
                new Correcting(erasing, ActConnector::open, on.clock(), people),
                requests),
            Wiring.signing(home),
            marks(on, workspace, requests, erasing),
            on.clock()));
  }

  private static PeopleMarks marks(
      Foundation on, Supplier<Workspace> workspace, Requests requests, Erasing erasing) {
    return new PeopleMarks(
        new PeopleMarks.Parts(
            on.store(),
            on.journal(),
            on.jobs(),
            workspace,
            ref -> requests.inbox().find(ref),
            erasing,
            Wiring.fingerprints(on),
            Wiring.signing(StoreHome.of(on.env())),
            on.clock()));
  }

  /** Whoever the charter names for such questions, else who is told of promises. */
  private static List<Officer> officers(Foundation on, Charter charter) {
    return Stream.of("dpo", "privacy")
        .flatMap(word -> Optional.ofNullable(charter.organisation().contacts().get(word)).stream())
        .map(Contact::email)
        .flatMap(email -> email.value().stream())
        .findFirst()
        .or(() -> on.config().proof().mail())
        .map(email -> List.of(new Officer(email, language(on, email))))
        .orElse(List.of());
  }

  private static String language(Foundation on, String email) {
    return on.tongues().known(on.access().people().language(on.store().dsl(), email));
  }
}

package dev.upheld.app.serve;

import dev.upheld.access.People;
import dev.upheld.access.PersonId;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.app.proof.Duties;
import dev.upheld.app.proof.Judging;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.WarnMails;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Progress;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Message;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.board.Board;
import dev.upheld.probe.board.StoreBoard;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Ledger;
import dev.upheld.probe.keep.Policy;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Teller;
import dev.upheld.probe.tell.MailAlerts;
import dev.upheld.probe.tell.Webhook;
import dev.upheld.probe.tell.Webhooks;
import dev.upheld.probe.watch.ProbeSchedule;
import dev.upheld.probe.watch.ProofWork;
import dev.upheld.probe.watch.Prover;
import dev.upheld.store.StoreHome;
import dev.upheld.verdict.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.DSLContext;

/** All that keeps proof in a server, put together: the board, the jobs, the alerts. */
final class Proofs implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Proofs.class.getName());
  private static final Duration LOOK_AT_FILES = Duration.ofSeconds(3);
  private static final String ACCOUNT = "account";

  private final Foundation on;
  private final ProbeSchedule schedule;
  private final Policy policy;
  private final ProofWork work;
  private final Board board;
  private final Requests requests;
  private final Retaining retaining;
  private final Desk desk;

  Proofs(Foundation on) {
    this.on = on;
    URI console = URI.create(on.url());
    Webhooks webhooks = new Webhooks(on.store(), on.clock(), console, hooks(on.config()));
    MailAlerts mails = new MailAlerts(this::mail, recipients(), new Spoken(on), console);
    schedule = schedule();
    Keeper keeper =
        new Keeper(
            on.store(),
            on.journal(),
            on.clock(),
            schedule::freshness,
            Teller.all(List.of(mails, webhooks)));
    Path root = on.workspace().root();
    References references = References.machine().overlaid(on.env());
    policy =
        new Policy(
            root,
            day -> Workspaces.read(root, references, day),
            keeper,
            on.clock(),
            on.workspace().zone());
    requests = Asking.of(on, this::workspace, webhooks);
    List<Prober> probers = new ArrayList<>(requests.probers());
    retaining =
        RetentionWork.retaining(
            new Retaining.Books(on.store(), on.journal()),
            tellers(on),
            Wiring.caseKeys(on.config(), StoreHome.of(on.env())),
            on.clock());
    probers.add(retaining.reviewing().prober(this::workspace));
    desk = new Desk(retaining, on.store(), on.journal(), on.clock());
    probers.add(desk.prober(this::workspace));
    probers.add(desk.warnings(this::workspace));
    Measuring measuring = new Measuring(on.clock(), Duties.serving(probers));
    work =
        new ProofWork(
            on.store(),
            keeper,
            on.clock(),
            new ProofWork.Means(() -> policy.get().map(Snapshot::assignment), measuring, schedule));
    webhooks.plan(work.plan(on.jobs()));
    board =
        new StoreBoard(
            on.store(),
            on.journal(),
            keeper,
            on.clock(),
            new StoreBoard.Rules(policy, schedule::freshness, measuring::measures));
    policy.refresh();
  }

  /** What console and API see and do. */
  Board board() {
    return board;
  }

  /** Requests of people: their promises are measured with all others. */
  Requests requests() {
    return requests;
  }

  /** What ends rows when their time is over: its promises are measured with all others. */
  Retaining retaining() {
    return retaining;
  }

  /** How that stands and is steered. */
  Desk desk() {
    return desk;
  }

  /** The workspace as it was last read without faults. */
  Workspace workspace() {
    return policy.get().map(Snapshot::workspace).orElse(on.workspace());
  }

  /** Reads the workspace again now, since one of its files was changed from here. */
  void changed() {
    policy.refresh();
  }

  /** Begins to measure, to watch and to tell. */
  void start() {
    policy.every(LOOK_AT_FILES);
  }

  /** Measures everything now; the report is judged by all that is kept. */
  ProveReport prove(Progress progress) {
    ProveReport report =
        work.everything(progress)
            .orElseThrow(() -> new IllegalStateException("started with a sound workspace"));
    return policy
        .get()
        .map(s -> new Judging(schedule, on.clock()).of(report, s, Ledger.read(on.store().dsl())))
        .orElse(report);
  }

  /** People outside are written to in the language of the house: theirs is not known. */
  private static Retaining.Tellers tellers(Foundation on) {
    WarnMails mails =
        new WarnMails(
            on.mail(), on.tongues().known(Optional.empty()), URI.create(on.url() + "/privacy"));
    return new Retaining.Tellers(Wiring.fingerprints(on), Optional.of(mails));
  }

  private ProbeSchedule schedule() {
    ServerConfig.Proof proof = on.config().proof();
    return new ProbeSchedule(proof.every(), proof.at(), on.workspace().zone(), Map.of());
  }

  private static List<Webhook> hooks(ServerConfig config) {
    return config.proof().hook().stream()
        .map(h -> new Webhook("main", h.url(), h.secret(), h.events(), Set.copyOf(h.allowed())))
        .toList();
  }

  /** In the language of whoever has the address, where that is a person here. */
  private record Spoken(Foundation on) implements MailAlerts.Speech {

    @Override
    public String language(DSLContext tx, String email) {
      return on.tongues().known(on.access().people().language(tx, email));
    }

    @Override
    public String word(Verdict verdict, String language) {
      return on.tongues().verdict(verdict, language);
    }
  }

  private void mail(DSLContext tx, MailAlerts.To to, Map<String, String> with) {
    String company = on.workspace().charter().organisation().company().name();
    Map<String, String> all = new HashMap<>(with);
    all.put("company", company);
    on.mail().send(tx, new Message("alert", to.language(), to.email(), all));
  }

  private MailAlerts.Recipients recipients() {
    return new MailAlerts.Recipients(
        this::address, this::named, on.config().proof().mail(), new Usable(on.watch()));
  }

  /** What the outbox takes. The charter is read strictly; people came in before it was. */
  private record Usable(Watch watch) implements MailAlerts.Fit {

    @Override
    public boolean fits(String email) {
      return Mail.takes(email);
    }

    @Override
    public void unfit(PromiseId promise) {
      LOG.log(
          Level.SEVERE,
          "The mail address of whoever answers for {0} cannot be used; the next is told",
          promise);
      watch.unfitAddress();
    }
  }

  private Optional<String> address(DSLContext tx, ReferenceId person) {
    People people = on.access().people();
    return dev.upheld.journal.References.resolve(tx, person)
        .filter(p -> p.scope().equals(ACCOUNT))
        .flatMap(p -> PersonId.parse(p.id()))
        .flatMap(id -> people.reachable(tx, id));
  }

  /** The charter names an address, or a contact that has one. */
  private Optional<String> named(PromiseId promise) {
    return policy
        .get()
        .flatMap(
            s ->
                s.promise(promise)
                    .flatMap(p -> p.header().owner())
                    .flatMap(owner -> address(s, owner)));
  }

  private static Optional<String> address(Snapshot snapshot, String owner) {
    if (owner.contains("@")) {
      return Optional.of(owner);
    }
    Map<String, Contact> contacts = snapshot.workspace().charter().organisation().contacts();
    return Optional.ofNullable(contacts.get(owner)).flatMap(c -> c.email().value());
  }

  /** Stops measuring; what is queued waits for the next start. */
  @Override
  public void close() {
    policy.close();
    work.close();
  }

  /** Measures with all duties and connectors there are. */
  private record Measuring(InstantSource clock, List<Prober> probers) implements Prover {

    @Override
    public boolean measures(Promise promise) {
      return probers.stream().anyMatch(p -> p.measures(promise));
    }

    @Override
    public Prove prove(Progress progress) {
      return new Prove(Connectors.builtIn(), probers, clock, progress);
    }
  }
}

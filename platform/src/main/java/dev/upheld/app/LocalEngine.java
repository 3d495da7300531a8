package dev.upheld.app;

import dev.upheld.app.config.ServerConfig;
import dev.upheld.app.proof.Duties;
import dev.upheld.app.proof.StoreKeeping;
import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.demo.ExampleWorkspace;
import dev.upheld.discover.Addition;
import dev.upheld.discover.Discovered;
import dev.upheld.discover.Discovery;
import dev.upheld.discover.Finished;
import dev.upheld.discover.OtherSystems;
import dev.upheld.discover.Patience;
import dev.upheld.edge.cli.ArchiveKeeper;
import dev.upheld.edge.cli.CliProblem;
import dev.upheld.edge.cli.DrillKeeper;
import dev.upheld.edge.cli.Engine;
import dev.upheld.edge.cli.HoldKeeper;
import dev.upheld.edge.cli.Requests;
import dev.upheld.edge.cli.RetentionKeeper;
import dev.upheld.edge.cli.StoreKeeper;
import dev.upheld.kernel.AtExit;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Drift;
import dev.upheld.probe.Explanation;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.watch.ProbeSchedule;
import dev.upheld.store.StoreHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The engine of the command line: everything in this process. */
final class LocalEngine implements Engine {

  /** A few values are there within this, or the database has better things to do. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

  private final Map<String, String> env;
  private final InstantSource clock;

  LocalEngine(Map<String, String> env, InstantSource clock) {
    this.env = Map.copyOf(env);
    this.clock = clock;
  }

  @Override
  public Path examples() {
    return ExampleWorkspace.find("demo").resolveSibling("");
  }

  @Override
  public WorkspaceReading read(Path root) {
    return Workspaces.read(root, References.machine().overlaid(env));
  }

  @Override
  public ProveReport prove(Workspace workspace, Progress progress) {
    Prove prove = prover(progress);
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "cancel", prove::cancel)) {
      return prove.run(assignment(workspace));
    }
  }

  @Override
  public Optional<ProveReport> keep(Workspace workspace, ProveReport report, Progress progress) {
    LocalStore store = store(workspace);
    if (!store.isThere()) {
      return Optional.empty();
    }
    ServerConfig.Proof proof = store.settings().proof();
    ProbeSchedule schedule =
        new ProbeSchedule(proof.every(), proof.at(), workspace.zone(), Map.of());
    return Optional.of(
        new StoreKeeping(store.address(), schedule, clock).keep(workspace, report, progress));
  }

  private LocalStore store(Workspace workspace) {
    Optional<Path> config =
        Optional.of(workspace.root().resolve("server.yaml")).filter(Files::isRegularFile);
    return new LocalStore(config, env, clock);
  }

  @Override
  public boolean provable(Promise promise) {
    return Duties.prove(promise);
  }

  @Override
  public Explanation explain(Workspace workspace, Promise promise, Progress progress) {
    Prove prove = prover(progress);
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "cancel", prove::cancel)) {
      return prove.explain(assignment(workspace), promise);
    }
  }

  @Override
  public Checkup doctor(Workspace workspace, String system) {
    SystemEntry entry = entry(workspace, system);
    Endpoint endpoint = entry.access().orElseThrow(() -> declaredOnly(entry));
    try (Session session = connector(endpoint.kind()).open(entry, endpoint)) {
      return session.checkup(
          List.copyOf(workspace.map().places().getOrDefault(system, Map.of()).values()));
    }
  }

  @Override
  public Discovered discover(
      Workspace workspace, String system, Looking looking, Progress progress) {
    Task task = new Task(workspace, entry(workspace, system), LocalEngine::open);
    return discover(task, looking, e -> finished(e, system, looking), progress);
  }

  private record Task(Workspace workspace, SystemEntry entry, OtherSystems others) {}

  private Discovered discover(
      Task task, Looking looking, Function<Endpoint, Optional<Finished>> notes, Progress progress) {
    SystemEntry entry = task.entry();
    Endpoint endpoint =
        entry.access().map(e -> e.hurried(LONGEST_LOOK)).orElseThrow(() -> declaredOnly(entry));
    Discovery discovery = new Discovery(task.workspace(), entry.id(), task.others());
    Patience patience = looking.patience();
    CountDownLatch done = new CountDownLatch(1);
    try (Session session = connector(endpoint.kind()).open(entry, endpoint);
        AtExit.Planned _ =
            AtExit.plan(AtExit.Stage.WORK, "cancel", () -> stop(session, patience, done))) {
      Optional<Finished> finished = notes.apply(endpoint);
      LocalDate today = LocalDate.ofInstant(clock.instant(), task.workspace().zone());
      Discovery.Way way = new Discovery.Way(looking.values(), today, patience, finished);
      Discovered found = discovery.look(session, way, progress);
      patience.goOn();
      if (looking.write()) {
        discovery.write(found);
      }
      finished.ifPresent(Finished::forget);
      return found;
    } finally {
      done.countDown();
    }
  }

  private Optional<Finished> finished(Endpoint endpoint, String system, Looking looking) {
    if (!looking.values()) {
      return Optional.empty();
    }
    String where =
        String.join(
            "\n",
            system,
            endpoint.kind(),
            endpoint.host() + ":" + endpoint.port(),
            endpoint.database(),
            endpoint.user());
    Path folder = StoreHome.of(env).folder().resolve("discover");
    return Optional.of(Finished.of(folder, where, looking.resume(), clock.instant()));
  }

  /** The process ends when this returns: what is under way gets to tidy up. */
  private static void stop(Session session, Patience patience, CountDownLatch done) {
    patience.stop();
    try {
      do {
        session.cancel();
      } while (!done.await(200, TimeUnit.MILLISECONDS)); // it may have been between two statements
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Session> open(SystemEntry other) {
    other.unreachable().ifPresent(LocalEngine::refuse);
    return other
        .access()
        .map(e -> e.hurried(LONGEST_LOOK))
        .map(e -> connector(e.kind()).open(other, e));
  }

  @Override
  public Drifted drift(Workspace workspace, Optional<String> system, Progress progress) {
    system.ifPresent(id -> entry(workspace, id));
    Prove prove = prover(progress);
    ProveReport report;
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "cancel", prove::cancel)) {
      report = prove.run(about(workspace, system), Promise.HoldOnly.class::isInstance);
    }
    List<String> unseen = new ArrayList<>(unseen(report, system));
    Map<String, List<Addition>> proposed = new TreeMap<>();
    OtherSystems others = system.isEmpty() ? LocalEngine::open : id -> Optional.empty();
    for (String id : report.drift().stream().map(Drift::system).distinct().sorted().toList()) {
      Looking looking = new Looking(true, false, false, Patience.usual());
      try { // notes of a discovery that was stopped are left to whoever takes it up again
        Task task = new Task(workspace, entry(workspace, id), others);
        Discovered found = discover(task, looking, e -> Optional.empty(), progress);
        if (!found.added().isEmpty()) {
          proposed.put(found.file(), found.added());
        }
      } catch (ProblemException e) {
        unseen.add(id + ": no lines are proposed. " + e.problems().getFirst().what());
      }
    }
    return new Drifted(report.drift(), unseen, proposed);
  }

  /** Why not everything was seen; reasons begin with the place, whose system is the first part. */
  private static List<String> unseen(ProveReport report, Optional<String> system) {
    return report.results().stream()
        .flatMap(r -> r.evidence().stream())
        .filter(e -> e.coverage().placesSeen() < e.coverage().places() || !e.reasons().isEmpty())
        .flatMap(e -> e.reasons().stream())
        .distinct()
        .filter(r -> system.filter(s -> !r.startsWith(s + "/") && !r.startsWith(s + ":")).isEmpty())
        .toList();
  }

  private static SystemEntry entry(Workspace workspace, String system) {
    SystemEntry entry = workspace.map().systems().get(system);
    if (entry == null) {
      throw new ProblemException(
          Problem.of(
              CliProblem.UNKNOWN_SYSTEM,
              "systems.yaml has no system " + system + ".",
              "It has: "
                  + String.join(", ", new TreeSet<>(workspace.map().systems().keySet()))
                  + "."));
    }
    entry.unreachable().ifPresent(p -> refuse(p));
    return entry;
  }

  @Override
  public StoreKeeper store(Optional<Path> config) {
    return new LocalStore(config, env, clock);
  }

  private static void refuse(Problem problem) {
    throw new ProblemException(problem);
  }

  static ProblemException declaredOnly(SystemEntry entry) {
    return new ProblemException(
        Problem.at(
            entry.at(),
            CliProblem.NOT_CONNECTED,
            "The system " + entry.id() + " is only declared; nothing connects to it.",
            "Give it a kind with a connector, a host and an account, or leave it declared."));
  }

  private static Connector connector(String kind) {
    return Connectors.of(kind)
        .orElseThrow(() -> new IllegalStateException("check let the kind " + kind + " pass"));
  }

  private Prove prover(Progress progress) {
    return new Prove(Connectors.builtIn(), Duties.probers(), clock, progress);
  }

  private static Assignment assignment(Workspace workspace) {
    return about(workspace, Optional.empty());
  }

  /**
   * @param system nothing else is asked; empty for all
   */
  private static Assignment about(Workspace workspace, Optional<String> system) {
    return new Assignment(
        workspace.root(),
        workspace.promises(),
        workspace.terms(),
        system.map(workspace.map()::only).orElse(workspace.map()),
        workspace.zone());
  }

  @Override
  public Requests requests() {
    return new LocalRequests(StoreHome.of(env), this::store, clock);
  }

  @Override
  public DrillKeeper drills() {
    return new LocalDrills(StoreHome.of(env), this::store, clock);
  }

  @Override
  public RetentionKeeper retention() {
    return new LocalRetention(StoreHome.of(env), this::store, clock);
  }

  @Override
  public ArchiveKeeper archives() {
    return new LocalArchives(this::store, clock);
  }

  @Override
  public HoldKeeper holds() {
    return new LocalHolds(StoreHome.of(env), this::store, clock);
  }
}

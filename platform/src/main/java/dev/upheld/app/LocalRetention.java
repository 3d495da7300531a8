package dev.upheld.app;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.app.serve.RetentionWork;
import dev.upheld.app.serve.Wiring;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.cli.CliProblem;
import dev.upheld.edge.cli.RetentionKeeper;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.AtExit;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Retention over the store of this machine; without one rules can only be looked at. */
record LocalRetention(StoreHome home, Function<Workspace, LocalStore> stores, InstantSource clock)
    implements RetentionKeeper {

  /** Retention over that store while it is open. */
  private record Opened(Retaining retaining, Desk desk) {}

  private <T> T stored(Workspace workspace, Function<Opened, T> work) {
    LocalStore local = stores.apply(workspace);
    if (!local.isThere()) {
      throw noStore();
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      Journal journal = new Journal(store, clock);
      Retaining retaining =
          RetentionWork.retaining(
              new Retaining.Books(store, journal),
              new Retaining.Tellers(prints(), Optional.empty()),
              Wiring.caseKeys(local.settings(), home),
              clock);
      return work.apply(new Opened(retaining, new Desk(retaining, store, journal, clock)));
    }
  }

  private static ProblemException noStore() {
    return new ProblemException(
        Problem.of(
            CliProblem.NO_STORE,
            "This machine has no store, and what was released is kept there.",
            "Start `upheld serve` once, or set UPHELD_HOME to where the store is."));
  }

  private Fingerprints prints() {
    return new Fingerprints(KeyedHash.in(home.keys().resolve("people").resolve("hash.key")));
  }

  @Override
  public List<Planned> plan(Workspace workspace, Optional<String> rule, Progress progress) {
    return stores.apply(workspace).isThere()
        ? stored(workspace, o -> o.retaining().plan(workspace, rule, progress))
        : bare().plan(workspace, rule, progress);
  }

  private Retaining bare() {
    return new Retaining(
        new Retaining.Parts(
            Optional.empty(),
            new Expiring(ActConnector::open, Barring.NONE, clock),
            ResidueWork::open,
            clock));
  }

  @Override
  public Release release(Workspace workspace, Retaining.What what) {
    return stored(workspace, o -> o.retaining().release(workspace, what, Optional.empty()));
  }

  @Override
  public List<Ran> run(Workspace workspace, Optional<String> rule, How how, Progress progress) {
    AtomicBoolean halt = new AtomicBoolean();
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "stop", () -> halt.set(true))) {
      Pace.Way usual = Pace.Way.usual(RetentionWork::rest);
      Pace.Way pace = new Pace.Way(usual.longest(), usual.most(), how.perSecond(), usual.rest());
      Retaining.Way way =
          new Retaining.Way(pace, halt::get, progress, how.anyway(), UnaryOperator.identity());
      return stored(workspace, o -> o.retaining().run(workspace, rule, way));
    }
  }

  @Override
  public List<Retaining.Status> status(Workspace workspace, Optional<String> rule, int runs) {
    return stored(workspace, o -> o.retaining().status(workspace, rule, runs));
  }

  @Override
  public List<Reviewing.Line> reviews(Workspace workspace, Progress progress) {
    return stored(workspace, o -> o.retaining().reviewing().queue(workspace, progress));
  }

  @Override
  public boolean pause(Workspace workspace, String rule, String reason) {
    return stored(workspace, o -> o.desk().pause(workspace, rule, reason, Optional.empty()));
  }

  @Override
  public boolean resume(Workspace workspace, String rule) {
    return stored(
        workspace,
        o -> o.desk().resume(o.desk().one(workspace, rule).rule().id(), Optional.empty()));
  }

  @Override
  public List<Standing> calendar(Workspace workspace, Optional<String> rule) {
    return stored(
        workspace,
        o -> {
          o.desk().countSince(workspace, rule, clock.instant());
          return o.desk().all(workspace, rule);
        });
  }

  @Override
  public List<Day> days(Workspace workspace, Optional<String> rule, LocalDate day) {
    return stored(
        workspace,
        o ->
            o.desk().all(workspace, rule).stream()
                .map(s -> o.desk().day(workspace, s.rule().id(), day))
                .toList());
  }

  @Override
  public Optional<String> certificate(Workspace workspace, UUID run) {
    return stored(workspace, o -> o.desk().certificate(run, Wiring.signing(home).current()));
  }

  @Override
  public List<VerifyingKey> signers() {
    return Wiring.signers(home);
  }
}

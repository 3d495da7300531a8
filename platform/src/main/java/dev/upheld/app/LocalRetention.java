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

  private <T> T stored(Workspace workspace, Function<Retaining, T> work) {
    LocalStore local = stores.apply(workspace);
    if (!local.isThere()) {
      throw noStore();
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      Retaining.Books books = new Retaining.Books(store, new Journal(store, clock));
      return work.apply(RetentionWork.retaining(books, prints(), clock));
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
        ? stored(workspace, r -> r.plan(workspace, rule, progress))
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
    return stored(workspace, r -> r.release(workspace, what, Optional.empty()));
  }

  @Override
  public List<Ran> run(Workspace workspace, Optional<String> rule, How how, Progress progress) {
    AtomicBoolean halt = new AtomicBoolean();
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "stop", () -> halt.set(true))) {
      Pace.Way usual = Pace.Way.usual(RetentionWork::rest);
      Pace.Way pace = new Pace.Way(usual.longest(), usual.most(), how.perSecond(), usual.rest());
      Retaining.Way way =
          new Retaining.Way(pace, halt::get, progress, how.anyway(), UnaryOperator.identity());
      return stored(workspace, r -> r.run(workspace, rule, way));
    }
  }

  @Override
  public List<Retaining.Status> status(Workspace workspace, Optional<String> rule, int runs) {
    return stored(workspace, r -> r.status(workspace, rule, runs));
  }

  @Override
  public List<Reviewing.Line> reviews(Workspace workspace, Progress progress) {
    return stored(workspace, r -> r.reviewing().queue(workspace, progress));
  }

  private <T> T desk(Workspace workspace, Function<Desk, T> work) {
    LocalStore local = stores.apply(workspace);
    if (!local.isThere()) {
      throw noStore();
    }
    try (Store store = Store.open(local.address(), Progress.SILENT)) {
      Journal journal = new Journal(store, clock);
      Retaining retaining =
          RetentionWork.retaining(new Retaining.Books(store, journal), prints(), clock);
      return work.apply(new Desk(retaining, store, journal, clock));
    }
  }

  @Override
  public boolean pause(Workspace workspace, String rule, String reason) {
    return desk(workspace, d -> d.pause(workspace, rule, reason, Optional.empty()));
  }

  @Override
  public boolean resume(Workspace workspace, String rule) {
    return desk(workspace, d -> d.resume(d.one(workspace, rule).rule().id(), Optional.empty()));
  }

  @Override
  public List<Standing> calendar(Workspace workspace, Optional<String> rule) {
    return desk(
        workspace,
        d -> {
          rule.ifPresent(id -> d.one(workspace, id));
          d.countSince(workspace, clock.instant());
          return d.all(workspace).stream()
              .filter(s -> rule.filter(id -> !id.equals(s.rule().id())).isEmpty())
              .toList();
        });
  }

  @Override
  public List<Day> days(Workspace workspace, Optional<String> rule, LocalDate day) {
    return desk(
        workspace,
        d -> {
          rule.ifPresent(id -> d.one(workspace, id));
          return d.all(workspace).stream()
              .map(s -> s.rule().id())
              .filter(id -> rule.filter(r -> !r.equals(id)).isEmpty())
              .map(id -> d.day(workspace, id, day))
              .toList();
        });
  }

  @Override
  public Optional<String> certificate(Workspace workspace, UUID run) {
    return desk(workspace, d -> d.certificate(run, Wiring.signing(home).current()));
  }

  @Override
  public List<VerifyingKey> signers() {
    return Wiring.signers(home);
  }
}

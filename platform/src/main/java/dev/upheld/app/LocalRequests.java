package dev.upheld.app;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.app.serve.Wiring;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.Requests;
import dev.upheld.engine.Copying;
import dev.upheld.engine.Correcting;
import dev.upheld.engine.Correction;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.Erased;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.Exporting;
import dev.upheld.engine.Plan;
import dev.upheld.engine.PlanJson;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Reapplied;
import dev.upheld.engine.Reapplying;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Residue;
import dev.upheld.engine.Subject;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.kernel.AtExit;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import dev.upheld.store.StoreHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rights of people, kept in this process. Plans wait in the home of Upheld, without personal data.
 */
final class LocalRequests implements Requests {
  /** A search on the command line that was stopped is gone on with within this. */
  private static final Duration RESUMED = Duration.ofHours(12);

  private final StoreHome home;
  private final Function<Workspace, LocalStore> stores;
  private final InstantSource clock;

  /**
   * @param stores the store that belongs to a workspace
   */
  LocalRequests(StoreHome home, Function<Workspace, LocalStore> stores, InstantSource clock) {
    this.home = home;
    this.stores = stores;
    this.clock = clock;
  }

  private KeyedHash hash() {
    return KeyedHash.in(home.keys().resolve("people").resolve("hash.key"));
  }

  private Erasing erasing() {
    return new Erasing(ActConnector::open, Wiring.partnering(home, clock), clock, hash());
  }

  private Correcting correcting() {
    return new Correcting(erasing(), ActConnector::open, clock, hash());
  }

  /** Refuses where the store says that somebody's data is kept still, or on hold. */
  private Erasing erasing(Workspace workspace) {
    return erasing()
        .guarded(new LocalGuard(stores.apply(workspace), new Fingerprints(hash()), home, clock));
  }

  private Reapplying reapplying(Workspace workspace) {
    return new Reapplying(ActConnector::open, erasing(workspace), new Fingerprints(hash()));
  }

  private LocalTombstones tombstones(Workspace workspace) {
    return new LocalTombstones(stores.apply(workspace), home, clock);
  }

  @Override
  public Planned plan(Workspace workspace, Subject subject, ErasureOrder order, Progress progress) {
    Planned planned = erasing(workspace).plan(workspace, subject, order, progress);
    keep(planned.plan().digest(), PlanJson.keep(planned.plan()));
    return planned;
  }

  private void keep(String digest, String text) {
    try {
      Files.createDirectories(file("x").resolveSibling(""));
      Files.writeString(file(digest), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CorrectionPlan plan(
      Workspace workspace, Subject subject, Correction correction, Progress progress) {
    CorrectionPlan plan = correcting().plan(workspace, subject, correction, progress);
    keep(plan.digest(), plan.kept());
    return plan;
  }

  @Override
  public CorrectionPlan correction(String digest) {
    return CorrectionPlan.of(text(digest));
  }

  @Override
  public Receipt run(Correcting.Order order, Progress progress) {
    return correcting().act(order, progress);
  }

  private Path file(String digest) {
    return home.folder().resolve("plans").resolve(digest + ".json");
  }

  @Override
  public Receipt run(Planned planned, String approved, boolean forgetful, Progress progress) {
    Plan plan = planned.plan().digest().equals(approved) ? planned.plan() : kept(approved);
    LocalTombstones tombstones = tombstones(planned.workspace());
    Duration backups = tombstones.backups();
    Receipt receipt = erasing(planned.workspace()).act(planned, plan, forgetful, progress);
    List<Tombstone> known = Erased.tombstones(planned, receipt, new Fingerprints(hash()), backups);
    tombstones.keep(known);
    if (!known.isEmpty()) {
      tombstones.stayed(Erased.rests(receipt), Erased.deferrals(receipt, known));
    }
    return receipt;
  }

  @Override
  public Reapplied comeback(Workspace workspace, Restored restored, Progress progress) {
    List<Tombstone> all =
        tombstones(workspace).of(restored.system(), restored.since(), clock.instant());
    return reapplying(workspace).plan(workspace, restored.system(), all, restored.way(), progress);
  }

  @Override
  public Map<String, Receipt> reapply(Reapplied approved, boolean forgetful, Progress progress) {
    if (approved.plans().isEmpty()) {
      return Map.of();
    }
    Workspace workspace = approved.plans().getFirst().workspace();
    return reapplying(workspace).act(approved, forgetful, progress);
  }

  private Plan kept(String digest) {
    return PlanJson.kept(text(digest));
  }

  private String text(String digest) {
    if (digest.matches("[0-9a-f]{64}") && Files.isRegularFile(file(digest))) {
      try {
        return Files.readString(file(digest));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new ProblemException(
        Problem.of(
            dev.upheld.engine.EngineProblem.CHANGED,
            "The approved plan is not the one that would be made now, and none of that digest was"
                + " kept.",
            "Plan again and approve what it says."));
  }

  @Override
  public ObjectNode signed(Receipt receipt) {
    return receipt.signed(SigningKeys.in(home.keys().resolve("journal")).current());
  }

  @Override
  public Map<String, Long> export(
      Workspace workspace, Subject subject, Path folder, Progress progress) {
    try (ExportFolder files = new ExportFolder(folder)) {
      new Copying(erasing())
          .export(workspace, subject, false, Exporting.Scope.EVERYTHING, files)
          .forEach(files::withheld);
      return files.written();
    }
  }

  @Override
  public Residue residue(Workspace workspace, Subject subject, Progress progress) {
    return Residue.of(workspace, subject, ActConnector::open, progress);
  }

  @Override
  public ResidueReport residueOfErased(Workspace workspace, Progress progress) {
    LocalTombstones tombstones = tombstones(workspace);
    Fingerprints fingerprints = new Fingerprints(hash());
    Instant now = clock.instant();
    Halt halt = new Halt();
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "stop", halt::set)) {
      return tombstones
          .kept(
              (rests, passes) ->
                  new ResidueWork(
                          new ResidueWork.Parts(
                              () -> workspace,
                              tombstones,
                              rests,
                              passes,
                              fingerprints,
                              SigningKeys.in(home.keys().resolve("journal")),
                              clock))
                      .search(now.minus(RESUMED), halt, progress))
          .orElseGet(
              () ->
                  new ResidueSearch(ResidueWork::open, fingerprints, clock)
                      .search(
                          workspace,
                          new ResidueSearch.Wanted(
                              ResidueWork.tombstones(tombstones, workspace, now),
                              tombstones.stayed()),
                          new ResidueSearch.Way(now, ResidueSearch.Memory.none(), halt, progress)));
    }
  }

  /** Whether the process was told to end. */
  private static final class Halt implements BooleanSupplier {
    private volatile boolean told;

    void set() {
      told = true;
    }

    @Override
    public boolean getAsBoolean() {
      return told;
    }
  }

  @Override
  public ObjectNode signed(ResidueReport report) {
    return report.signed(SigningKeys.in(home.keys().resolve("journal")).current());
  }

  @Override
  public Map<String, String> memory(Workspace workspace) {
    Map<String, String> scripts = new TreeMap<>();
    for (String system : workspace.map().places().keySet()) {
      SystemEntry entry = workspace.map().systems().get(system);
      if (entry != null && entry.access().isPresent()) {
        try (ActSession session = ActConnector.open(entry)) {
          if (!session.remembers()) {
            scripts.put(system, session.rememberingScript());
          }
        }
      }
    }
    return scripts;
  }
}

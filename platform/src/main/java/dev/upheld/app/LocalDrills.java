package dev.upheld.app;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.app.serve.Wiring;
import dev.upheld.connect.act.ActConnector;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.DrillKeeper;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.drill.Drill;
import dev.upheld.engine.drill.DrillNotes;
import dev.upheld.engine.drill.DrillReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drills from this machine. Neither a tombstone nor a request comes of one: nothing is counted, and
 * nothing is erased again after a restore.
 */
record LocalDrills(StoreHome home, Function<Workspace, LocalStore> stores, InstantSource clock)
    implements DrillKeeper {

  private Drill drill(Workspace workspace) {
    KeyedHash people = KeyedHash.in(home.keys().resolve("people").resolve("hash.key"));
    Fingerprints fingerprints = new Fingerprints(people);
    Erasing erasing =
        new Erasing(ActConnector::open, Wiring.partnering(home, clock), clock, people)
            .guarded(new LocalGuard(stores.apply(workspace), fingerprints, home, clock).ofPeople());
    return new Drill(
        new Drill.Parts(
            ActConnector::plant,
            new ResidueSearch(ResidueWork::open, fingerprints, clock),
            erasing,
            fingerprints,
            clock,
            new SecureRandom()),
        workspace);
  }

  @Override
  public DrillReport rehearse(Workspace workspace, Progress progress) {
    return drill(workspace).rehearse(progress);
  }

  @Override
  public DrillReport run(Workspace workspace, boolean forgetful, Progress progress) {
    DrillReport report;
    try (DrillNotes notes = DrillNotes.open(home.folder().resolve("drills"))) {
      report = drill(workspace).run(notes, forgetful, progress);
    }
    LocalStore local = stores.apply(workspace);
    if (local.isThere()) {
      try (Store store = Store.open(local.address(), Progress.SILENT)) {
        new Journal(store, clock).append(List.of(Draft.of("drill.ended", facts(report))));
      }
    }
    return report;
  }

  private static Map<String, Object> facts(DrillReport report) {
    return Map.of(
        "drill",
        true,
        "planted",
        report.lines().stream().mapToInt(DrillReport.Line::planted).sum(),
        "copied",
        report.lines().stream().mapToInt(DrillReport.Line::copied).sum(),
        "erased",
        report.lines().stream().mapToInt(DrillReport.Line::erased).sum(),
        "missing",
        report.missing(),
        "left",
        report.left(),
        "notPlanted",
        report.unplanted(),
        "good",
        report.isGood(),
        "whole",
        report.isWhole());
  }

  @Override
  public ObjectNode signed(DrillReport report) {
    return report.signed(SigningKeys.in(home.keys().resolve("journal")).current());
  }
}

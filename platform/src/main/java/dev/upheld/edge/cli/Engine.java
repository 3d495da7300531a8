package dev.upheld.edge.cli;

import dev.upheld.charter.promise.Promise;
import dev.upheld.connect.Checkup;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.discover.Addition;
import dev.upheld.discover.Discovered;
import dev.upheld.discover.Patience;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Drift;
import dev.upheld.probe.Explanation;
import dev.upheld.probe.ProveReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the commands need of the rest of the house; the application hands it over. Every method may
 * throw {@link dev.upheld.kernel.ProblemException}.
 */
public interface Engine {

  /** Reads and validates a workspace, offline. */
  WorkspaceReading read(Path root);

  /** The folder of the examples that came with this program, each a workspace. */
  Path examples();

  /** Asks the systems about every promise. */
  ProveReport prove(Workspace workspace, Progress progress);

  /**
   * Keeps what a run found in Upheld's own store, and judges by everything that is kept.
   *
   * @return empty when there is no store to keep it in
   */
  Optional<ProveReport> keep(Workspace workspace, ProveReport report, Progress progress);

  /** Whether anything can prove a promise: its duty is built, or a person may attest it. */
  boolean provable(Promise promise);

  /** How one promise would be measured. */
  Explanation explain(Workspace workspace, Promise promise, Progress progress);

  /** What the account of a system lacks. */
  Checkup doctor(Workspace workspace, String system);

  /**
   * How a system is looked at.
   *
   * @param values whether a few values are looked at, or the catalogue alone
   * @param write whether the proposal is written into the workspace
   * @param resume whether tables that a stopped look had finished are not looked at again
   * @param patience when to wait for a busy system, and when to give it up
   */
  record Looking(boolean values, boolean write, boolean resume, Patience patience) {}

  /** Looks at a system and proposes its data map. */
  Discovered discover(Workspace workspace, String system, Looking looking, Progress progress);

  /**
   * Where the databases are not what the data maps say any more.
   *
   * @param unseen what could not be seen, one sentence each; empty means everything was
   * @param proposed the lines discover would add, by the data map's file
   */
  record Drifted(List<Drift> drift, List<String> unseen, Map<String, List<Addition>> proposed) {
    public Drifted {
      drift = List.copyOf(drift);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * Compares the databases with their data maps.
   *
   * @param system only this one; empty for all
   */
  Drifted drift(Workspace workspace, Optional<String> system, Progress progress);

  /**
   * Upheld's own store; nothing of it is touched before a method of it is called.
   *
   * @param config the server's configuration file; without one the environment alone says where
   */
  StoreKeeper store(Optional<Path> config);

  /** Rights of people. */
  Requests requests();

  /** What goes when its time is over. */
  RetentionKeeper retention();

  /** People of whom nothing is erased for now. */
  HoldKeeper holds();

  /** Looks into archives of encrypted files. */
  ArchiveKeeper archives();

  /** Rights of people, tried on somebody who does not exist. */
  DrillKeeper drills();
}

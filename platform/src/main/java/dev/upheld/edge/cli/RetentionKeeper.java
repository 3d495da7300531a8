package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.kernel.Progress;
import java.util.List;
import java.util.Optional;

/** Retention from the command line; leaves and runs are kept in the store of this machine. */
public interface RetentionKeeper {

  /**
   * What rules would do now; nothing is changed.
   *
   * @param rule only this one; empty for all
   */
  List<Planned> plan(Workspace workspace, Optional<String> rule, Progress progress);

  /** Lets a rule do what its dry run showed. */
  Release release(Workspace workspace, String rule, String digest);

  /**
   * Runs the rules that are released, until the process is told to stop.
   *
   * @param rule only this one; empty for all
   */
  List<Ran> run(Workspace workspace, Optional<String> rule, How how, Progress progress);

  /**
   * How they run.
   *
   * @param perSecond rows in a second at most; 0 for as many as it can
   * @param anyway whether now although the clock or the hours say otherwise
   */
  record How(long perSecond, boolean anyway) {}

  /**
   * Rules, their leaves and their runs.
   *
   * @param runs how many of each at most, the newest first
   */
  List<Retaining.Status> status(Workspace workspace, Optional<String> rule, int runs);

  /** What is kept by a reason without a number, counted. */
  List<Reviewing.Line> reviews(Workspace workspace, Progress progress);
}

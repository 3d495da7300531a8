package dev.upheld.edge.cli;

import dev.upheld.crypto.VerifyingKey;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.duty.retention.Standing;
import dev.upheld.kernel.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Retention from the command line; leaves and runs are kept in the store of this machine. */
public interface RetentionKeeper {

  /**
   * What rules would do now; nothing is changed.
   *
   * @param rule only this one; empty for all
   */
  List<Planned> plan(Workspace workspace, Optional<String> rule, Progress progress);

  /** Lets a rule do what its dry run showed. */
  Release release(Workspace workspace, Retaining.What what);

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

  /**
   * Tells a rule to do nothing for now.
   *
   * @return whether it was not paused before
   */
  boolean pause(Workspace workspace, String rule, String reason);

  /** Lets a paused rule go on; whether it was paused. */
  boolean resume(Workspace workspace, String rule);

  /**
   * How rules stand, with what comes due counted anew; a system that is away leaves that empty.
   *
   * @param rule only this one; empty for all
   */
  List<Standing> calendar(Workspace workspace, Optional<String> rule);

  /**
   * What rules did on a day.
   *
   * @param rule only this one; empty for all
   */
  List<Day> days(Workspace workspace, Optional<String> rule, LocalDate day);

  /** The signed certificate of a run; empty where there is no such run, or it has not ended. */
  Optional<String> certificate(Workspace workspace, UUID run);

  /** Keys that sign certificates on this machine, or ever did. */
  List<VerifyingKey> signers();
}

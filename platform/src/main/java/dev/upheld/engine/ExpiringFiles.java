package dev.upheld.engine;

import dev.upheld.connect.files.LogActs;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Ends files of logs. A line does not say whose it is: where the data map names people in a log,
 * nothing of it goes while anybody at all is restricted or on hold.
 */
final class ExpiringFiles implements Ending {
  private final Barring barring;
  private final InstantSource clock;

  ExpiringFiles(Barring barring, InstantSource clock) {
    this.barring = barring;
    this.clock = clock;
  }

  @Override
  public Expiring.Foreseen look(Workspace workspace, Expiry rule, Progress progress) {
    progress.report("looking at " + rule.id(), 0, 1);
    FileEnds ends = new FileEnds(workspace, rule, barring);
    try (LogActs folder = LogActs.open(ends.entry(), clock)) {
      Expired would = expired(ends, folder.look(wanted(ends, rule)));
      return new Expiring.Foreseen(would, Expiring.Whole.NONE, folder.remembers());
    }
  }

  @Override
  public Expired run(Workspace workspace, Expiry rule, Expiring.Way way) {
    way.progress().report("ending files of " + rule.id(), 0, 1);
    FileEnds ends = new FileEnds(workspace, rule, barring);
    try (LogActs folder = LogActs.open(ends.entry(), clock)) {
      return expired(ends, folder.run(wanted(ends, rule), way.run(), way.halt()));
    }
  }

  @Override
  public Optional<Expired> remembered(Workspace workspace, Expiry rule, UUID run) {
    FileEnds ends = new FileEnds(workspace, rule, barring);
    try (LogActs folder = LogActs.open(ends.entry(), clock)) {
      long gone = folder.remembered(run).orElse(0L);
      return Optional.of(expired(ends, new LogActs.Fates(0, gone, new TreeMap<>(), false)));
    }
  }

  private static LogActs.Wanted wanted(FileEnds ends, Expiry rule) {
    boolean names = !rule.kept().place().subjects().isEmpty();
    return new LogActs.Wanted(
        rule.id(),
        rule.kept().place().table(),
        ends.asks(),
        ends.others(),
        () -> ends.isBarred(names));
  }

  private static Expired expired(FileEnds ends, LogActs.Fates fates) {
    int acts = (int) Math.min(fates.gone(), Integer.MAX_VALUE);
    return new Expired(
        fates.listed(), ends.gone(fates.gone()), fates.keptBack(), acts, fates.whole());
  }
}

package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Question;
import dev.upheld.connect.files.LogActs;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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
    try (LogActs folder = open(workspace, rule)) {
      Expired would = expired(rule, folder.look(wanted(workspace, rule)));
      return new Expiring.Foreseen(would, Expiring.Whole.NONE, folder.remembers());
    }
  }

  @Override
  public Expired run(Workspace workspace, Expiry rule, Expiring.Way way) {
    way.progress().report("ending files of " + rule.id(), 0, 1);
    try (LogActs folder = open(workspace, rule)) {
      return expired(rule, folder.run(wanted(workspace, rule), way.run(), way.halt()));
    }
  }

  @Override
  public Optional<Expired> remembered(Workspace workspace, Expiry rule, UUID run) {
    try (LogActs folder = open(workspace, rule)) {
      long gone = folder.remembered(run).orElse(0L);
      return Optional.of(expired(rule, new LogActs.Fates(0, gone, new TreeMap<>(), false)));
    }
  }

  private LogActs open(Workspace workspace, Expiry rule) {
    SystemEntry entry =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .orElseThrow(() -> new IllegalArgumentException("no system of that name"));
    return LogActs.open(entry, clock);
  }

  private LogActs.Wanted wanted(Workspace workspace, Expiry rule) {
    HeldPlaces places = new HeldPlaces(workspace, rule.system());
    boolean names = !rule.kept().place().subjects().isEmpty();
    return new LogActs.Wanted(
        rule.id(),
        rule.kept().place().table(),
        asks(rule.kept()),
        others(rule),
        () -> (names && barring.any()) || isHeld(places, rule));
  }

  private boolean isHeld(HeldPlaces places, Expiry rule) {
    return barring.rows().stream().anyMatch(h -> places.isHeld(h, rule.kept().place()));
  }

  private static List<Question.CountDue> asks(KeepAt kept) {
    return kept.asks().stream().map(KeepAt.Ask::question).toList();
  }

  /** What others want of the same log; a criterion of the own activity wants nothing by itself. */
  private static Map<String, List<Question.CountDue>> others(Expiry rule) {
    Map<String, List<Question.CountDue>> others = new HashMap<>();
    Optional<String> activity = rule.kept().keep().header().activity();
    for (KeepAt other : rule.others()) {
      boolean same = other.place().table().equals(rule.kept().place().table());
      boolean goesWithIt =
          other.asks().isEmpty()
              && other.keep().header().activity().equals(activity)
              && !other.keep().atLeast()
              && other.keep().then() != EndAction.KEEP;
      if (same && !rule.isOwn(other) && !goesWithIt) {
        boolean ends = other.keep().then() != EndAction.KEEP;
        others.put(Expired.PROMISE + other.keep().id(), ends ? asks(other) : List.of());
      }
    }
    return others;
  }

  private static Expired expired(Expiry rule, LogActs.Fates fates) {
    SortedMap<String, Expired.Tally> places = new TreeMap<>();
    if (fates.gone() > 0) {
      places.put(rule.kept().place().id(), new Expired.Tally(fates.gone(), 0, 0, 0));
    }
    int acts = (int) Math.min(fates.gone(), Integer.MAX_VALUE);
    return new Expired(fates.listed(), places, fates.keptBack(), acts, fates.whole());
  }
}

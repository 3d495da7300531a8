package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Question;
import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultActs;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Ends archived rows in encrypted files. Whose rows belong to whose cannot be followed out of a
 * file: nothing of it goes while anybody at all is restricted or on hold.
 */
final class ExpiringVault implements Ending {
  private final Barring barring;

  ExpiringVault(Barring barring) {
    this.barring = barring;
  }

  @Override
  public Expiring.Foreseen look(Workspace workspace, Expiry rule, Progress progress) {
    progress.report("looking at " + rule.id(), 0, 1);
    try (VaultActs files = open(workspace, rule)) {
      Expired would = expired(rule, files.look(wanted(workspace, rule)));
      return new Expiring.Foreseen(would, Expiring.Whole.NONE, true);
    }
  }

  @Override
  public Expired run(Workspace workspace, Expiry rule, Expiring.Way way) {
    way.progress().report("ending archived rows of " + rule.id(), 0, 1);
    try (VaultActs files = open(workspace, rule)) {
      return expired(rule, files.run(wanted(workspace, rule), way.run(), way.halt()));
    }
  }

  @Override
  public Optional<Expired> remembered(Workspace workspace, Expiry rule, UUID run) {
    try (VaultActs files = open(workspace, rule)) {
      return Optional.of(expired(rule, files.remembered(run)));
    }
  }

  private static VaultActs open(Workspace workspace, Expiry rule) {
    SystemEntry entry =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .orElseThrow(() -> new IllegalArgumentException("no system of that name"));
    return Vault.of(entry).acts(rule.kept().place());
  }

  private VaultActs.Wanted wanted(Workspace workspace, Expiry rule) {
    HeldPlaces places = new HeldPlaces(workspace, rule.system());
    return new VaultActs.Wanted(
        asks(rule.kept()), others(rule), () -> barring.any() || isHeld(places, rule));
  }

  private boolean isHeld(HeldPlaces places, Expiry rule) {
    return barring.rows().stream().anyMatch(h -> places.isHeld(h, rule.kept().place()));
  }

  private static List<Question.CountDue> asks(KeepAt kept) {
    return kept.asks().stream().map(KeepAt.Ask::question).toList();
  }

  /** What others want of the same rows; a criterion of the own activity wants nothing by itself. */
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

  private static Expired expired(Expiry rule, VaultActs.Fates fates) {
    SortedMap<String, Expired.Tally> places = new TreeMap<>();
    if (fates.gone() > 0) {
      places.put(rule.kept().place().id(), new Expired.Tally(fates.gone(), 0, 0, 0));
    }
    return new Expired(fates.listed(), places, fates.keptBack(), fates.files(), fates.whole());
  }
}

package dev.upheld.engine;

import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultActs;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import java.util.Optional;
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
    FileEnds ends = new FileEnds(workspace, rule, barring);
    try (VaultActs files = open(ends, rule)) {
      Expired would = expired(ends, files.look(wanted(ends)));
      return new Expiring.Foreseen(would, Expiring.Whole.NONE, true);
    }
  }

  @Override
  public Expired run(Workspace workspace, Expiry rule, Expiring.Way way) {
    way.progress().report("ending archived rows of " + rule.id(), 0, 1);
    FileEnds ends = new FileEnds(workspace, rule, barring);
    try (VaultActs files = open(ends, rule)) {
      return expired(ends, files.run(wanted(ends), way.run(), way.halt()));
    }
  }

  @Override
  public Optional<Expired> remembered(Workspace workspace, Expiry rule, UUID run) {
    FileEnds ends = new FileEnds(workspace, rule, barring);
    try (VaultActs files = open(ends, rule)) {
      return Optional.of(expired(ends, files.remembered(run)));
    }
  }

  private static VaultActs open(FileEnds ends, Expiry rule) {
    return Vault.of(ends.entry()).acts(rule.kept().place());
  }

  private static VaultActs.Wanted wanted(FileEnds ends) {
    return new VaultActs.Wanted(ends.asks(), ends.others(), () -> ends.isBarred(true));
  }

  private static Expired expired(FileEnds ends, VaultActs.Fates fates) {
    return new Expired(
        fates.listed(), ends.gone(fates.gone()), fates.keptBack(), fates.files(), fates.whole());
  }
}

package dev.upheld.engine;

import java.util.Optional;
import java.util.Set;

/**
 * What a person decided before anything is planned.
 *
 * @param ground why the data must go
 * @param keep activities whose data stays, where a duty to keep it is likely and was not read in
 *     its source
 * @param erase activities whose data goes, in that case
 * @param everyAccount whether all accounts that share an identifier are this person's
 * @param again where it repeats an erasure after a restore: what it may touch then
 */
public record ErasureOrder(
    ErasureGround ground,
    Set<String> keep,
    Set<String> erase,
    boolean everyAccount,
    Optional<Again> again) {
  public ErasureOrder {
    keep = Set.copyOf(keep);
    erase = Set.copyOf(erase);
  }

  /** Of somebody who asks now. */
  public ErasureOrder(
      ErasureGround ground, Set<String> keep, Set<String> erase, boolean everyAccount) {
    this(ground, keep, erase, everyAccount, Optional.empty());
  }

  /** With nothing more to say. */
  public static ErasureOrder on(ErasureGround ground) {
    return new ErasureOrder(ground, Set.of(), Set.of(), false);
  }
}

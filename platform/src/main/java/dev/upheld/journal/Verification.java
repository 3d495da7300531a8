package dev.upheld.journal;

import java.util.List;
import java.util.Set;

/**
 * What a verifier found.
 *
 * @param entries how many entries the file holds
 * @param sealed number of the last entry that a trusted checkpoint vouches for, directly or through
 *     the chain; 0 when none does
 * @param checkpoints how many checkpoints were checked, those held by the verifier included
 * @param keys ids of the keys that signed them
 * @param faults what is wrong, the first few in the order of the file; empty when nothing is
 */
public record Verification(
    long entries, long sealed, long checkpoints, Set<String> keys, List<JournalFault> faults) {
  public Verification {
    keys = Set.copyOf(keys);
    faults = List.copyOf(faults);
  }

  /** Whether the journal is whole and unchanged, as far as checkpoints can tell. */
  public boolean isIntact() {
    return faults.isEmpty();
  }
}

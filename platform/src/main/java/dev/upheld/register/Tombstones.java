package dev.upheld.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who was erased, until the last backup that could bring them back is gone. */
public interface Tombstones {

  /** Keeps them; what is kept already stays as it is. */
  void keep(Collection<Tombstone> tombstones);

  /**
   * Those of one system, the oldest erasure first.
   *
   * @param since only erasures of that instant or later
   * @param now those expired by then are not told
   */
  List<Tombstone> of(String system, Instant since, Instant now);

  /**
   * Forgets what expired.
   *
   * @return how many
   */
  int expire(Instant now);
}

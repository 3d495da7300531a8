package dev.upheld.engine;

import java.util.List;
import java.util.Optional;

/**
 * In how many transactions the work in one system is done, each of them leaving it sound.
 *
 * @param most rows in one of them; rows of others that let go of what goes come on top
 * @param count of transactions
 * @param together rows that hang together in a circle, or whose tables judge each other: they go in
 *     one transaction, however many they are
 */
public record CommitUnits(long most, long count, long together) {
  /** Rows that one transaction takes where nobody says otherwise. */
  public static final long USUAL = 100_000;

  /** Empty where one transaction takes all of it. */
  static Optional<CommitUnits> of(SystemWork work, List<PlaceStep> steps, long most) {
    long all = steps.stream().mapToLong(s -> s.counts().touched()).sum();
    if (all <= most) {
      return Optional.empty();
    }
    long together = Peeling.of(work, steps).together();
    long apart = all - together;
    long full = apart / most;
    long rest = apart % most;
    boolean fits = together == 0 || (rest > 0 && rest + together <= most);
    long count = full + (rest > 0 ? 1 : 0) + (fits ? 0 : 1);
    return count == 1 ? Optional.empty() : Optional.of(new CommitUnits(most, count, together));
  }
}

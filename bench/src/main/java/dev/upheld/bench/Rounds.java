package dev.upheld.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * Repeats measurements on a machine that others use too: medians, and pairs that share the weather.
 */
public final class Rounds {

  /** Pairs in a comparison; fewer, with $UPHELD_BENCH_PAIRS, for a first look. */
  public static final int PAIRS =
      Integer.parseInt(System.getenv().getOrDefault("UPHELD_BENCH_PAIRS", "7"));

  /** Measures once, in any unit. */
  @FunctionalInterface
  public interface Measurement {

    /** One figure; throws when it could not measure. */
    double take() throws Exception;
  }

  private Rounds() {}

  /** The median of several runs, after one that is thrown away. */
  public static double median(int rounds, Measurement measurement) throws Exception {
    measurement.take();
    double[] taken = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      taken[i] = measurement.take();
    }
    return median(taken);
  }

  /**
   * How many times the floor ours costs: the median ratio of {@link #PAIRS} pairs, each run back to
   * back and in changing order, so that a slow moment of the machine hits both.
   */
  public static double medianRatio(Measurement ours, Measurement floor) throws Exception {
    ours.take();
    floor.take();
    double[] ratios = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      if (i % 2 == 0) {
        double first = ours.take();
        ratios[i] = first / floor.take();
      } else {
        double first = floor.take();
        ratios[i] = ours.take() / first;
      }
    }
    return median(ratios);
  }

  /** The middle one. */
  static double middle(Collection<Double> taken) {
    return median(taken.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] taken) {
    double[] sorted = taken.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

package dev.upheld.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the figures of one benchmark, to be printed last, one line each. */
public final class Report {

  private final String benchmark;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param benchmark the name that each line begins with
   */
  public Report(String benchmark) {
    this.benchmark = benchmark;
  }

  /** A figure that must not exceed its target. */
  public void atMost(String metric, double value, double target) {
    add(metric, value, "target=<=" + number(target));
  }

  /** A figure that must reach its target. */
  public void atLeast(String metric, double value, double target) {
    add(metric, value, "target=>=" + number(target));
  }

  /** A figure without a target. */
  public void figure(String metric, double value) {
    add(metric, value, "figure");
  }

  /** The lines so far, in the order of reporting. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  private void add(String metric, double value, String goal) {
    lines.add("%s/%s value=%s %s".formatted(benchmark, metric, number(value), goal));
  }

  /** Plain digits whatever the locale, no trailing zeros. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}

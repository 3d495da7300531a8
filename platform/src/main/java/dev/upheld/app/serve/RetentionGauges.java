package dev.upheld.app.serve;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Standing;
import dev.upheld.kernel.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Figures of each rule of retention, from the store; rules have no personal data in their names.
 */
final class RetentionGauges {
  private final Desk desk;
  private final Supplier<Workspace> workspace;
  private final InstantSource clock;
  private final MultiGauge due;
  private final MultiGauge held;
  private final MultiGauge oldest;
  private final MultiGauge done;
  private final MultiGauge kept;
  private final MultiGauge last;

  RetentionGauges(
      Desk desk, Supplier<Workspace> workspace, InstantSource clock, MeterRegistry meters) {
    this.desk = desk;
    this.workspace = workspace;
    this.clock = clock;
    due = gauge("due", "Rows past their time, as last counted", meters);
    held = gauge("on.hold", "Of these, rows known to be on hold", meters);
    oldest = gauge("oldest.seconds", "Age of the oldest row as last counted", meters);
    done = gauge("done", "Rows that the newest run ended", meters);
    kept = gauge("kept.back", "Rows that the newest run kept back", meters);
    last = gauge("last.run.seconds", "When the newest run began, since 1970", meters);
  }

  private static MultiGauge gauge(String name, String meaning, MeterRegistry meters) {
    return MultiGauge.builder("upheld.retention." + name).description(meaning).register(meters);
  }

  /** Reads the store again; while it is away the figures stay what they were. */
  void refresh() {
    List<Standing> all;
    try {
      all = desk.all(workspace.get());
    } catch (ProblemException e) {
      return;
    }
    Instant now = clock.instant();
    set(due, all, s -> s.due().map(Long::doubleValue));
    set(held, all, s -> s.onHold().map(Long::doubleValue));
    set(
        oldest,
        all,
        s ->
            s.counted()
                .flatMap(DueRows::oldest)
                .map(at -> (double) Duration.between(at, now).toSeconds()));
    set(done, all, s -> s.last().flatMap(Ran::done).map(d -> (double) d.touched()));
    set(kept, all, s -> s.last().flatMap(Ran::done).map(d -> (double) d.kept()));
    set(last, all, s -> s.last().map(r -> (double) r.began().getEpochSecond()));
  }

  private static void set(
      MultiGauge gauge, List<Standing> all, Function<Standing, Optional<Double>> figure) {
    gauge.register(
        all.stream()
            .flatMap(
                s -> figure.apply(s).stream().map(n -> Row.of(Tags.of("rule", s.rule().id()), n)))
            .toList(),
        true);
  }
}

package dev.upheld.app.serve;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.function.ToIntFunction;

/** What is watched, as figures; those in the store are no number while it is away. */
record Gauges(Watch watch, MeterRegistry meters) {

  void all() {
    stored("upheld.mail.waiting", "Mails in the outbox", Figures::mailsWaiting);
    stored("upheld.mail.given.up", "Mails given up", f -> f.mails().ever());
    stored("upheld.jobs.given.up", "Jobs given up", f -> f.jobs().ever());
    stored("upheld.proof.late", "Promises not measured in time", Figures::lateProofs);
    stored("upheld.keys.under.former", "Data keys under a former key", Figures::underFormer);
    stored("upheld.sessions", "Open sessions", Figures::sessions);
    figure("upheld.store.up", "Whether the store answers", () -> watch.storeAnswers() ? 1 : 0);
    figure(
        "upheld.journal.sealed",
        "Whether the newest attempt to seal the journal went well",
        () -> watch.isSealed() ? 1 : 0);
    figure("upheld.disk.free.bytes", "Free on the disk of the home folder", this::freeBytes);
  }

  private double freeBytes() {
    OptionalLong free = watch.freeBytes();
    return free.isPresent() ? free.getAsLong() : Double.NaN;
  }

  private void stored(String name, String meaning, ToIntFunction<Figures> figure) {
    figure(
        name,
        meaning,
        () -> watch.figures().map(f -> (double) figure.applyAsInt(f)).orElse(Double.NaN));
  }

  private void figure(String name, String meaning, DoubleSupplier ask) {
    Gauge.builder(name, ask::getAsDouble)
        .strongReference(true)
        .description(meaning)
        .register(meters);
  }
}

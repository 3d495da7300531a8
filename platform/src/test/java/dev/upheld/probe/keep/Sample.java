package dev.upheld.probe.keep;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.kernel.Asked;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements and evidence for tests. */
public final class Sample {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final PromiseId VISITS = new PromiseId("nimbus", "visits", "keep");
  public static final PromiseId REVIEW = new PromiseId("nimbus", "team", "review");

  private Sample() {}

  /** A digest that tells wordings apart. */
  public static String digest(int wording) {
    return String.format(java.util.Locale.ROOT, "%064x", wording);
  }

  public static Statement statement(PromiseId promise, int wording) {
    Way way = promise.statement().startsWith("review") ? Way.ATTEST : Way.PROBE;
    return new Statement(
        promise, digest(wording), way, "keep", Duty.RETENTION, "Visits are kept half a year.");
  }

  public static Evidence probe(PromiseId promise, int wording, Outcome outcome, Instant at) {
    return new Evidence(
        promise,
        digest(wording),
        Evidence.Source.PROBE,
        outcome,
        "Seen: " + outcome + ".",
        List.of(new Figure("rows past their time", "3", "eu-main/visit")),
        new Coverage(1, 1, 34_000),
        at,
        Duration.ofMillis(82),
        List.of(new Asked("eu-main", "select count(*)\nfrom visit")),
        List.of("Delete them."),
        Optional.empty());
  }

  public static Evidence attestation(PromiseId promise, int wording, Instant at, Instant until) {
    return new Evidence(
        promise,
        digest(wording),
        Evidence.Source.ATTESTATION,
        Outcome.CLEAN,
        "Attested.",
        List.of(),
        new Coverage(0, 0, 0),
        at,
        Duration.ZERO,
        List.of(),
        List.of(),
        Optional.of(until));
  }
}

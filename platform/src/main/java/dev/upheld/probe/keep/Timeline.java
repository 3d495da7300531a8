package dev.upheld.probe.keep;

import dev.upheld.verdict.Claim;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Judgement;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When verdicts turn by time alone. Pure. Instants are whole microseconds, as the store keeps them,
 * so the first instant after a limit is one microsecond later.
 *
 * @param claim what is judged
 * @param evidence all that may count
 */
public record Timeline(Claim claim, List<Evidence> evidence, Freshness freshness) {
  /** The smallest step of time the store knows. */
  public static final Duration TICK = Duration.ofNanos(1_000);

  public Timeline {
    evidence = List.copyOf(evidence);
  }

  /**
   * A verdict from an instant on.
   *
   * @param at the first instant
   */
  public record Turned(Instant at, Judgement judgement) {
    public Verdict verdict() {
      return judgement.verdict();
    }
  }

  /** The judgement at an instant. */
  public Judgement at(Instant now) {
    return Verdicts.judge(claim, evidence, now, freshness);
  }

  /**
   * Every change after one instant and before another.
   *
   * @param was the verdict at {@code from}; empty where there was none
   */
  public List<Turned> between(Optional<Verdict> was, Instant from, Instant to) {
    List<Turned> turned = new ArrayList<>();
    Optional<Verdict> last = was;
    for (Instant limit : limits().filter(i -> i.isAfter(from) && i.isBefore(to)).toList()) {
      Judgement judgement = at(limit);
      if (!last.equals(Optional.of(judgement.verdict()))) {
        turned.add(new Turned(limit, judgement));
        last = Optional.of(judgement.verdict());
      }
    }
    return turned;
  }

  /** The change at an instant, given the verdict just before. */
  public Optional<Turned> on(Optional<Verdict> was, Instant now) {
    Judgement judgement = at(now);
    return was.equals(Optional.of(judgement.verdict()))
        ? Optional.empty()
        : Optional.of(new Turned(now, judgement));
  }

  /** When the present verdict will turn by time alone, after this instant; empty for never. */
  public Optional<Turned> next(Instant now) {
    Optional<Verdict> was = Optional.of(at(now).verdict());
    return between(was, now, Instant.MAX).stream().findFirst();
  }

  private Stream<Instant> limits() {
    return evidence.stream().flatMap(this::limits).distinct().sorted();
  }

  private Stream<Instant> limits(Evidence e) {
    return Stream.concat(
            Stream.of(e.at().plus(freshness.fresh()), e.at().plus(freshness.worthless())),
            e.until().stream())
        .map(i -> i.plus(TICK));
  }
}

package dev.upheld.verdict;

import dev.upheld.charter.promise.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From evidence to verdict. Pure: the same claim, evidence and instant always give the same
 * judgement, in whatever order the evidence comes. As time passes and nothing new is seen, a
 * verdict never gets better.
 */
public final class Verdicts {
  private Verdicts() {}

  /**
   * The worst last among equal instants (worse found, sooner ended), and total, so that the order
   * in which evidence comes can never matter.
   */
  private static final Comparator<Evidence> BY_TIME =
      Comparator.comparing(Evidence::at)
          .thenComparing(Verdicts::found, Comparator.comparingInt(Verdicts::badness))
          .thenComparing(e -> e.until().orElse(Instant.MAX), Comparator.reverseOrder())
          .thenComparing(Evidence::toString);

  /**
   * Judges one promise.
   *
   * <ul>
   *   <li>Evidence about another promise, or about another wording or binding, does not count, nor
   *       does an attestation where the promise can be probed.
   *   <li>A counter-example stays until a later clean measurement of everything by the same kind of
   *       source. Being unable to look does not heal.
   *   <li>Otherwise the latest evidence of each kind of source speaks, and the worst of them
   *       counts.
   *   <li>Evidence dated in the future is not trusted, except that a counter-example is never
   *       hidden.
   * </ul>
   */
  public static Judgement judge(
      Claim claim, List<Evidence> evidence, Instant now, Freshness freshness) {
    Map<Evidence.Source, List<Evidence>> counting = new EnumMap<>(Evidence.Source.class);
    for (Evidence e : evidence) {
      if (counts(claim, e) && trusted(e, now, freshness)) {
        counting.computeIfAbsent(e.source(), s -> new ArrayList<>()).add(e);
      }
    }
    List<Judgement> opinions =
        counting.values().stream().map(of -> opinion(of, now, freshness)).toList();
    return opinions.isEmpty() ? nothingCounts(claim, evidence) : worstOf(opinions);
  }

  /** The worst of several, as for a clause that rests on several promises; empty for none. */
  public static Optional<Verdict> worst(Collection<Verdict> verdicts) {
    return verdicts.stream().reduce(Verdict::worse);
  }

  private static boolean counts(Claim claim, Evidence e) {
    return e.promise().equals(claim.promise())
        && e.digest().equals(claim.digest())
        && (e.source() != Evidence.Source.ATTESTATION || claim.way() == Way.ATTEST);
  }

  private static boolean trusted(Evidence e, Instant now, Freshness freshness) {
    return e.outcome() == Outcome.VIOLATED || !e.at().isAfter(now.plus(freshness.skew()));
  }

  /** What the evidence of one kind of source says; the list is not empty. */
  private static Judgement opinion(List<Evidence> of, Instant now, Freshness freshness) {
    Optional<Evidence> violation = latest(of, Outcome.VIOLATED);
    Optional<Evidence> clean = latest(of, Outcome.CLEAN);
    boolean healed =
        violation.isEmpty() || clean.filter(c -> c.at().isAfter(violation.get().at())).isPresent();
    return healed
        ? current(of.stream().max(BY_TIME).orElseThrow(), now, freshness)
        : new Judgement(Verdict.BROKEN, List.of(violation.get()), violation.get().summary());
  }

  private static Optional<Evidence> latest(List<Evidence> of, Outcome outcome) {
    return of.stream().filter(e -> found(e) == outcome).max(BY_TIME);
  }

  private static Judgement current(Evidence last, Instant now, Freshness freshness) {
    return switch (found(last)) {
      case VIOLATED -> new Judgement(Verdict.BROKEN, List.of(last), last.summary());
      case UNSEEN -> new Judgement(Verdict.UNPROVEN, List.of(last), last.summary());
      case DOUBTFUL -> aged(last, Verdict.AT_RISK, now, freshness);
      case CLEAN -> aged(last, Verdict.UPHELD, now, freshness);
    };
  }

  private static Judgement aged(Evidence last, Verdict best, Instant now, Freshness freshness) {
    return last.until().isPresent() || last.source() == Evidence.Source.ATTESTATION
        ? untilItEnds(last, best, now)
        : byAge(last, best, now, freshness);
  }

  private static Judgement untilItEnds(Evidence last, Verdict best, Instant now) {
    if (last.until().isEmpty()) {
      return new Judgement(
          Verdict.UNPROVEN, List.of(last), "The attestation names no day on which it ends.");
    }
    return now.isAfter(last.until().get())
        ? new Judgement(
            Verdict.UNPROVEN, List.of(last), "What was attested ended " + day(last.until().get()))
        : new Judgement(best, List.of(last), last.summary());
  }

  private static Judgement byAge(Evidence last, Verdict best, Instant now, Freshness freshness) {
    Duration age = Duration.between(last.at(), now);
    if (age.compareTo(freshness.worthless()) > 0) {
      return new Judgement(
          Verdict.UNPROVEN,
          List.of(last),
          "Last measured " + day(last.at()) + ", too long ago to count.");
    }
    if (age.compareTo(freshness.fresh()) > 0) {
      return new Judgement(
          Verdict.AT_RISK.worse(best),
          List.of(last),
          "Not measured since " + day(last.at()) + ". " + last.summary());
    }
    return new Judgement(best, List.of(last), last.summary());
  }

  private static Judgement worstOf(List<Judgement> opinions) {
    Verdict worst = worst(opinions.stream().map(Judgement::verdict).toList()).orElseThrow();
    List<Judgement> decisive = opinions.stream().filter(o -> o.verdict() == worst).toList();
    return new Judgement(
        worst,
        decisive.stream().flatMap(o -> o.restsOn().stream()).toList(),
        String.join(" ", decisive.stream().map(Judgement::why).distinct().toList()));
  }

  private static Judgement nothingCounts(Claim claim, List<Evidence> evidence) {
    boolean changed =
        evidence.stream()
            .anyMatch(
                e -> e.promise().equals(claim.promise()) && !e.digest().equals(claim.digest()));
    return new Judgement(
        Verdict.UNPROVEN,
        List.of(),
        changed
            ? "Its wording or its binding changed since it was last measured."
            : "Nothing says yet that it holds.");
  }

  /**
   * What the evidence is worth: "clean" of a part is not clean, whoever wrote it. Attestations and
   * acts cover what their document says and have no places to count.
   */
  public static Outcome found(Evidence e) {
    boolean part = e.coverage().placesSeen() < e.coverage().places();
    return e.outcome() == Outcome.CLEAN && part ? Outcome.UNSEEN : e.outcome();
  }

  private static int badness(Outcome outcome) {
    return switch (outcome) {
      case CLEAN -> 0;
      case DOUBTFUL -> 1;
      case UNSEEN -> 2;
      case VIOLATED -> 3;
    };
  }

  private static String day(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}

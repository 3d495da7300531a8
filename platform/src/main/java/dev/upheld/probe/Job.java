package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.verdict.Claim;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Judgement;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One promise on its way through a run: planned, asked, judged. */
sealed interface Job {

  Promise promise();

  /** What must be asked for it; empty when it is not measured. */
  List<Inquiry<?>> inquiries();

  /** What came of it; the replies are those to its inquiries, in order. */
  PromiseResult result(List<Reply> replies, Scene scene, Freshness freshness);

  /** How it would be measured. */
  Explanation explain(Lanes lanes, Scene scene);

  static Job plan(Promise promise, Optional<Prober> prober, Scene scene) {
    if (prober.isEmpty()) {
      return unmeasurable(promise);
    }
    try {
      ProbePlan plan = Unreviewed.added(promise, prober.get().plan(promise, scene), scene);
      boolean nothingToSee = plan.inquiries().isEmpty() && plan.findings().isEmpty();
      // seeing nothing would be evidence, and stand against the word of whoever attests it
      boolean beyondUs = !plan.gaps().isEmpty() || !plan.beyond().isEmpty();
      return promise.header().way() == Way.ATTEST && nothingToSee && beyondUs
          ? unmeasurable(promise)
          : new Measured(promise, prober.get(), plan);
    } catch (RuntimeException e) {
      return new Failed(promise, said("planning", promise, e), List.of());
    }
  }

  private static Unmeasured unmeasurable(Promise promise) {
    return promise.header().way() == Way.ATTEST
        ? new Unmeasured(
            promise,
            ExitCode.Cause.NO_ATTESTATION,
            "No program can see it: a person must confirm it with a document, and nobody has.")
        : new Unmeasured(
            promise,
            ExitCode.Cause.NO_DUTY,
            promise instanceof Promise.Answer
                ? "Whether requests are answered in time is measured by the server, which has them."
                : "The duty that keeps it, " + promise.duty().id() + ", is not built yet.");
  }

  private static String said(String doing, Promise promise, RuntimeException e) {
    Problem problem =
        e instanceof ProblemException p
            ? p.problems().getFirst()
            : Prove.fault(doing + " " + promise.id(), e);
    return Wording.of(problem);
  }

  private static Evidence evidence(
      Claim claim, Observation seen, List<Reply> replies, Scene scene) {
    return new Evidence(
        claim.promise(),
        claim.digest(),
        Evidence.Source.PROBE,
        seen.outcome(),
        seen.summary(),
        seen.figures(),
        seen.coverage(),
        scene.now(),
        took(replies),
        asked(replies),
        seen.reasons(),
        Optional.empty());
  }

  private static Duration took(List<Reply> replies) {
    return replies.stream()
        .map(r -> r instanceof Reply.Came<?> came ? came.answered().took() : Duration.ZERO)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Asked> asked(List<Reply> replies) {
    return replies.stream()
        .flatMap(
            r ->
                r instanceof Reply.Came<?> came ? came.answered().asked().stream() : Stream.empty())
        .distinct()
        .toList();
  }

  /**
   * It would be measured, but planning or judging failed. That leaves evidence of its own: nothing
   * was seen, so what was seen earlier must not go on counting as if it were measured today.
   *
   * @param why without data
   * @param inquiries what was asked before it failed
   */
  record Failed(Promise promise, String why, List<Inquiry<?>> inquiries) implements Job {

    @Override
    public PromiseResult result(List<Reply> replies, Scene scene, Freshness freshness) {
      List<Evidence> evidence = claim(scene).map(c -> unseen(c, replies, scene)).stream().toList();
      return new PromiseResult(
          promise,
          new Judgement(Verdict.UNPROVEN, evidence, why),
          evidence,
          ExitCode.Cause.NOT_SEEN,
          Optional.of(why));
    }

    /**
     * Empty where evidence would harm: no program may ever see what a person attests, so nothing
     * would replace it, and it would stand against the person's word for ever.
     */
    private Optional<Claim> claim(Scene scene) {
      if (promise.header().way() == Way.ATTEST && inquiries.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(Claims.of(promise, scene.assignment()));
      } catch (RuntimeException e) {
        return Optional.empty(); // this may be the very fault that is being told
      }
    }

    private Evidence unseen(Claim claim, List<Reply> replies, Scene scene) {
      Observation nothing =
          new Observation(
              Outcome.UNSEEN,
              "Not measured. " + why,
              List.of(),
              new Coverage(0, 0, 0),
              List.of(why),
              false);
      return evidence(claim, nothing, replies, scene);
    }

    @Override
    public Explanation explain(Lanes lanes, Scene scene) {
      return new Explanation(promise, List.of(), List.of(), List.of(), List.of(), Optional.of(why));
    }
  }

  /** Nobody measures it. */
  record Unmeasured(Promise promise, ExitCode.Cause cause, String why) implements Job {

    @Override
    public List<Inquiry<?>> inquiries() {
      return List.of();
    }

    @Override
    public PromiseResult result(List<Reply> replies, Scene scene, Freshness freshness) {
      return new PromiseResult(
          promise,
          new Judgement(Verdict.UNPROVEN, List.of(), why),
          List.of(),
          cause,
          Optional.of(why));
    }

    @Override
    public Explanation explain(Lanes lanes, Scene scene) {
      return new Explanation(promise, List.of(), List.of(), List.of(), List.of(), Optional.of(why));
    }
  }

  /** A prober measures it. */
  record Measured(Promise promise, Prober prober, ProbePlan plan) implements Job {

    @Override
    public List<Inquiry<?>> inquiries() {
      return plan.inquiries();
    }

    @Override
    public PromiseResult result(List<Reply> replies, Scene scene, Freshness freshness) {
      try {
        Observation seen = prober.judge(promise, plan, replies, scene);
        Claim claim = Claims.of(promise, scene.assignment());
        Evidence evidence = evidence(claim, seen, replies, scene);
        Judgement judgement = Verdicts.judge(claim, List.of(evidence), scene.now(), freshness);
        return new PromiseResult(
            promise, judgement, List.of(evidence), cause(seen), Optional.empty(), seen.drift());
      } catch (RuntimeException e) {
        return new Failed(promise, said("judging", promise, e), plan.inquiries())
            .result(replies, scene, freshness);
      }
    }

    private static ExitCode.Cause cause(Observation seen) {
      if (seen.outcome() != Outcome.UNSEEN) {
        return ExitCode.Cause.MEASURED;
      }
      return seen.onlyBeyond() ? ExitCode.Cause.NO_DUTY : ExitCode.Cause.NOT_SEEN;
    }

    @Override
    public Explanation explain(Lanes lanes, Scene scene) {
      Set<String> wheres = plan.wheres();
      return new Explanation(
          promise,
          scene.places(p -> true).stream().filter(p -> wheres.contains(p.where())).toList(),
          plan.inquiries().stream().map(inquiry -> query(inquiry, lanes)).toList(),
          Stream.concat(
                  plan.gaps().stream()
                      .map(g -> g.where().isEmpty() ? g.text() : g.where() + ": " + g.text()),
                  plan.beyond().stream())
              .distinct()
              .toList(),
          plan.findings(),
          Optional.empty());
    }

    private static Explanation.Query query(Inquiry<?> inquiry, Lanes lanes) {
      try {
        List<Asked> texts = lanes.lane(inquiry.system()).orElseThrow().compile(inquiry);
        return new Explanation.Query(inquiry.where(), texts, Optional.empty());
      } catch (RuntimeException e) {
        Problem problem =
            e instanceof ProblemException p
                ? p.problems().getFirst()
                : Prove.fault("compiling a question", e);
        return new Explanation.Query(inquiry.where(), List.of(), Optional.of(problem));
      }
    }
  }
}

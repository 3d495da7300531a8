package dev.upheld.probe.board;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person should look at. A promise stands in {@code needs} or {@code due} at most once.
 *
 * @param at the instant of judgement
 * @param needs what needs a person, the most urgent first
 * @param due what has a date ahead, soonest first
 * @param changed verdicts that changed, newest first
 */
public record WorkList(Instant at, List<Item> needs, List<Item> due, List<Change> changed) {
  public WorkList {
    needs = List.copyOf(needs);
    due = List.copyOf(due);
    changed = List.copyOf(changed);
  }

  /**
   * One thing to do.
   *
   * @param why the grounds, in evidence's words
   * @param mine whether the person looking is the one assigned
   * @param date the date that matters, and what it means
   * @param action the one next step
   */
  public record Item(
      PromiseId promise,
      String sentence,
      Verdict verdict,
      Reason reason,
      String why,
      Care care,
      boolean mine,
      Optional<When> date,
      Action action) {}

  /** A date with its meaning. */
  public record When(Sense sense, Instant at) {}

  /** What a date means. */
  public enum Sense {
    /** Since when it is so. */
    SINCE,
    /** When the owner wanted it mended. */
    DUE,
    /** When what was attested ends. */
    ENDS,
    /** When the evidence will be too old to count at all. */
    AGES
  }

  /** Why something stands on the list. */
  public enum Reason {
    /** Broken, and nobody has acknowledged it. */
    BROKEN_NEW,
    /** Broken and acknowledged: the owner mends it. */
    BROKEN_KNOWN,
    /** A doubt only a person can settle. */
    DOUBT,
    /** The evidence grows old. */
    EVIDENCE_OLD,
    /** A measurement failed or could not see everything. */
    NOT_SEEN,
    /** Only a person can confirm it, and nobody has. */
    TO_ATTEST,
    /** What was attested ends soon, or ended. */
    ATTESTATION_ENDS,
    /** Broken or unproven, and nobody answers for it. */
    NO_OWNER
  }

  /** The next step. */
  public enum Action {
    ACKNOWLEDGE,
    ASSIGN,
    ATTEST,
    PROVE,
    OPEN
  }

  /**
   * A verdict that changed.
   *
   * @param sentence empty text when the charter no longer has the promise
   * @param why in evidence's words
   */
  public record Change(
      PromiseId promise, String sentence, Verdict from, Verdict to, Instant at, String why) {}
}

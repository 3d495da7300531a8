package dev.upheld.probe.board;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.journal.ReferenceId;
import dev.upheld.verdict.Judgement;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All about one promise.
 *
 * @param promise what the charter says, with place, law and its confidence
 * @param activity title of the activity; empty for the company as a whole
 * @param judgement as of now
 * @param since when it got this verdict; empty while nobody has recorded it
 * @param evidence the pieces the verdict rests on first, then the others, newest first; at most 100
 * @param history the last year, in order, without overlap; what no segment covers was not known
 * @param doubts findings that doubt the promise itself in law; kept apart from the verdict
 * @param places what it is bound to: {@code eu-main/candidate}
 * @param mend what to do when it is broken or unproven, one sentence each; may be empty
 * @param care who looks after it
 * @param comments oldest first
 * @param attestable whether a person may give evidence for it
 */
public record PromiseFile(
    Promise promise,
    Optional<String> activity,
    Judgement judgement,
    Optional<Instant> since,
    List<Kept> evidence,
    List<Segment> history,
    List<Finding> doubts,
    List<String> places,
    List<String> mend,
    Care care,
    List<Comment> comments,
    boolean attestable) {
  public PromiseFile {
    evidence = List.copyOf(evidence);
    history = List.copyOf(history);
    doubts = List.copyOf(doubts);
    places = List.copyOf(places);
    mend = List.copyOf(mend);
    comments = List.copyOf(comments);
  }

  /** A time during which one verdict held: from the first instant to before the second. */
  public record Segment(Instant from, Instant to, Verdict verdict) {}

  /**
   * What a person wrote; plain text.
   *
   * @param by empty once the person was forgotten
   */
  public record Comment(Optional<ReferenceId> by, Instant at, String text) {}
}

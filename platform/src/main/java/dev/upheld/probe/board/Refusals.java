package dev.upheld.probe.board;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** What an act must fulfil. Pure. */
final class Refusals {
  private static final int LONGEST_COMMENT = 4_000;
  private static final int LONGEST_DOCUMENT = 500;
  private static final Duration FARTHEST = Duration.ofDays(5 * 366);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private Refusals() {}

  static void comment(String text) {
    if (text.isBlank() || text.length() > LONGEST_COMMENT || !canBeKept(text)) {
      throw BoardProblem.COMMENT.because(
          "A comment has 1 to 4,000 characters.", "Write something, or make it shorter.");
    }
  }

  static void due(Assigned to, Instant now) {
    if (to.due().filter(d -> !d.isAfter(now)).isPresent()) {
      throw BoardProblem.DUE_PAST.because(
          "The day to mend it by is past.", "Give today or a later day.");
    }
    if (to.due().filter(d -> isTooFar(d, now)).isPresent()) {
      throw BoardProblem.DUE.because(
          "The day to mend it by is more than five years ahead.", "Give an earlier day.");
    }
  }

  static void attestation(Promise promise, Attestation a, Instant now) {
    if (promise.header().way() != Way.ATTEST) {
      throw BoardProblem.NOT_ATTESTABLE.because(
          "The promise "
              + promise.id()
              + " can be measured: a person's word is no evidence for it.",
          "Have it measured.");
    }
    if (a.document().isBlank()
        || a.document().length() > LONGEST_DOCUMENT
        || !canBeKept(a.document())) {
      throw BoardProblem.DOCUMENT.because(
          "The document is not named in 1 to 500 characters.",
          "Say which document it is and where it is kept.");
    }
    if (a.digest().filter(d -> !SHA256.matcher(d).matches()).isPresent()) {
      throw BoardProblem.DIGEST.because(
          "The digest is not one of SHA-256.", "Give 64 hexadecimal digits, or none.");
    }
    until(a.until(), now);
  }

  private static void until(Instant until, Instant now) {
    if (!until.isAfter(now)) {
      throw BoardProblem.UNTIL_PAST.because(
          "The last day of the attestation is past.", "Give today or a later day.");
    }
    if (isTooFar(until, now)) {
      throw BoardProblem.UNTIL.because(
          "The last day of the attestation is more than five years ahead.",
          "Give a day on which somebody will look again.");
    }
  }

  /** Neither the character no database takes, nor half of one. */
  private static boolean canBeKept(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static boolean isTooFar(Instant at, Instant now) {
    return at.isAfter(now.plus(FARTHEST));
  }
}

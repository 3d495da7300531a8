package dev.upheld.duty.retention;

/**
 * Why somebody decided, in their own words: enough to say something, and no more than is kept.
 *
 * @param longest how many characters are kept
 */
public record Reason(int longest) {
  /** A reason is longer than a word. */
  public static final int SHORTEST = 5;

  /** Of a pause. */
  public static final Reason PAUSE = new Reason(1_000);

  /** Of a review. */
  public static final Reason REVIEW = new Reason(2_000);

  /**
   * What was said, without the space around it.
   *
   * @throws dev.upheld.kernel.ProblemException where it is too short or too long
   */
  String said(String given) {
    String said = given.strip();
    if (said.length() < SHORTEST || said.length() > longest) {
      throw RetentionProblem.REASON.because(
          "This is decided for a reason, and none was given that says one.",
          "Write from " + SHORTEST + " to " + longest + " characters.");
    }
    return said;
  }
}

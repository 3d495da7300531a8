package dev.upheld.verdict;

/** What one measurement found. */
public enum Outcome {
  /** Everything was looked at and nothing breaks the promise. */
  CLEAN,
  /** At least one counter-example was seen; that stands even when not all could be seen. */
  VIOLATED,
  /** Something may be wrong and a person must look. */
  DOUBTFUL,
  /** Nothing wrong was seen, but not everything could be seen, or a measurement failed. */
  UNSEEN
}

package dev.upheld.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one request must be answered, seen every way the law allows.
 *
 * @param rule the rule it follows
 * @param received the day of receipt
 * @param target our own shorter date, where the rule has one
 * @param plain without suspension; empty where the law gives no figure in days
 * @param suspended with the pauses so far counted out; equals {@code plain} when there is none
 * @param extended without suspension, once the extension has been announced in time; empty where
 *     there is no extension that was read in a source
 * @param extendedSuspended the same with the pauses counted out
 */
public record Deadline(
    DeadlineRule rule,
    LocalDate received,
    Optional<LocalDate> target,
    Optional<DueDate> plain,
    Optional<DueDate> suspended,
    Optional<DueDate> extended,
    Optional<DueDate> extendedSuspended) {

  /**
   * The date to work towards: the earliest of all that may hold. Empty where the law names no
   * figure and the pack no target: then "without undue delay" is for a person to judge.
   */
  public Optional<LocalDate> steerBy() {
    return Stream.concat(
            target.stream(), Stream.concat(plain.stream(), suspended.stream()).map(DueDate::due))
        .min(LocalDate::compareTo);
  }

  /** The last day to announce an extension, with reasons: the plain end, days off not heeded. */
  public Optional<LocalDate> extensionNoticeBy() {
    return extended.isPresent() ? plain.map(DueDate::counted) : Optional.empty();
  }
}

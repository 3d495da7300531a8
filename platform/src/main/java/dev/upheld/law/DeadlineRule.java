package dev.upheld.law;

import java.util.Optional;
import java.util.Set;

/**
 * How long the law gives to answer.
 *
 * @param reference its article; its key is the name of the rule
 * @param rights the rights it is for
 * @param answer the time to answer, from receipt
 * @param extension how much may be added once, from the end of {@code answer}
 * @param target a shorter time of our own making where the law gives no figure or a doubtful one
 * @param suspendedBy what stops the clock
 * @param roll what a day off at the end does
 */
public record DeadlineRule(
    LawReference reference,
    Set<RightId> rights,
    Sourced<Span> answer,
    Optional<Sourced<Span>> extension,
    Optional<Sourced<Span>> target,
    Sourced<Set<SuspensionGround>> suspendedBy,
    Sourced<Roll> roll) {
  public DeadlineRule {
    rights = Set.copyOf(rights);
  }

  /** The name of the rule within its pack. */
  public String key() {
    return reference.key();
  }
}

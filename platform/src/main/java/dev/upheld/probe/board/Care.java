package dev.upheld.probe.board;

import dev.upheld.journal.ReferenceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who looks after a promise.
 *
 * @param named whom the charter names: a role or an address of the company
 * @param owner the person assigned, who comes before the one named
 * @param due when the owner wants it mended
 * @param acknowledged who has seen the present verdict; empty when nobody has
 */
public record Care(
    Optional<String> named,
    Optional<ReferenceId> owner,
    Optional<Instant> due,
    Optional<Mark> acknowledged) {

  /** Whether anybody answers for it. */
  public boolean owned() {
    return named.isPresent() || owner.isPresent();
  }

  /**
   * Who did something, and when.
   *
   * @param by empty once the person was forgotten
   */
  public record Mark(Optional<ReferenceId> by, Instant at) {}
}

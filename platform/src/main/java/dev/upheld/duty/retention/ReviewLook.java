package dev.upheld.duty.retention;

import java.time.LocalDate;

/**
 * A look at what would go if a review decided so.
 *
 * @param before rows of before this day
 * @param look how far it is, and what it saw; its digest is what a decision names
 */
public record ReviewLook(LocalDate before, Look look) {

  /** Whether it came to its end and saw what would go. */
  public boolean saw() {
    return look.found().filter(f -> f.would().isPresent() && f.due().isPresent()).isPresent();
  }
}

package dev.upheld.duty.request;

import dev.upheld.duty.request.Directives.Directive;
import dev.upheld.duty.request.Directives.Wish;
import java.util.Optional;

/**
 * Whoever died, and what they wanted. From then on the request is about their data and not about
 * that of whoever asks. Part of the file, sealed with its key.
 *
 * @param address by which they were known
 * @param identifiers by which the systems know them, one {@code word: value} a line; may be empty
 * @param directive what they wanted when the death was noted; empty where they left nothing
 * @param heir whether it was made sure that the person they named asks
 */
public record Departed(
    String address, String identifiers, Optional<Directive> directive, boolean heir) {

  private Wish wish() {
    return directive.map(Directive::wish).orElse(Wish.ERASE);
  }

  /** Whether somebody was named who has to be found first. */
  public boolean waitsForHeir() {
    return !heir && wish() != Wish.ERASE;
  }

  /** Whether the person who asks gets a copy. */
  public boolean handsOver() {
    return heir && wish() != Wish.ERASE;
  }

  /** Whether the data goes: never before the person who was named has a copy. */
  public boolean erases() {
    return switch (wish()) {
      case ERASE -> true;
      case HAND_OVER -> heir;
      case KEEP -> false;
    };
  }

  Departed named() {
    return new Departed(address, identifiers, directive, true);
  }

  @Override
  public String toString() {
    return "Departed[" + wish() + "]";
  }
}

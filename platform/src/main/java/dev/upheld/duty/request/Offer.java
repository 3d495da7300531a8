package dev.upheld.duty.request;

import dev.upheld.law.Sourced;
import java.util.List;

/**
 * One thing people can ask for.
 *
 * @param right its word: {@code access}; {@link #OTHER} for whatever has no name
 * @param byLaw the articles that give it, as lawyers cite them; empty when no law does
 * @param promised whether the company promises it
 * @param limits grounds on which the law lets it be refused or limited, each with its article
 * @param extendable whether a law lets the answer take longer in a complex case
 */
public record Offer(
    String right,
    List<String> byLaw,
    boolean promised,
    List<Sourced<String>> limits,
    boolean extendable) {
  /** Something else. */
  public static final String OTHER = "other";

  public Offer {
    byLaw = List.copyOf(byLaw);
    limits = List.copyOf(limits);
  }

  /** Something else, of which neither law nor promise speaks. */
  static Offer other() {
    return new Offer(OTHER, List.of(), false, List.of(), false);
  }
}

package dev.upheld.charter.promise;

import java.util.Optional;
import java.util.Set;

/**
 * Within which bounds a recipient receives data.
 *
 * @param recipient its word
 * @param purpose what for, in words
 * @param when the condition, in words
 * @param products only for these; empty means all
 * @param residents only people residing in these countries; empty means all
 */
public record Share(
    String recipient,
    Optional<String> purpose,
    Optional<String> when,
    Set<String> products,
    Set<String> residents) {
  public Share {
    products = Set.copyOf(products);
    residents = Set.copyOf(residents);
  }
}

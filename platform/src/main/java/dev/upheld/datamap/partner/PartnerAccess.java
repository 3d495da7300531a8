package dev.upheld.datamap.partner;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How one system of {@code systems.yaml} is reached that is a partner with a file.
 *
 * @param key what opens it; empty when the reference could not be resolved
 * @param address of the partner's file, or the one that {@code systems.yaml} puts in its place
 * @param activities of the charter that its data serves; empty when nobody said
 * @param unreachable why {@code key} is empty
 */
public record PartnerAccess(
    Partner partner,
    Optional<Secret<String>> key,
    URI address,
    Set<String> activities,
    Optional<Problem> unreachable) {
  public PartnerAccess {
    activities = Set.copyOf(activities);
  }
}

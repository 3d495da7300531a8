package dev.upheld.probe;

import dev.upheld.datamap.SystemEntry;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What of a system's entry belongs to the binding of a promise. Its account, its password and its
 * timeouts do not: changing them changes nothing in what a measurement meant.
 *
 * @param address kind, host, port and database; empty for a system that is only declared
 */
public record SystemFacts(
    String id,
    Optional<String> address,
    Optional<String> country,
    Optional<SystemEntry.CountryProof> proof,
    List<String> networks,
    Optional<String> operator,
    ZoneId zone) {

  static SystemFacts of(SystemEntry entry) {
    return new SystemFacts(
        entry.id(),
        entry.access().map(e -> e.kind() + "://" + e.host() + ":" + e.port() + "/" + e.database()),
        entry.country(),
        entry.proof(),
        entry.networks(),
        entry.operator(),
        entry.zone());
  }
}

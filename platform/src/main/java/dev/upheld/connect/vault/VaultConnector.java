package dev.upheld.connect.vault;

import dev.upheld.connect.Capability;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Archives of encrypted files. */
public final class VaultConnector implements Connector {

  @Override
  public String kind() {
    return SystemEntry.VAULT;
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.COUNT_GAPS, Capability.SIFT));
  }

  @Override
  public Session open(SystemEntry system, Endpoint endpoint) {
    return new VaultSession(
        system.id(), Vault.of(system), endpoint.statementTimeout(), Instant.now());
  }
}

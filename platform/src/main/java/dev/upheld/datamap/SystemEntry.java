package dev.upheld.datamap;

import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One system of {@code systems.yaml}.
 *
 * @param id the word the data map and the evidence use
 * @param access how to reach it; empty for systems that are only declared (a partner without a
 *     connector)
 * @param unreachable why {@code access} could not be resolved (an environment variable is not set);
 *     empty when it could
 * @param country ISO 3166-1 alpha-2, as labelled
 * @param proof the document behind the label
 * @param networks the address ranges the operator documents, CIDR; empty when not stated
 * @param operator company or recipient id that runs it
 * @param zone how timestamps without a zone are to be read
 * @param acting the same by an account that may change it; empty where none is named
 * @param partner how to call it, for a service of another company; then {@code access} is empty
 * @param retention when and how fast what is past its time may go
 * @param folder the logs in it, for a folder; empty for all other kinds
 * @param schemas schemas, or other databases of the same server, in which the data map names tables
 */
public record SystemEntry(
    String id,
    Optional<Endpoint> access,
    Optional<Problem> unreachable,
    Optional<String> country,
    Optional<CountryProof> proof,
    List<String> networks,
    Optional<String> operator,
    ZoneId zone,
    Location at,
    Optional<Endpoint> acting,
    Optional<PartnerAccess> partner,
    RunWindow retention,
    Optional<LogFolder> folder,
    Set<String> schemas) {
  /** The kind of an archive of encrypted files; its folder stands where a database has its name. */
  public static final String VAULT = "vault";

  public SystemEntry {
    networks = List.copyOf(networks);
    schemas = Set.copyOf(schemas);
  }

  /** The same, with tables in these schemas as well. */
  public SystemEntry with(Set<String> named) {
    return new SystemEntry(
        id,
        access,
        unreachable,
        country,
        proof,
        networks,
        operator,
        zone,
        at,
        acting,
        partner,
        retention,
        folder,
        named);
  }

  /** A database with a single account, of which no data map speaks yet. */
  public SystemEntry(
      String id,
      Optional<Endpoint> access,
      Optional<Problem> unreachable,
      Optional<String> country,
      Optional<CountryProof> proof,
      List<String> networks,
      Optional<String> operator,
      ZoneId zone,
      Location at) {
    this(
        id,
        access,
        unreachable,
        country,
        proof,
        networks,
        operator,
        zone,
        at,
        Optional.empty(),
        Optional.empty(),
        RunWindow.ANY,
        Optional.empty(),
        Set.of());
  }

  /** Whether it is an archive of encrypted files, and its folder and key are known here. */
  public boolean isVault() {
    return access.filter(e -> e.kind().equals(VAULT)).isPresent();
  }

  /** How to reach it to change something: by the account for that, or by the only one. */
  public Optional<Endpoint> hands() {
    return acting.or(() -> access);
  }

  /**
   * The document behind a country label.
   *
   * @param document path inside the workspace
   * @param until last day on which it counts
   * @param present whether the file exists and is not empty
   */
  public record CountryProof(String document, LocalDate until, boolean present) {}
}

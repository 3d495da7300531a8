package dev.upheld.probe.memory;

import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.connect.Connector;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prober;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.probe.ProveReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace over systems in memory, and runs over it. */
public final class TestWorkspace {
  /** The instant of every run. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Map<String, SystemEntry> systems = new LinkedHashMap<>();
  private final List<Connector> connectors = new ArrayList<>();
  private final Map<String, Map<String, Place>> places = new LinkedHashMap<>();
  private final Map<String, Map<String, Place>> proposed = new LinkedHashMap<>();
  private final Map<String, Map<TableName, String>> ignored = new LinkedHashMap<>();
  private final List<Promise> promises = new ArrayList<>();
  private final Map<String, String> terms = new LinkedHashMap<>();
  private Path folder = Path.of("privacy");

  /** A system in memory with a label and a document behind it. */
  public MemorySystem system(String id) {
    return system(id, "FR", List.of());
  }

  public MemorySystem system(String id, String country, List<String> networks) {
    MemorySystem system = new MemorySystem("memory-" + id);
    connectors.add(system);
    Endpoint endpoint =
        new Endpoint(
            system.kind(),
            "db.example",
            5432,
            "nimbus",
            "reader",
            Secret.of("unused"),
            Map.of(),
            Duration.ofMinutes(5));
    entry(
        new SystemEntry(
            id,
            Optional.of(endpoint),
            Optional.empty(),
            country.isEmpty() ? Optional.empty() : Optional.of(country),
            Optional.of(proof(true, "2027-12-31")),
            networks,
            Optional.of("nimbus"),
            ZoneId.of("UTC"),
            new Location("systems.yaml", 2, 3)));
    return system;
  }

  /** A real system, reached by the connector of that kind. */
  public TestWorkspace real(String id, Connector connector, Endpoint endpoint) {
    connectors.removeIf(c -> c.kind().equals(connector.kind()));
    connectors.add(connector);
    return entry(
        new SystemEntry(
            id,
            Optional.of(endpoint),
            Optional.empty(),
            Optional.of("FR"),
            Optional.of(proof(true, "2027-12-31")),
            List.of(),
            Optional.of("nimbus"),
            ZoneId.of("UTC"),
            new Location("systems.yaml", 2, 3)));
  }

  public static SystemEntry.CountryProof proof(boolean present, String until) {
    return new SystemEntry.CountryProof("docs/hosting.md", LocalDate.parse(until), present);
  }

  /** Adds or replaces an entry of systems.yaml. */
  public TestWorkspace entry(SystemEntry entry) {
    systems.put(entry.id(), entry);
    places.computeIfAbsent(entry.id(), s -> new LinkedHashMap<>());
    return this;
  }

  public SystemEntry entry(String id) {
    return Optional.ofNullable(systems.get(id)).orElseThrow();
  }

  /** A system nothing connects to. */
  public TestWorkspace declared(String id, String country) {
    return entry(
        new SystemEntry(
            id,
            Optional.empty(),
            Optional.empty(),
            Optional.of(country),
            Optional.of(proof(true, "2027-12-31")),
            List.of(),
            Optional.empty(),
            ZoneId.of("UTC"),
            new Location("systems.yaml", 9, 3)));
  }

  /** The system's endpoint could not be resolved. */
  public TestWorkspace unresolved(String id, Problem why) {
    SystemEntry e = entry(id);
    return entry(
        new SystemEntry(
            id,
            Optional.empty(),
            Optional.of(why),
            e.country(),
            e.proof(),
            e.networks(),
            e.operator(),
            e.zone(),
            e.at()));
  }

  public TestWorkspace proof(String id, Optional<SystemEntry.CountryProof> proof) {
    SystemEntry e = entry(id);
    return entry(
        new SystemEntry(
            id,
            e.access(),
            e.unreachable(),
            e.country(),
            proof,
            e.networks(),
            e.operator(),
            e.zone(),
            e.at()));
  }

  /** Who runs a system. */
  public TestWorkspace operator(String id, Optional<String> operator) {
    SystemEntry e = entry(id);
    return entry(
        new SystemEntry(
            id,
            e.access(),
            e.unreachable(),
            e.country(),
            e.proof(),
            e.networks(),
            operator,
            e.zone(),
            e.at()));
  }

  /** Adds or replaces a place. */
  public TestWorkspace map(String system, TestPlace place) {
    Place built = place.build();
    places.computeIfAbsent(system, s -> new LinkedHashMap<>()).put(built.id(), built);
    return this;
  }

  /** Adds a place that a machine proposed and nobody has reviewed. */
  public TestWorkspace proposed(String system, TestPlace place) {
    Place built = place.build();
    proposed.computeIfAbsent(system, s -> new LinkedHashMap<>()).put(built.id(), built);
    return this;
  }

  public TestWorkspace unmap(String system, String place) {
    places.getOrDefault(system, Map.of()).remove(place);
    return this;
  }

  public TestWorkspace ignore(String system, String table) {
    ignored
        .computeIfAbsent(system, s -> new LinkedHashMap<>())
        .put(TableName.parse(table), "holds no personal data");
    return this;
  }

  public TestWorkspace term(String word, String term) {
    terms.put(word, term);
    return this;
  }

  public TestWorkspace folder(Path at) {
    folder = at;
    return this;
  }

  /** Adds a promise, or replaces the one of the same id. */
  public TestWorkspace promise(Promise promise) {
    promises.removeIf(p -> p.id().equals(promise.id()));
    promises.add(promise);
    return this;
  }

  /** A header for {@code nimbus/ACTIVITY/STATEMENT}. */
  public static Header header(String activity, String statement) {
    return header(activity, statement, Way.PROBE);
  }

  public static Header header(String activity, String statement, Way way) {
    return new Header(
        new PromiseId("nimbus", activity, statement),
        List.of("CC-05"),
        Optional.of(activity),
        "A promise of " + activity + ".",
        List.of(new LawRef("eu-gdpr", "GDPR Art. 5", "principles", "primary", "EUR-Lex")),
        way,
        new Location("charter.yaml", 7, 5),
        Optional.empty());
  }

  /** A header of a promise of the whole company. */
  public static Header companyWide(String subject, String statement) {
    Header h = header(subject, statement);
    return new Header(
        h.id(), h.clauses(), Optional.empty(), h.sentence(), h.law(), h.way(), h.at(), h.owner());
  }

  public Assignment assignment() {
    return new Assignment(
        folder, promises, terms, new DataMap(systems, places, proposed, ignored), PARIS);
  }

  public Prove prove(List<Prober> probers) {
    return prove(probers, Progress.SILENT);
  }

  public Prove prove(List<Prober> probers, Progress progress) {
    return new Prove(connectors, probers, InstantSource.fixed(NOW), progress);
  }

  public ProveReport run(List<Prober> probers) {
    return prove(probers).run(assignment());
  }

  /** The result of the only promise. */
  public PromiseResult result(List<Prober> probers) {
    return run(probers).results().getFirst();
  }
}

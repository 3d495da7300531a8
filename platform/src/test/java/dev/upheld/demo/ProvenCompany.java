package dev.upheld.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Connectors;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.MariadbDialect;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.demo.sql.Table;
import dev.upheld.duty.notice.Notice;
import dev.upheld.duty.residency.Residency;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.safeguard.Safeguard;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Prober;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestDatabase.Engine;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fictional company on a test server, and a copy of its workspace that points there. */
public final class ProvenCompany {
  private final Map<Database, Site> sites = new LinkedHashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Plan plan;
  private final Path workspace;

  private ProvenCompany(Plan plan, Path workspace) {
    this.plan = plan;
    this.workspace = workspace;
  }

  /** Makes it with the faults of the plan, and the workspace in a folder that may be missing. */
  public static ProvenCompany make(Engine engine, Plan plan, Names names, Path workspace) {
    ProvenCompany company = new ProvenCompany(plan, workspace);
    Map<Database, TestDatabase> databases = new LinkedHashMap<>();
    for (Database each : plan.profile().databases()) {
      TestDatabase database = server(engine).freshDatabase();
      databases.put(each, database);
      company.sites.put(each, new Site(each, database::connect, dialect(engine), names));
    }
    Company.generate(List.copyOf(company.sites.values()), plan, Progress.SILENT);
    new WorkspaceCopy(ExampleWorkspace.find(plan.profile().id()), names, dialect(engine))
        .write(workspace);
    company.bind(engine, databases);
    return company;
  }

  /** Encrypted, as the charter promises. */
  private static TestServer server(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> Databases.postgresTls();
      case MARIADB -> Databases.mariadbTls();
    };
  }

  private static Dialect dialect(Engine engine) {
    return switch (engine) {
      case POSTGRESQL -> new PostgresDialect();
      case MARIADB -> new MariadbDialect();
    };
  }

  private void bind(Engine engine, Map<Database, TestDatabase> databases) {
    String kind = engine == Engine.POSTGRESQL ? "postgres" : "mariadb";
    Path file = workspace.resolve("systems.yaml");
    try {
      String systems = Files.readString(file).replace("kind: postgres", "kind: " + kind);
      for (Map.Entry<Database, TestDatabase> each : databases.entrySet()) {
        TestDatabase database = each.getValue();
        systems = systems.replace(each.getKey().name(), database.database());
        variables.put(each.getKey().variable(), "" + database.port());
      }
      Files.writeString(file, systems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TestDatabase any = databases.values().iterator().next();
    variables.put("UPHELD_DEMO_HOST", any.host());
    variables.put("UPHELD_DEMO_USER", any.user());
    variables.put("UPHELD_DEMO_PASSWORD", any.password());
  }

  /** Its charter, systems and data maps. */
  public Path workspace() {
    return workspace;
  }

  /** With these its workspace finds its databases. */
  public Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** Values that no page may show: addresses and telephone numbers of people in any table. */
  public List<String> personalValues() {
    return sites.entrySet().stream()
        .flatMap(
            site ->
                site.getKey().schema().tables().stream()
                    .flatMap(
                        table ->
                            Stream.of("email", "phone")
                                .filter(
                                    c -> table.columns().stream().anyMatch(k -> k.name().equals(c)))
                                .map(c -> "SELECT " + c + " FROM " + name(site.getValue(), table)))
                    .flatMap(sql -> Sites.ask(site.getValue(), sql).stream()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Makes the small tables in which systems remember what was done to them. */
  public void rememberActs() {
    sites
        .values()
        .forEach(
            site ->
                Sites.run(
                    site,
                    "CREATE TABLE upheld_act (act varchar(80) PRIMARY KEY,"
                        + " plan varchar(64) NOT NULL, figures text NOT NULL,"
                        + " at varchar(40) NOT NULL)"));
  }

  /** How many rows of people, in tables with a column for addresses, hold this one. */
  public long rowsOf(String email) {
    return personalValues().stream().filter(email::equals).count();
  }

  private String name(Site site, Table table) {
    return site.script(plan).quoted(table);
  }

  void plant(Fault fault) {
    Company.plant(Objects.requireNonNull(sites.get(fault.database())), plan, fault);
  }

  void heal(Fault fault) {
    Company.heal(Objects.requireNonNull(sites.get(fault.database())), plan, fault);
  }

  List<PromiseResult> prove() {
    WorkspaceReading reading = Workspaces.read(workspace, References.machine().overlaid(variables));
    assertThat(reading.faults()).isEmpty();
    Workspace read = reading.workspace().orElseThrow();
    return new Prove(
            Connectors.builtIn(), probers(), InstantSource.fixed(plan.now()), Progress.SILENT)
        .run(new Assignment(read.root(), read.promises(), read.terms(), read.map(), read.zone()))
        .results();
  }

  /** The verdict of every promise, by id. */
  Map<String, Verdict> verdicts() {
    return verdicts(prove());
  }

  static Map<String, Verdict> verdicts(List<PromiseResult> results) {
    return results.stream()
        .collect(Collectors.toMap(r -> r.promise().id().toString(), PromiseResult::verdict));
  }

  private static List<Prober> probers() {
    return Stream.of(
            Retention.probers(), Safeguard.probers(), Residency.probers(), Notice.probers())
        .flatMap(List::stream)
        .toList();
  }
}

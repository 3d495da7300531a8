package dev.upheld.demo;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.PostgresDialect;
import dev.upheld.kernel.Progress;
import dev.upheld.store.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * A fictional company, up and running: its databases on servers of their own, filled, and an
 * account that may read them. Ends with the process, also when that is interrupted; what was made
 * stays for the next start.
 */
public final class Demo implements AutoCloseable {
  /**
   * The data can be made again, so the log need not hold it: a table filled in the transaction that
   * creates it is synced when that commits, and a crash leaves the marker missing.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "wal_level", "minimal",
          "max_wal_senders", "0",
          "max_wal_size", "2GB",
          "checkpoint_timeout", "30min",
          "shared_buffers", "256MB",
          "work_mem", "16MB");

  private final List<Server> servers;
  private final Path workspace;
  private final References references;
  private final Map<String, String> variables;
  private final boolean made;

  private Demo(
      List<Server> servers,
      Path workspace,
      References below,
      Map<String, String> variables,
      boolean made) {
    this.servers = List.copyOf(servers);
    this.workspace = workspace;
    this.variables = Map.copyOf(variables);
    this.references = below.overlaid(variables);
    this.made = made;
  }

  /**
   * How to start it.
   *
   * @param home the demonstration's own folder, apart from what Upheld keeps of real companies
   * @param plan what the company shall be like, {@code now} being the present
   * @param references where values come from that the demo does not set
   * @param progress hears what takes long
   */
  public record Options(Path home, Plan plan, References references, Progress progress) {}

  /** One database and the server it is on. */
  private record Server(Database database, EmbeddedPostgres postgres) {
    Site site() {
      return new Site(
          database, () -> postgres.connect(database.name()), new PostgresDialect(), Names.OWN);
    }
  }

  /**
   * Starts the servers, or joins them where another process runs them, and makes the data where it
   * is missing, incomplete, other than asked for, or a day old. Old data is made anew rather than
   * shifted: to change every clock costs more than to write all rows again.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot
   */
  public static Demo start(Options options) {
    Path workspace = ExampleWorkspace.find(options.plan().profile().id());
    List<Server> servers = startAll(options);
    try {
      ProbeAccount account = ProbeAccount.in(options.home());
      boolean made;
      try (Turn turn = Turn.await(servers.getFirst().site(), options.progress())) {
        assert turn != null;
        ActAccount hands = new ActAccount(account.password());
        servers.forEach(s -> account.admit(s.site(), s.database().name()));
        servers.forEach(s -> hands.admit(s.site(), s.database().name()));
        servers.forEach(s -> AppRole.admit(s.site()));
        made = makeWhereNeeded(servers, options);
      }
      return new Demo(servers, workspace, options.references(), variables(servers, account), made);
    } catch (RuntimeException e) {
      servers.forEach(s -> s.postgres().close());
      throw e;
    }
  }

  /** Side by side: a server mostly waits for its disk while it starts. All of them, or none. */
  private static List<Server> startAll(Options options) {
    List<CompletableFuture<Server>> starting =
        options.plan().profile().databases().stream()
            .map(
                d ->
                    CompletableFuture.supplyAsync(
                        () -> start(d, options), Thread::startVirtualThread))
            .toList();
    try {
      return starting.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      starting.forEach(s -> s.exceptionally(failed -> null).thenAccept(Demo::close).join());
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void close(@Nullable Server started) {
    if (started != null) {
      started.postgres().close();
    }
  }

  private static Server start(Database database, Options options) {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            EmbeddedPostgres.Options.in(options.home(), database.id())
                .withSettings(SETTINGS)
                .withTls()
                .withProgress(options.progress()));
    postgres.createDatabaseIfMissing(database.name());
    return new Server(database, postgres);
  }

  private static boolean makeWhereNeeded(List<Server> servers, Options options) {
    List<Site> missing =
        servers.stream()
            .map(Server::site)
            .filter(site -> !Company.isCurrent(site, options.plan()))
            .toList();
    if (!missing.isEmpty()) {
      Company.generate(missing, options.plan(), options.progress());
    }
    return !missing.isEmpty();
  }

  /** What {@code systems.yaml} of the example refers to. */
  private static Map<String, String> variables(List<Server> servers, ProbeAccount account) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("UPHELD_DEMO_HOST", "127.0.0.1");
    variables.put("UPHELD_DEMO_USER", ProbeAccount.NAME);
    variables.put("UPHELD_DEMO_PASSWORD", account.password().reveal());
    for (Server server : servers) {
      variables.put(server.database().variable(), "" + server.postgres().port());
    }
    return variables;
  }

  /** The folder with charter, systems and data maps. */
  public Path workspace() {
    return workspace;
  }

  /** The values that the workspace refers to, over those of the options. */
  public References references() {
    return references;
  }

  /** The variables that the workspace refers to: for a shell beside the demo. */
  public Map<String, String> variables() {
    return variables;
  }

  /** Whether this start made data, rather than finding it. */
  public boolean made() {
    return made;
  }

  /** The databases, to plant and heal faults while it runs. */
  public List<Site> sites() {
    return servers.stream().map(Server::site).toList();
  }

  /** Gives the servers back; the last process to do so stops them. Repeating it does nothing. */
  @Override
  public void close() {
    servers.forEach(s -> s.postgres().close());
  }
}

package dev.upheld.bench;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.Company;
import dev.upheld.demo.Database;
import dev.upheld.demo.Demo;
import dev.upheld.demo.Plan;
import dev.upheld.demo.Site;
import dev.upheld.demo.WorkspaceCopy;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.MariadbDialect;
import dev.upheld.demo.sql.Names;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The healthy company of the demo on servers of the benchmark's own.
 *
 * @param variables the environment in which {@code prove} finds the servers
 */
record Nimbus(
    Engine engine, Path workspace, Map<String, String> variables, List<Site> sites, Runnable end)
    implements AutoCloseable {

  /** The servers there are. */
  enum Engine {
    POSTGRESQL,
    MARIADB;

    /** What the name of a file with its SQL ends with. */
    String suffix() {
      return this == POSTGRESQL ? "" : "-mariadb";
    }

    /** An instant as its SQL writes it. */
    String literal(Instant at) {
      return switch (this) {
        case POSTGRESQL -> "'" + at + "'";
        case MARIADB ->
            "timestamp'"
                + DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .format(at.atOffset(ZoneOffset.UTC))
                + "'";
      };
    }
  }

  static Nimbus start(Engine engine, Path checkout, long customers) throws IOException {
    Path home = Files.createTempDirectory("upheld-bench-prove");
    if (!home.toFile().setExecutable(true, false) || !home.toFile().setReadable(true, false)) {
      throw new IOException("cannot let the database account into " + home);
    }
    Plan plan = new Plan(Profiles.demo(), customers, Instant.now(), Set.of());
    return switch (engine) {
      case POSTGRESQL -> onPostgres(home, plan);
      case MARIADB -> onMariaDb(home, plan, checkout.resolve("examples/demo"));
    };
  }

  private static Nimbus onPostgres(Path home, Plan plan) {
    Demo demo = Demo.start(new Demo.Options(home, plan, References.machine(), Nimbus::progress));
    return new Nimbus(
        Engine.POSTGRESQL,
        demo.workspace(),
        demo.variables(),
        demo.sites(),
        () -> {
          demo.close();
          remove(home);
        });
  }

  private static Nimbus onMariaDb(Path home, Plan plan, Path example) throws IOException {
    System.setProperty(Databases.MARIADB_OPTIONS, "--innodb-buffer-pool-size=1G");
    List<Site> sites = new ArrayList<>();
    Map<String, String> variables = new TreeMap<>();
    Path workspace = home.resolve("workspace");
    new WorkspaceCopy(example, Names.OWN, new MariadbDialect()).write(workspace);
    Path file = workspace.resolve("systems.yaml");
    String systems = Files.readString(file).replace("kind: postgres", "kind: mariadb");
    for (Database part : plan.profile().databases()) {
      TestDatabase database = Databases.mariadbTls().freshDatabase();
      sites.add(new Site(part, database::connect, new MariadbDialect(), Names.OWN));
      systems = systems.replace(part.name(), database.database());
      variables.put(part.variable(), "" + database.port());
      variables.put("UPHELD_DEMO_HOST", database.host());
      variables.put("UPHELD_DEMO_USER", database.user());
      variables.put("UPHELD_DEMO_PASSWORD", database.password());
    }
    Files.writeString(file, systems.replace("user: upheld_act", "user: env:UPHELD_DEMO_USER"));
    Company.generate(sites, plan, Nimbus::progress);
    return new Nimbus(Engine.MARIADB, workspace, variables, sites, () -> remove(home));
  }

  private static void remove(Path home) {
    try {
      new ProcessBuilder("rm", "-rf", home.toString()).start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void progress(String step, long done, long total) {
    if (done == 0 || done == total) {
      System.err.printf("  %s %d of %d%n", step, done, total);
    }
  }

  @Override
  public void close() {
    end.run();
  }
}

package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the tables to the state this Upheld knows, as their owner. Each migration is one
 * transaction; two processes that start at once wait for each other.
 */
final class Migrations {
  /** The one schema everything lies in. */
  static final String SCHEMA = "upheld";

  private static final String FOLDER = "dev/upheld/store/migration";

  /** Held, because a logger nobody holds forgets its level. */
  private final Logger noise = Logger.getLogger("org.flywaydb");

  private final FluentConfiguration configuration;
  private final Flyway flyway;

  Migrations(StoreAddress.External address) {
    this(configured(address));
  }

  private Migrations(FluentConfiguration configuration) {
    noise.setLevel(Level.SEVERE);
    this.configuration = configuration;
    this.flyway = configuration.load();
  }

  private static FluentConfiguration configured(StoreAddress.External address) {
    if (address.run().contains("\"")) {
      throw StoreProblem.OPTION.because(
          "The name of the run role holds a quote.", "Give the role another name.");
    }
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(address.jdbcUrl(), address.owner(), address.ownerPassword().reveal())
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .locations("classpath:" + FOLDER)
        .placeholders(Map.of("run", address.run()))
        // Parts of the house number their migrations in blocks of their own.
        .outOfOrder(true)
        .validateMigrationNaming(true)
        .cleanDisabled(true);
  }

  /** The same, but only with these scripts: the tables as an older Upheld had them. */
  Migrations only(List<String> scripts) {
    return new Migrations(
        Flyway.configure(Migrations.class.getClassLoader())
            .configuration(configuration)
            .resourceProvider(new MigrationScripts(FOLDER, scripts)));
  }

  /** Refuses a backup whose tables were made by scripts that we do not have. */
  void refuseUnknown(List<String> scripts) {
    try {
      Set<String> ours =
          Arrays.stream(flyway.info().all())
              .filter(m -> m.getState().isResolved())
              .map(MigrationInfo::getScript)
              .collect(Collectors.toSet());
      if (!ours.containsAll(scripts)) {
        throw StoreProblem.SCHEMA_NEWER.because(
            "The backup is of a newer Upheld than this one.", "Restore it with that one.");
      }
    } catch (FlywayException e) {
      throw SqlFailures.within(e).map(Migrations::failed).orElseGet(() -> Migrations.broken(e));
    }
  }

  /** Refuses tables of a newer Upheld, upgrades those of an older one. */
  void run(Progress progress) {
    try {
      List<MigrationInfo> all = List.of(flyway.info().all());
      refuseNewer(all);
      refuseChanged(all);
      int waiting = (int) all.stream().filter(m -> !m.getState().isApplied()).count();
      if (waiting > 0) {
        progress.report("preparing the tables of the store", 0, waiting);
        flyway.migrate();
      }
    } catch (FlywayException e) {
      throw SqlFailures.within(e).map(Migrations::failed).orElseGet(() -> Migrations.broken(e));
    }
  }

  private static void refuseNewer(List<MigrationInfo> all) {
    List<String> unknown =
        all.stream()
            .filter(Migrations::isUnknownHere)
            .map(m -> String.valueOf(m.getVersion()))
            .toList();
    if (!unknown.isEmpty()) {
      throw StoreProblem.SCHEMA_NEWER.because(
          "The tables of the store are of a newer Upheld: it ran migration "
              + String.join(", ", unknown)
              + ", which this one does not know.",
          "Start the newer Upheld, or restore a backup of the older one into an empty database.");
    }
  }

  private static void refuseChanged(List<MigrationInfo> all) {
    if (all.stream().anyMatch(m -> m.getState().isApplied() && !m.isChecksumMatching())) {
      throw StoreProblem.SCHEMA_CHANGED.because(
          "The tables of the store were made by other migrations than this Upheld carries.",
          "Use the Upheld that made them, or restore a backup into an empty database.");
    }
  }

  private static boolean isUnknownHere(MigrationInfo migration) {
    MigrationState state = migration.getState();
    return switch (state) {
      case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
      default -> false;
    };
  }

  /** A database that is away stays away; any other refusal is a migration that failed. */
  private static ProblemException failed(ProblemException known) {
    if (known.problems().getFirst().code() == StoreProblem.SQL) {
      return StoreProblem.MIGRATION.because(
          "A migration of the store failed: " + known.problems().getFirst().what(),
          "The tables are as they were before it; please report it.");
    }
    return known;
  }

  private static ProblemException broken(FlywayException e) {
    return StoreProblem.MIGRATION.because(
        "The migrations of the store could not run (" + e.getClass().getSimpleName() + ").",
        "Please report it; the tables are as they were.");
  }
}

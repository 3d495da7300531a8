package dev.upheld.store;

import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the tables to the state this Upheld knows, as their owner. Each migration is one
 * transaction; two processes that start at once wait for each other.
 */
final class Migrations {
  /** The one schema everything lies in. */
  static final String SCHEMA = "upheld";

  private static final String FOLDER = "classpath:dev/upheld/store/migration";

  /** Held, because a logger nobody holds forgets its level. */
  private final Logger noise = Logger.getLogger("org.flywaydb");

  private final Flyway flyway;

  Migrations(StoreAddress.External address) {
    if (address.run().contains("\"")) {
      throw StoreProblem.OPTION.because(
          "The name of the run role holds a quote.", "Give the role another name.");
    }
    noise.setLevel(Level.SEVERE);
    flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(address.jdbcUrl(), address.owner(), address.ownerPassword().reveal())
            .schemas(SCHEMA)
            .defaultSchema(SCHEMA)
            .locations(FOLDER)
            .placeholders(Map.of("run", address.run()))
            // Parts of the house number their migrations in blocks of their own.
            .outOfOrder(true)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .load();
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

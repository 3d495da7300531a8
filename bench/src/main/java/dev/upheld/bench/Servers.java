package dev.upheld.bench;

import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.util.SortedMap;
import java.util.TreeMap;

/** The database servers a benchmark runs on: both kinds, or those in $UPHELD_BENCH_SERVERS. */
final class Servers {
  private Servers() {}

  /** By the prefix of their figures. */
  static SortedMap<String, TestServer> all() {
    SortedMap<String, TestServer> servers = new TreeMap<>();
    String only = System.getenv().getOrDefault("UPHELD_BENCH_SERVERS", "postgres mariadb");
    if (only.contains("mariadb")) {
      servers.put("mariadb-", Databases.mariadb());
    }
    if (only.contains("postgres")) {
      servers.put("postgres-", Databases.postgres());
    }
    return servers;
  }

  static boolean isPostgres(TestDatabase database) {
    return database.engine() == TestDatabase.Engine.POSTGRESQL;
  }

  /** One row for each number from 1 to that, as a table of one column, {@code g}. */
  static String series(TestDatabase database, long upTo) {
    return isPostgres(database)
        ? "generate_series(1, " + upTo + ") g"
        : "(select seq as g from seq_1_to_" + upTo + ") s";
  }

  /** So many seconds after the beginning of 2020, in UTC. */
  static String second(TestDatabase database, String seconds) {
    return isPostgres(database)
        ? "timestamp '2020-01-01' + (" + seconds + ") * interval '1 second'"
        : "timestampadd(second, " + seconds + ", '2020-01-01')";
  }

  /** The type of an instant without a zone. */
  static String time(TestDatabase database) {
    return isPostgres(database) ? "timestamp" : "datetime";
  }

  /** Makes the server count its rows. */
  static String analyze(TestDatabase database, String table) {
    return (isPostgres(database) ? "analyze " : "analyze table ") + table;
  }
}

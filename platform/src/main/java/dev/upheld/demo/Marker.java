package dev.upheld.demo;

import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a database says of its own making, written last: without it, or with another in its place,
 * the data is not what was asked for.
 *
 * @param made what was made: see {@link #made}
 * @param now the instant the data was made for
 */
record Marker(String made, Instant now) {
  private static final String TABLE = "upheld_demo";

  /** Longer, and a row could come within a day of its limit. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** Whether the data is what the plan asks, and young enough for its instant. */
  boolean fits(Site site, Plan plan) {
    Duration age = Duration.between(now, plan.now());
    return made.equals(made(site, plan)) && !age.isNegative() && age.compareTo(FRESH) < 0;
  }

  /** Empty when the database is not complete, or not there. */
  static Optional<Marker> read(Site site) {
    String sql = "SELECT made, made_for FROM " + site.dialect().quote(TABLE) + " WHERE complete";
    try (Connection connection = site.source().open()) {
      return isThere(connection) ? read(connection, sql) : Optional.empty();
    } catch (SQLException e) {
      // Not there, or of another form: made anew either way; a database that is down says so then.
      return Optional.empty();
    }
  }

  /** Asked first, because drivers log what a database refuses. */
  private static boolean isThere(Connection connection) throws SQLException {
    String[] kinds = {"TABLE", "BASE TABLE"};
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), null, TABLE, kinds)) {
      return tables.next();
    }
  }

  private static Optional<Marker> read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next()
          ? Optional.of(new Marker(rows.getString(1), Instant.ofEpochSecond(rows.getLong(2))))
          : Optional.empty();
    }
  }

  static List<String> write(Site site, Plan plan) {
    Dialect sql = site.dialect();
    String table = sql.quote(TABLE);
    return List.of(
        "CREATE TABLE "
            + table
            + " (made varchar(200) NOT NULL, made_for bigint NOT NULL, complete boolean NOT NULL)",
        "INSERT INTO %s VALUES (%s, %d, true)"
            .formatted(
                table,
                sql.literal(made(site, plan)),
                site.script(plan).setting().now().getEpochSecond()));
  }

  static List<String> remove(Script script) {
    return List.of(script.sql().dropTable(script.sql().quote(TABLE)));
  }

  /**
   * All that decides about the data except its instant: the number of customers, and a digest of
   * the very statements that make it, so that a newer Upheld makes it anew.
   */
  private static String made(Site site, Plan plan) {
    Script timeless = site.script(plan.at(Instant.EPOCH));
    String statements =
        timeless.schema().tables().stream()
            .map(t -> statements(timeless, t))
            .collect(Collectors.joining("\n"));
    String faults =
        plan.faults(site.database()).stream()
            .map(f -> f.change(timeless).plant().toString())
            .collect(Collectors.joining("\n"));
    return plan.customers() + " customers, " + digest(statements + faults);
  }

  private static String statements(Script script, Table table) {
    return script.create(table)
        + script.insert(table, 1, script.rows(table))
        + script.finish(table)
        + script.connect(table);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

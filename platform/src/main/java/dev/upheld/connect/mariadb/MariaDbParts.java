package dev.upheld.connect.mariadb;

import dev.upheld.connect.act.Partitions.Partition;
import dev.upheld.connect.sql.act.Bound;
import dev.upheld.connect.sql.act.PartWords;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Partitions are parts of a table here, and removing one commits by itself. */
record MariaDbParts(MariaDbActs words) implements PartWords {
  private static final int LOCK_SECONDS = 1;
  private static final int WORK_MILLIS = 5_000;
  private static final List<String> WANTED = List.of("ALTER", "DROP", "LOCK TABLES");

  /** In ranges only, which a row that comes later finds another of; no parts of parts. */
  private static final String RANGES =
      """
      select partition_name from information_schema.partitions
      where table_schema = coalesce(?, database()) and table_name = ? and partition_method like 'RANGE%'
        and subpartition_name is null order by partition_ordinal_position""";

  @Override
  public List<Partition> without(Connection connection, TableName table, String condition)
      throws SQLException {
    List<String> all = ranges(connection, table);
    if (all.isEmpty()) {
      return List.of();
    }
    Set<String> with = new LinkedHashSet<>();
    with.add(all.getLast()); // one has to remain
    String relation = words.relation(table);
    String text = words.explainParts() + " select 1 from " + relation + " as t where " + condition;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(text)) {
      statement.setEscapeProcessing(false);
      while (row.next()) {
        String named = row.getString("partitions");
        if (named != null) {
          with.addAll(Arrays.asList(named.split(",")));
        }
      }
    }
    return all.stream()
        .filter(name -> !with.contains(name))
        .map(name -> new Partition(name, table, table))
        .toList();
  }

  private static List<String> ranges(Connection connection, TableName table) throws SQLException {
    List<String> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RANGES)) {
      statement.setString(1, table.schema().orElse(null));
      statement.setString(2, table.name());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          all.add(row.getString(1));
        }
      }
    }
    return all;
  }

  @Override
  public Optional<String> needs(Connection connection, TableName table, List<Partition> partitions)
      throws SQLException {
    Grants grants = Grants.read(connection, words.endpoint().database());
    List<String> lacking = WANTED.stream().filter(p -> !grants.allows(p, table)).toList();
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", lacking) + " on " + table);
  }

  @Override
  public Bound isThere(TableName table, String partition) {
    return new Bound(
        "select count(*) from information_schema.partitions where table_schema = "
            + (table.schema().isPresent() ? "?" : "database()")
            + " and table_name = ? and partition_name = ?",
        Stream.<Object>concat(table.schema().stream(), Stream.of(table.name(), partition))
            .toList());
  }

  @Override
  public boolean atOnce() {
    return false;
  }

  @Override
  public String from(Partition partition) {
    return words.relation(partition.relation())
        + " partition ("
        + words.name(partition.name())
        + ") as t";
  }

  /** Each name by which a table is read later must be locked. */
  @Override
  public List<String> lock(Partition partition, Collection<TableName> beside) {
    String table = words.relation(partition.relation());
    StringBuilder lock = new StringBuilder("lock tables ");
    lock.append(table).append(" write, ").append(table).append(" as t write, ");
    lock.append(words.relation(words.memory())).append(" write");
    beside.stream()
        .distinct()
        .forEach(each -> lock.append(", ").append(words.relation(each)).append(" as c read"));
    return List.of(
        words.flavour().timeout(WORK_MILLIS) + ", session lock_wait_timeout = " + LOCK_SECONDS,
        lock.toString());
  }

  @Override
  public Optional<String> unlock() {
    return Optional.of("unlock tables");
  }

  @Override
  public List<String> drop(Partition partition, boolean pointed) {
    return List.of(
        "alter table "
            + words.relation(partition.relation())
            + " drop partition "
            + words.name(partition.name()));
  }
}

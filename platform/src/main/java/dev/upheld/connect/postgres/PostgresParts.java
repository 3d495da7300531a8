package dev.upheld.connect.postgres;

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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Partitions are tables of their own here, and drop within a transaction. */
record PostgresParts(PostgresActs words) implements PartWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Others wait while the lock is waited for, so not for long: less than the deadlock timeout. */
  private static final int LOCK_MILLIS = 800;

  /** Others wait while rows are counted. */
  private static final int WORK_MILLIS = 5_000;

  /** Leaves whose rows nothing hides, but for the one that takes what no other takes. */
  private static final String LEAVES =
      """
      select n.nspname, c.relname, pn.nspname, pc.relname
      from pg_partition_tree(cast(? as regclass)) t
      join pg_class c on c.oid = t.relid join pg_namespace n on n.oid = c.relnamespace
      join pg_class pc on pc.oid = t.parentrelid join pg_namespace pn on pn.oid = pc.relnamespace
      where t.isleaf and c.relkind = 'r' and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
        and not c.relrowsecurity and not pc.relrowsecurity
      order by t.level, n.nspname, c.relname""";

  private static final String OWNED =
      """
      select pg_has_role(c.relowner, 'USAGE'), pg_get_userbyid(c.relowner)
      from pg_class c where c.oid = cast(? as regclass)""";

  @Override
  public List<Partition> without(Connection connection, TableName table, String condition)
      throws SQLException {
    List<Partition> without = new ArrayList<>();
    try (PreparedStatement leaves = connection.prepareStatement(LEAVES);
        Statement statement = connection.createStatement()) {
      leaves.setString(1, words.relation(table));
      List<Partition> all = new ArrayList<>();
      try (ResultSet row = leaves.executeQuery()) {
        while (row.next()) {
          TableName leaf = named(row, 1);
          all.add(new Partition(leaf.name(), leaf, named(row, 3)));
        }
      }
      statement.execute("set local constraint_exclusion to on");
      statement.setEscapeProcessing(false);
      for (Partition partition : all) {
        if (isImpossible(statement, partition, condition)) {
          without.add(partition);
        }
      }
    }
    return without;
  }

  private static TableName named(ResultSet row, int at) throws SQLException {
    return new TableName(Optional.of(row.getString(at)), row.getString(at + 1));
  }

  /** The server itself says that its bounds leave no room for such a row. */
  private boolean isImpossible(Statement statement, Partition partition, String condition)
      throws SQLException {
    String text = "explain (format json) select 1 from " + from(partition) + " where " + condition;
    try (ResultSet row = statement.executeQuery(text)) {
      row.next();
      JsonNode plan = JSON.readTree(row.getString(1)).path(0).path("Plan");
      return plan.path("Node Type").asString("").equals("Result")
          && plan.path("One-Time Filter").asString("").equals("false")
          && plan.path("Plans").isMissingNode();
    }
  }

  @Override
  public Optional<String> needs(Connection connection, TableName table, List<Partition> partitions)
      throws SQLException {
    List<TableName> owned = new ArrayList<>();
    partitions.forEach(p -> owned.addAll(List.of(p.relation(), p.parent())));
    try (PreparedStatement statement = connection.prepareStatement(OWNED)) {
      for (TableName each : owned.stream().distinct().toList()) {
        statement.setString(1, words.relation(each));
        try (ResultSet row = statement.executeQuery()) {
          if (row.next() && !row.getBoolean(1)) {
            return Optional.of("the role " + row.getString(2) + ", which owns " + each);
          }
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Bound isThere(TableName table, String partition) {
    return new Bound(
        "select count(*) from pg_partition_tree(cast(? as regclass)) t"
            + " join pg_class c on c.oid = t.relid where c.relname = ?",
        List.of(words.relation(table), partition));
  }

  @Override
  public boolean atOnce() {
    return true;
  }

  @Override
  public String from(Partition partition) {
    return "only " + words.relation(partition.relation()) + " as t";
  }

  /** The parent first, as the drop itself does; so nobody else comes in between. */
  @Override
  public List<String> lock(Partition partition, Collection<TableName> beside) {
    return List.of(
        "set local lock_timeout to " + LOCK_MILLIS,
        "set local statement_timeout to " + WORK_MILLIS,
        "set local constraint_exclusion to on",
        "lock table only " + words.relation(partition.parent()) + " in access exclusive mode",
        "lock table only " + words.relation(partition.relation()) + " in access exclusive mode");
  }

  @Override
  public Optional<String> unlock() {
    return Optional.empty();
  }

  /**
   * Taken out before it goes where rows may point at it: only so the server looks whether any do.
   */
  @Override
  public List<String> drop(Partition partition, boolean pointed) {
    String drop = "drop table " + words.relation(partition.relation());
    String detach =
        "alter table "
            + words.relation(partition.parent())
            + " detach partition "
            + words.relation(partition.relation());
    return pointed ? List.of(detach, drop) : List.of(drop);
  }
}

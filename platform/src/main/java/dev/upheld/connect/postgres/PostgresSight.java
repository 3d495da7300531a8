package dev.upheld.connect.postgres;

import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether rows may be hidden. */
final class PostgresSight {
  private PostgresSight() {}

  /**
   * Sight of these tables as of the present transaction. A column that may not be read needs no
   * mention: a statement that touches it fails.
   */
  static Sight of(Connection connection, Set<TableName> tables) throws SQLException {
    List<String> blind = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(PostgresSql.SIGHT)) {
      bind(connection, statement, tables);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          TableName name = new TableName(Optional.of(row.getString(1)), row.getString(2));
          blind.addAll(reasons(name, kind(row.getString(3)), row.getBoolean(4)));
        }
      }
    }
    return new Sight(blind);
  }

  /** Binds schemas and names as two arrays. */
  static void bind(Connection connection, PreparedStatement statement, Set<TableName> tables)
      throws SQLException {
    String[] schemas = tables.stream().map(t -> t.schema().orElse("public")).toArray(String[]::new);
    String[] names = tables.stream().map(TableName::name).toArray(String[]::new);
    statement.setArray(1, connection.createArrayOf("text", schemas));
    statement.setArray(2, connection.createArrayOf("text", names));
  }

  static List<String> reasons(TableName name, TableKind kind, boolean hidesRows) {
    List<String> reasons = new ArrayList<>();
    switch (kind) {
      case TABLE -> {
        if (hidesRows) {
          reasons.add(name + ": row-level security is in force for this account");
        }
      }
      case VIEW -> reasons.add(name + ": is a view and may hide rows");
      case MATERIALIZED_VIEW ->
          reasons.add(name + ": is a materialised view, may hide rows and may be out of date");
      case FOREIGN -> reasons.add(name + ": lies in another system, which may hide rows");
    }
    return reasons;
  }

  static TableKind kind(String letter) {
    return switch (letter) {
      case "v" -> TableKind.VIEW;
      case "m" -> TableKind.MATERIALIZED_VIEW;
      case "f" -> TableKind.FOREIGN;
      default -> TableKind.TABLE;
    };
  }
}

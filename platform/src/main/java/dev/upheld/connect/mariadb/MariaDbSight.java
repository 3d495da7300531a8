package dev.upheld.connect.mariadb;

import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether rows may be hidden. */
final class MariaDbSight {
  private static final Set<String> ELSEWHERE = Set.of("federated", "connect", "spider");

  private MariaDbSight() {}

  /** Sight of these tables as of the present transaction. */
  static Sight of(Connection connection, Set<TableName> tables) throws SQLException {
    List<String> blind = new ArrayList<>();
    Set<Optional<String>> databases = new LinkedHashSet<>();
    tables.forEach(t -> databases.add(t.schema()));
    try (Statement statement = connection.createStatement()) {
      for (Optional<String> database : databases) {
        String text = MariaDbSql.about(MariaDbSql.TABLES, database);
        try (ResultSet row = statement.executeQuery(text)) {
          while (row.next()) {
            TableName name = new TableName(database, row.getString(1));
            if (tables.contains(name)) {
              blind.addAll(reasons(name, row.getString(2), row.getString(3)));
            }
          }
        }
      }
    }
    return new Sight(blind);
  }

  static TableKind kind(String type, @Nullable String engine) {
    if (type.equals("VIEW")) {
      return TableKind.VIEW;
    }
    return engine != null && ELSEWHERE.contains(engine.toLowerCase(Locale.ROOT))
        ? TableKind.FOREIGN
        : TableKind.TABLE;
  }

  static List<String> reasons(TableName name, String type, @Nullable String engine) {
    return switch (kind(type, engine)) {
      case VIEW -> List.of(name + ": is a view and may hide rows");
      case FOREIGN -> List.of(name + ": lies in another system, which may hide rows");
      case TABLE, MATERIALIZED_VIEW ->
          type.equals("SYSTEM VERSIONED")
              ? List.of(name + ": keeps earlier versions of its rows, which are not seen")
              : List.of();
    };
  }
}

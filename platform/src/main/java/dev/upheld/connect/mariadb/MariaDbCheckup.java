package dev.upheld.connect.mariadb;

import dev.upheld.connect.Checkup;
import dev.upheld.connect.Description;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Rendering;
import dev.upheld.connect.sql.TlsChoice;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Compares what the account may do with what proving needs. */
final class MariaDbCheckup {
  private final MariaDbEngine engine;
  private final Catalogue catalogue;
  private final SortedMap<TableName, SortedSet<String>> needs;
  private final Rendering rendering = new Rendering(SQLDialect.MARIADB);
  private final List<String> facts = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> script = new ArrayList<>();

  MariaDbCheckup(
      MariaDbEngine engine, Catalogue catalogue, SortedMap<TableName, SortedSet<String>> needs) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.needs = needs;
  }

  Checkup of(Connection connection) throws SQLException {
    Grants grants = Grants.read(connection, engine.endpoint().database());
    try (Statement statement = connection.createStatement()) {
      facts.add(catalogue.description().product());
      String account = account(statement);
      facts.add("The account is " + account + ".");
      transport(statement);
      needs.forEach((table, columns) -> lacks(table, columns, grants, account));
    }
    return new Checkup(facts, missing, grants.excess(), script);
  }

  private static String account(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(MariaDbSql.ACCOUNT)) {
      row.next();
      return row.getString(1);
    }
  }

  private void transport(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(engine.transportText())) {
      row.next();
      Optional<String> version = Optional.ofNullable(row.getString(2)).filter(v -> !v.isEmpty());
      facts.add(
          version
              .map(v -> "The connection is encrypted (" + v + ").")
              .orElse("The connection is in clear."));
      if (engine.tls().mode() == TlsChoice.Mode.REQUIRE) {
        facts.add("Whose certificate it is was not checked: tls is require, not verify-full.");
      }
      String required = Optional.ofNullable(row.getString(3)).orElse("");
      facts.add(
          switch (required) {
            case "ON", "1" -> "The server refuses connections in clear.";
            case "" -> "Whether the server accepts connections in clear could not be found out.";
            default -> "The server accepts connections in clear.";
          });
    }
  }

  private void lacks(TableName name, SortedSet<String> columns, Grants grants, String account) {
    Optional<Description.Table> table = catalogue.description().table(name);
    if (name.schema().filter(engine.endpoint().database()::equals).isPresent()) {
      missing.add(
          "Table "
              + name
              + " of the data map lies in the system's own database: write it without the name of"
              + " the database.");
    } else if (!grants.reads(name)) {
      missing.add(
          "Table "
              + name
              + (table.isPresent()
                  ? ": SELECT is not granted on all of it."
                  : ": SELECT is not granted, or it is not there."));
      script.add(grant(name, account));
    } else if (table.isEmpty() && grants.readsAll(name.schema())) {
      missing.add("Table " + name + " of the data map is not there.");
    }
    table.ifPresent(found -> columns(found, columns, grants.reads(name)));
  }

  private void columns(Description.Table table, SortedSet<String> columns, boolean whole) {
    columns.stream()
        .filter(column -> whole && table.column(column).isEmpty())
        .forEach(
            c ->
                missing.add("Column " + table.name() + "." + c + " of the data map is not there."));
  }

  private String grant(TableName table, String account) {
    int at = account.lastIndexOf('@');
    return rendering.text(
        DSL.sql(
            "GRANT SELECT ON {0} TO {1}@{2};",
            DSL.name(table.schema().orElse(engine.endpoint().database()), table.name()),
            DSL.inline(account.substring(0, at)),
            DSL.inline(account.substring(at + 1))));
  }
}

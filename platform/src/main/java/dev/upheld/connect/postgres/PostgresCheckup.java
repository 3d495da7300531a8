package dev.upheld.connect.postgres;

import dev.upheld.connect.Checkup;
import dev.upheld.connect.Description;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Listing;
import dev.upheld.connect.sql.Rendering;
import dev.upheld.connect.sql.TlsChoice;
import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Compares what the account may do with what proving needs. */
final class PostgresCheckup {
  private final PostgresEngine engine;
  private final Catalogue catalogue;
  private final SortedMap<TableName, SortedSet<String>> needs;
  private final Rendering rendering = new Rendering(SQLDialect.POSTGRES);
  private final List<String> facts = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> excess = new ArrayList<>();
  private final Set<String> script = new LinkedHashSet<>();
  private boolean secured;
  private String role = "";

  PostgresCheckup(
      PostgresEngine engine, Catalogue catalogue, SortedMap<TableName, SortedSet<String>> needs) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.needs = needs;
  }

  Checkup of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(PostgresSql.ROLE)) {
        row.next();
        role = row.getString(1);
      }
      facts.add(catalogue.description().product());
      facts.add("The account is " + role + ".");
      transport(statement);
      lacks(connection, present());
      tooMuch(statement);
    }
    return new Checkup(facts, missing, excess, List.copyOf(script));
  }

  private void transport(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(PostgresSql.TRANSPORT)) {
      row.next();
      facts.add(
          row.getBoolean(1)
              ? "The connection is encrypted (" + row.getString(2) + ")."
              : "The connection is in clear.");
    }
    if (engine.tls().mode() == TlsChoice.Mode.REQUIRE) {
      facts.add("Whose certificate it is was not checked: tls is require, not verify-full.");
    }
    facts.add(
        new ClearTrial(engine.endpoint())
            .refused()
            .map(
                no ->
                    no
                        ? "The server refuses connections in clear."
                        : "The server accepts connections in clear.")
            .orElse("Whether the server accepts connections in clear could not be found out."));
  }

  /** Needed tables that exist, by their full names; those that do not are said to be missing. */
  private Set<TableName> present() {
    Set<TableName> present = new LinkedHashSet<>();
    needs.forEach(
        (name, columns) ->
            catalogue
                .description()
                .table(name)
                .ifPresentOrElse(
                    table -> {
                      present.add(table.name());
                      columns(table, columns);
                    },
                    () -> missing.add("Table " + name + " of the data map is not there.")));
    return present;
  }

  private void columns(Description.Table table, SortedSet<String> columns) {
    columns.stream()
        .filter(column -> table.column(column).isEmpty())
        .forEach(
            c ->
                missing.add("Column " + table.name() + "." + c + " of the data map is not there."));
  }

  private void lacks(Connection connection, Set<TableName> tables) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PostgresSql.GRANTS)) {
      PostgresSight.bind(connection, statement, tables);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lacks(row);
        }
      }
    }
  }

  private void lacks(ResultSet row) throws SQLException {
    String schema = row.getString(1);
    String table = schema + "." + row.getString(2);
    Name name = DSL.name(schema, row.getString(2));
    if (!row.getBoolean(4)
        && script.add(say("GRANT USAGE ON SCHEMA {0} TO {1};", DSL.name(schema)))) {
      missing.add("Schema " + schema + ": USAGE is not granted.");
    }
    List<String> unreadable = Arrays.asList((String[]) row.getArray(5).getArray());
    if (!unreadable.isEmpty()) {
      boolean all = unreadable.size() == row.getInt(6);
      missing.add(
          "Table "
              + table
              + ": SELECT is not granted"
              + (all ? "." : " on column " + Listing.of(unreadable) + "."));
      script.add(say("GRANT SELECT ON TABLE {0} TO {1};", name));
    }
    secured |= row.getBoolean(7);
    if (row.getBoolean(8)) {
      missing.add("Table " + table + ": row-level security hides rows from the account.");
      script.add(
          "-- Lets "
              + role.replaceAll("\\s", " ")
              + " read every row. Restrictive policies would still hide some; the other way is:"
              + "\n-- "
              + say("ALTER ROLE {1} BYPASSRLS;", name)
              + "\n"
              + say(
                  "CREATE POLICY upheld_reads ON {0} AS PERMISSIVE FOR SELECT TO {1} USING (true);",
                  name));
    }
  }

  private String say(String template, QueryPart object) {
    return rendering.text(DSL.sql(template, object, DSL.name(role)));
  }

  private void tooMuch(Statement statement) throws SQLException {
    boolean superuser;
    try (ResultSet row = statement.executeQuery(PostgresSql.ROLE)) {
      row.next();
      superuser = row.getBoolean(2);
      add(superuser, "The account is a superuser.");
      add(
          row.getBoolean(3) && !superuser && !secured,
          "The account bypasses row-level security, and no mapped table has any.");
      add(row.getBoolean(4) && !superuser, "The account may create roles.");
      add(row.getBoolean(5) && !superuser, "The account may create databases.");
      add(row.getBoolean(6) && !superuser, "The account may replicate the whole server.");
      add(row.getBoolean(7) && !superuser, "The account may create schemas in this database.");
    }
    if (!superuser) {
      changes(statement);
    }
  }

  private void changes(Statement statement) throws SQLException {
    List<String> owned = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(PostgresSql.WRITABLE)) {
      while (row.next()) {
        (row.getBoolean(3) ? owned : changed).add(row.getString(1) + "." + row.getString(2));
      }
    }
    add(!owned.isEmpty(), "The account owns " + Listing.of(owned) + ".");
    add(!changed.isEmpty(), "The account may change " + Listing.of(changed) + ".");
    List<String> schemas = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(PostgresSql.CREATABLE)) {
      while (row.next()) {
        schemas.add(row.getString(1));
      }
    }
    add(!schemas.isEmpty(), "The account may create tables in schema " + Listing.of(schemas) + ".");
  }

  private void add(boolean when, String sentence) {
    if (when) {
      excess.add(sentence);
    }
  }
}

package dev.upheld.connect.mariadb;

import dev.upheld.datamap.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the account may do with tables: by itself, through the roles it has taken on, and because
 * everybody may. The lines also hold password hashes; nothing of a line is kept but what a {@link
 * Grant} says.
 *
 * @param database the one that was opened
 * @param revoked whether MySQL took parts of a grant back: then no grant is sure to be whole
 */
record Grants(String database, List<Grant> grants, boolean revoked) {
  Grants {
    grants = List.copyOf(grants);
  }

  static Grants read(Connection connection, String database) throws SQLException {
    List<Grant> grants = new ArrayList<>();
    boolean revoked = false;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show grants")) {
      while (row.next()) {
        String line = row.getString(1);
        revoked |= line.startsWith("REVOKE ");
        Grant.parse(line).ifPresent(grants::add);
      }
    }
    return new Grants(database, grants, revoked);
  }

  /**
   * Whether a whole database may be read, so that the catalogue hides nothing.
   *
   * @param other another one of the server; empty for the one that was opened
   */
  boolean readsAll(Optional<String> other) {
    String name = other.orElse(database);
    return !revoked && grants.stream().anyMatch(g -> g.readsAll(name));
  }

  /** Whether the table may be read in full. */
  boolean reads(TableName table) {
    String in = table.schema().orElse(database);
    return !revoked && grants.stream().anyMatch(g -> g.reads(in, table.name()));
  }

  /** Whether the account may do this with the table. */
  boolean allows(String privilege, TableName table) {
    String in = table.schema().orElse(database);
    return !revoked && grants.stream().anyMatch(g -> g.allows(privilege, in, table.name()));
  }

  /** What goes beyond reading, one sentence for each grant. */
  List<String> excess() {
    return grants.stream().map(Grant::excess).flatMap(Optional::stream).distinct().toList();
  }
}

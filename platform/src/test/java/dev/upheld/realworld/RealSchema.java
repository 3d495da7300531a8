package dev.upheld.realworld;

import dev.upheld.connect.LinkClues;
import dev.upheld.connect.Session;
import dev.upheld.datamap.links.Containment;
import dev.upheld.datamap.links.LinkFinder;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.testing.score.JdbcAddress;
import dev.upheld.testing.score.LinkScore;
import dev.upheld.testing.score.LinkScore.Spelled;
import dev.upheld.testing.score.Survey;
import dev.upheld.testing.score.Truth;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Databases of other people's programs, and what a person said of them. */
public enum RealSchema {
  /** A film shop, with partitions. */
  PAGILA("Pagila", "pagila", ""),
  /** A music shop in snake_case. */
  CHINOOK("Chinook", "chinook", ""),
  /** The same in CamelCase. */
  CHINOOK_MARIADB("Chinook on MariaDB", "chinook", ""),
  /** An identity server. */
  KEYCLOAK("Keycloak", "keycloak", "keycloak-links"),
  /** A billing platform that declares no foreign key. */
  KILLBILL("Kill Bill", "killbill", "killbill-links");

  /** Keys of partitions count for the table that they are parts of. */
  private static final String PARTITIONS =
      """
      select distinct p.relname, a.attname, t.relname, b.attname
      from pg_constraint k
      join pg_inherits i on i.inhrelid = k.conrelid
      join pg_class p on p.oid = i.inhparent join pg_class t on t.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f'""";

  private final String title;
  private final String columns;
  private final String links;

  RealSchema(String title, String columns, String links) {
    this.title = title;
    this.columns = columns;
    this.links = links;
  }

  public String title() {
    return title;
  }

  /** Where it is loaded; started at the first call. */
  public TestServer server() {
    return this == CHINOOK_MARIADB ? Databases.mariadb() : Databases.postgres();
  }

  /** A fresh copy; the caller drops it. */
  public TestDatabase load() {
    return switch (this) {
      case PAGILA -> Pagila.load(server());
      case CHINOOK, CHINOOK_MARIADB -> Chinook.load(server());
      case KEYCLOAK -> Keycloak.load(server());
      case KILLBILL -> KillBill.load(server());
    };
  }

  public static Session open(TestDatabase database) {
    return Survey.open(
        JdbcAddress.endpoint(
            database.jdbcUrl(), Optional.of(database.user()), Optional.of(database.password())));
  }

  /** What a person said of each column; of PostgreSQL's spelling. */
  public Truth columns() {
    return Truth.parse(Resources.text("truth/" + columns + ".tsv"));
  }

  /** The links that the database declares. */
  public Set<Spelled> declared(TestDatabase database, Session session) {
    Set<Spelled> declared = new LinkedHashSet<>();
    LinkFinder.find(LinkClues.facts(session.describe()), Containment.UNKNOWN).stream()
        .filter(ProposedLink::declared)
        .forEach(link -> declared.add(LinkScore.spelled(link)));
    switch (database.engine()) {
      case POSTGRESQL -> declared.addAll(LinkScore.parse(partitions(database)));
      case MARIADB -> {}
    }
    return declared;
  }

  /** The links that it declares, and those its program follows besides. */
  public Set<Spelled> links(TestDatabase database, Session session) {
    Set<Spelled> truth = new LinkedHashSet<>(declared(database, session));
    if (!links.isEmpty()) {
      truth.addAll(LinkScore.parse(Resources.text("truth/" + links + ".tsv")));
    }
    return truth;
  }

  private static String partitions(TestDatabase database) {
    StringBuilder lines = new StringBuilder();
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(PARTITIONS)) {
      while (row.next()) {
        lines.append(
            String.join(
                "\t", row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        lines.append('\n');
      }
    } catch (SQLException e) {
      throw new AssertionError("the partitions could not be read", e);
    }
    return lines.toString();
  }
}

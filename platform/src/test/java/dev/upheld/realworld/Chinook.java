package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.util.regex.Pattern;

/** The music shop Chinook, whole: snake_case in PostgreSQL, CamelCase in MariaDB. */
final class Chinook {
  /** The scripts make a database of their own and move there; ours exists already. */
  private static final Pattern OWN_DATABASE =
      Pattern.compile("(?m)^(DROP DATABASE|CREATE DATABASE|USE|\\\\c) .*$");

  private Chinook() {}

  static TestDatabase load(TestServer server) {
    TestDatabase database = server.freshDatabase();
    String script =
        switch (database.engine()) {
          case POSTGRESQL -> "schemas/chinook/postgresql.sql.xz";
          case MARIADB -> "schemas/chinook/mysql.sql.xz";
        };
    Scripts.run(database, OWN_DATABASE.matcher(Resources.text(script)).replaceAll(""));
    return database;
  }
}

package dev.upheld.demo;

import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.Names;
import dev.upheld.demo.sql.Script;

/**
 * One database of a fictional company, where it can be reached.
 *
 * @param database what it holds
 * @param source how to reach it
 * @param dialect what it speaks
 * @param names what its tables and columns are called
 */
public record Site(Database database, Source source, Dialect dialect, Names names) {

  /** The statements for this database. */
  Script script(Plan plan) {
    return new Script(dialect, names, database.schema(), plan.setting(database));
  }
}

package dev.upheld.demo.sql;

import java.util.function.UnaryOperator;

/** What tables and columns are called, so that the same company can be had under other names. */
public interface Names {

  /** Nimbus' own names. */
  Names OWN =
      new Names() {
        @Override
        public String table(String own) {
          return own;
        }

        @Override
        public String column(String own) {
          return own;
        }
      };

  /** The name of a table, by Nimbus' own name of it. */
  String table(String own);

  /** The name of a column, by Nimbus' own name of it; the same in every table. */
  String column(String own);

  /** Names made by two functions; each must be one-to-one. */
  static Names of(UnaryOperator<String> tables, UnaryOperator<String> columns) {
    return new Names() {
      @Override
      public String table(String own) {
        return tables.apply(own);
      }

      @Override
      public String column(String own) {
        return columns.apply(own);
      }
    };
  }
}

package dev.upheld.connect.mariadb;

import java.util.Locale;

/** Which of the two kindred servers it is, and where they differ. */
enum Flavour {
  MARIADB("mariadb", "utf8mb4_nopad_bin", "set session max_statement_time = %d.%03d"),
  /** Best effort: no test runs against it. */
  MYSQL("mysql", "utf8mb4_0900_bin", "set session max_execution_time = %d%03d");

  private final String kind;
  private final String exact;
  private final String timeout;

  Flavour(String kind, String exact, String timeout) {
    this.kind = kind;
    this.exact = exact;
    this.timeout = timeout;
  }

  /** The word in {@code systems.yaml}. */
  String kind() {
    return kind;
  }

  /** The collation that compares characters and nothing else, blanks at the end included. */
  String exact() {
    return exact;
  }

  /** The statement that bounds the statements to come. */
  String timeout(long millis) {
    long bound = Math.max(1, millis);
    return String.format(Locale.ROOT, timeout, bound / 1000, bound % 1000);
  }

  /** The text that asks about the line: cipher, protocol, whether clear ones are refused. */
  String transport() {
    String schema = this == MARIADB ? "information_schema." : "performance_schema.";
    return """
        select
          (select variable_value from S.session_status where variable_name = 'Ssl_cipher') as cipher,
          (select variable_value from S.session_status where variable_name = 'Ssl_version') as version,
          (select variable_value from S.global_variables
            where variable_name = 'require_secure_transport') as required"""
        .replace("S.", schema);
  }
}

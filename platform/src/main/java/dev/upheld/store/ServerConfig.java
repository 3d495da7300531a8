package dev.upheld.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The server's configuration files as text; pure.
 *
 * @param settings settings of the caller, by name
 * @param tls whether only encrypted connections are accepted
 */
record ServerConfig(Map<String, String> settings, boolean tls) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)?");

  /** Ours alone: they decide who can reach the server, or what the log tells about people. */
  private static final Set<String> RESERVED =
      Set.of(
          "listen_addresses",
          "port",
          "unix_socket_directories",
          "data_directory",
          "config_file",
          "hba_file",
          "ident_file",
          "external_pid_file",
          "cluster_name",
          "password_encryption",
          "ssl",
          "ssl_cert_file",
          "ssl_key_file",
          "logging_collector");

  ServerConfig {
    settings = Map.copyOf(settings);
    settings.forEach(ServerConfig::check);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches() || value.chars().anyMatch(Character::isISOControl)) {
      throw StoreProblem.OPTION.because(
          "\"" + name + "\" is no server setting, or its value has control characters.",
          "Write the setting as in the PostgreSQL manual.");
    }
    if (RESERVED.contains(name) || name.startsWith("log_")) {
      throw StoreProblem.OPTION.because(
          "The server setting " + name + " is decided by Upheld.", "Leave it out.");
    }
  }

  /**
   * Whether the caller gave up durability, as tests do; then creating the data need not wait
   * either.
   */
  boolean durable() {
    return !"off".equals(settings.get("fsync"));
  }

  /** The main configuration file. */
  String main(Instance instance, int port) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("listen_addresses", "127.0.0.1");
    all.put("port", Integer.toString(port));
    all.put("unix_socket_directories", "");
    all.put("hba_file", instance.access().toString());
    all.put("cluster_name", instance.clusterName());
    all.put("password_encryption", "scram-sha-256");
    all.putIfAbsent("timezone", "UTC");
    all.putIfAbsent("lc_messages", "C");
    quietLog(all);
    if (tls) {
      all.put("ssl", "on");
      all.put("ssl_cert_file", instance.certificate().toString());
      all.put("ssl_key_file", instance.certificateKey().toString());
    }
    StringBuilder text = new StringBuilder("# Written by Upheld at every start.\n");
    all.forEach(
        (name, value) -> text.append(name).append(" = ").append(quoted(value)).append('\n'));
    return text.toString();
  }

  /**
   * Errors of statements quote values, and values can be personal data; the caller gets them
   * anyway. What remains is the life of the server itself.
   */
  private static void quietLog(Map<String, String> all) {
    all.put("log_min_messages", "log");
    all.put("log_min_error_statement", "panic");
    all.put("log_error_verbosity", "terse");
    all.put("log_parameter_max_length_on_error", "0");
    all.put("log_statement", "none");
    all.put("log_checkpoints", "off");
    all.put("log_autovacuum_min_duration", "-1");
    all.put("log_timezone", "UTC");
  }

  /** Who may connect: with a password, from this machine, and only encrypted where TLS is on. */
  String access() {
    return "# Written by Upheld at every start.\n"
        + (tls ? "hostssl" : "host")
        + " all all 127.0.0.1/32 scram-sha-256\n";
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}

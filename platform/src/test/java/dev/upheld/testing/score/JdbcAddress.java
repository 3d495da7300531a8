package dev.upheld.testing.score;

import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the addresses that JDBC drivers take: {@code jdbc:postgresql://host:5432/db?user=me}. */
public final class JdbcAddress {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private JdbcAddress() {}

  /**
   * The endpoint an address means. The connection is not encrypted unless the address asks for it.
   *
   * @param user outweighs the one in the address
   * @param password outweighs the one in the address
   * @throws IllegalArgumentException saying what is wrong, never the address itself
   */
  public static Endpoint endpoint(String url, Optional<String> user, Optional<String> password) {
    if (!url.startsWith("jdbc:")) {
      throw new IllegalArgumentException("the URL does not begin with jdbc:");
    }
    URI uri = uri(url.substring("jdbc:".length()));
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
    String kind =
        switch (scheme) {
          case "postgresql" -> "postgres";
          case "mariadb", "mysql" -> "mariadb";
          default ->
              throw new IllegalArgumentException(
                  "the URL is neither jdbc:postgresql: nor jdbc:mariadb:");
        };
    Map<String, String> query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    int usual = kind.equals("postgres") ? 5432 : 3306;
    String path = Optional.ofNullable(uri.getPath()).orElse("/");
    return new Endpoint(
        kind,
        Optional.ofNullable(uri.getHost()).orElse("localhost"),
        uri.getPort() < 0 ? usual : uri.getPort(),
        path.length() > 1 ? path.substring(1) : "",
        user.orElse(query.getOrDefault("user", "")),
        Secret.of(password.orElse(query.getOrDefault("password", ""))),
        Map.of("tls", isEncrypted(query) ? "require" : "off"),
        LIMIT);
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      // its message would repeat the address, password and all
      throw new IllegalArgumentException("the URL cannot be read");
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(
                pair.substring(equals + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static boolean isEncrypted(Map<String, String> query) {
    String mode = query.getOrDefault("sslmode", query.getOrDefault("sslMode", ""));
    String lower = mode.toLowerCase(Locale.ROOT);
    return query.getOrDefault("ssl", "").equals("true")
        || lower.equals("require")
        || lower.equals("trust")
        || lower.startsWith("verify");
  }
}

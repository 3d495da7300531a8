package dev.upheld.edge.console.account;

import dev.upheld.edge.console.http.Back;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where to go after signing in, as a cookie's value may hold it. */
final class Next {
  private Next() {}

  static String written(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** Only ever a path of ours, whatever the cookie says. */
  static String read(String value) {
    try {
      return Back.safe(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}

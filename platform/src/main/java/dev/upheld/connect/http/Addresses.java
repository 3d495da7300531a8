package dev.upheld.connect.http;

import dev.upheld.datamap.partner.PartnerAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses of calls to one partner. */
record Addresses(URI base) {
  private static final String ID = "{id}";

  /** What may stand in a path without changing it. */
  static boolean isId(String id) {
    return id.matches("[A-Za-z0-9_~-][A-Za-z0-9_.~@-]{0,199}");
  }

  URI of(String path, Map<String, String> query) {
    String asked =
        query.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(base + path + (asked.isEmpty() ? "" : "?" + asked));
  }

  static String with(String path, String id) {
    return path.replace(ID, encoded(id));
  }

  /** The address that an answer names; empty when it leads away from the partner. */
  Optional<URI> next(URI here, String link) {
    try {
      URI next = here.resolve(link);
      return next.getHost() != null && PartnerAddress.isSameDoor(base, next)
          ? Optional.of(next)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

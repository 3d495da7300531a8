package dev.upheld.edge.console.http;

import dev.upheld.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Where a request comes from, as far as it can be believed. */
public final class Origins {
  private final List<String> trustedProxies;

  /**
   * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
   */
  public Origins(List<String> trustedProxies) {
    this.trustedProxies = List.copyOf(trustedProxies);
  }

  /** The origin of a request. */
  public Origin of(HttpServletRequest request) {
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return new Origin(address(request), agent);
  }

  /**
   * The nearest address that no trusted proxy has; what stands further left in the header was
   * written by whoever sent the request.
   */
  private String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !trustedProxies.contains(address)) {
      return address;
    }
    List<String> hops = Arrays.stream(forwarded.split(",", -1)).map(String::strip).toList();
    return hops.reversed().stream()
        .filter(h -> !trustedProxies.contains(h))
        .findFirst()
        .orElse(address);
  }
}

package dev.upheld.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a request comes from.
 *
 * @param address the IP address; used for counting failures by its keyed hash, never kept
 * @param agent what the browser calls itself
 */
public record Origin(String address, String agent) {
  private static final int IPV6_BYTES = 16;

  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("edg/", "Edge"),
          Map.entry("opr/", "Opera"),
          Map.entry("firefox/", "Firefox"),
          Map.entry("chrome/", "Chrome"),
          Map.entry("safari/", "Safari"),
          Map.entry("curl/", "curl"));
  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iphone", "iOS"),
          Map.entry("ipad", "iOS"),
          Map.entry("android", "Android"),
          Map.entry("windows", "Windows"),
          Map.entry("mac os", "macOS"),
          Map.entry("linux", "Linux"));

  /** Browser and system in words: {@code Firefox, Linux}; not enough to follow anybody. */
  public String device() {
    return word(BROWSERS, "?") + ", " + word(SYSTEMS, "?");
  }

  private String word(List<Map.Entry<String, String>> known, String otherwise) {
    String lower = agent.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(e -> lower.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }

  /**
   * What failures are counted by: the whole address of IPv4, and of IPv6 the first 64 bits (RFC
   * 4291, 2.5.4), below which whoever has one address has as many as they like.
   */
  public String household() {
    try {
      byte[] bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
      return bytes.length == IPV6_BYTES
          ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2) + "/64"
          : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
  }

  /** The network, shortened: the first three numbers of IPv4, the first three groups of IPv6. */
  public String network() {
    if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      return address.substring(0, address.lastIndexOf('.')) + ".0/24";
    }
    String[] groups = address.split(":", -1);
    return groups.length < 3 || !address.matches("[0-9a-fA-F:.%]+")
        ? "?"
        : groups[0] + ":" + groups[1] + ":" + groups[2] + "::/48";
  }
}

package dev.upheld.datamap.values;

import java.util.Optional;

/**
 * Whole network addresses as text: four decimal octets, or IPv6 (RFC 4291). Stricter than {@link
 * HalfIp}, which also reads halves and numbers: here a version such as {@code 4.33.0} is none.
 */
public final class IpText {
  private static final int LONGEST = 60;

  private IpText() {}

  /** Whether the whole text, blanks around it and a network length behind it aside, is one. */
  public static boolean isAddress(String text) {
    String bare = text.strip();
    if (bare.length() < 3 || bare.length() > LONGEST) {
      return false;
    }
    int slash = bare.indexOf('/');
    String address = slash > 0 ? bare.substring(0, slash) : bare;
    int colon = address.indexOf(':');
    boolean v6 = colon >= 0 && address.indexOf(':', colon + 1) > 0;
    Optional<IpAddress> parsed =
        v6 ? IpAddress.parseV6(address) : colon < 0 ? IpAddress.parseV4(address) : Optional.empty();
    return parsed.isPresent();
  }
}

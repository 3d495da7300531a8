package dev.upheld.datamap.values;

import java.util.Optional;

/** A range of IP addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3). */
public final class Network {
  private final IpAddress base;
  private final int prefix;

  private Network(IpAddress base, int prefix) {
    this.base = base;
    this.prefix = prefix;
  }

  /** {@code 192.0.2.0/24}; empty when it is no range, or has bits set after the prefix. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || text.length() > 60) {
      return Optional.empty();
    }
    int prefix = IpAddress.octet(text.substring(slash + 1));
    return IpAddress.parse(text.substring(0, slash))
        .filter(base -> prefix >= 0 && prefix <= (base.v4() ? 32 : 128))
        .filter(base -> base.equals(masked(base, prefix)))
        .map(base -> new Network(base, prefix));
  }

  /**
   * Whether the address lies in the range. IPv4 written as IPv6 counts as IPv4.
   *
   * @param address any spelling without port; a zone is passed over
   */
  public boolean contains(String address) {
    int zone = address.indexOf('%');
    return IpAddress.parse(zone < 0 ? address : address.substring(0, zone))
        .map(a -> base.v4() ? a.unwrapped() : a)
        .filter(a -> a.v4() == base.v4())
        .filter(a -> masked(a, prefix).equals(base))
        .isPresent();
  }

  private static IpAddress masked(IpAddress address, int prefix) {
    if (address.v4()) {
      return IpAddress.v4(prefix == 0 ? 0 : address.low() & (-1L << (32 - prefix)));
    }
    long high = prefix >= 64 ? -1L : prefix == 0 ? 0 : -1L << (64 - prefix);
    long low = prefix <= 64 ? 0 : -1L << (128 - prefix);
    return new IpAddress(false, address.high() & high, address.low() & low);
  }
}

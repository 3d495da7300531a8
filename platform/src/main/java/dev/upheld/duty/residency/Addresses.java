package dev.upheld.duty.residency;

import dev.upheld.datamap.values.Network;
import java.util.List;
import java.util.Optional;

/** What the address a server gives itself says about where it stands. */
final class Addresses {
  /** RFC 1918, 6598, 3927, 4193, 4291: the same everywhere, so they say nothing of a country. */
  private static final List<String> ANYWHERE =
      List.of(
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "100.64.0.0/10",
          "169.254.0.0/16",
          "127.0.0.0/8",
          "::1/128",
          "fc00::/7",
          "fe80::/10");

  private Addresses() {}

  /** How an address fits the networks an operator documents. */
  enum Fit {
    /** Within one of them. */
    INSIDE,
    /** Outside, and an address that is used in every country: the server may be behind another. */
    ANYWHERE,
    /** Outside, and in the open: the server is not where its documents say. */
    OUTSIDE
  }

  static Fit fit(String address, List<String> networks) {
    String plain = address.contains("/") ? address.substring(0, address.indexOf('/')) : address;
    if (isIn(plain, networks)) {
      return Fit.INSIDE;
    }
    return isIn(plain, ANYWHERE) ? Fit.ANYWHERE : Fit.OUTSIDE;
  }

  private static boolean isIn(String address, List<String> networks) {
    return networks.stream()
        .map(Network::parse)
        .flatMap(Optional::stream)
        .anyMatch(network -> network.contains(address));
  }
}

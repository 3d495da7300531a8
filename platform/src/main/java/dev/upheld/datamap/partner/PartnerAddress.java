package dev.upheld.datamap.partner;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where a partner is reached. */
public final class PartnerAddress {
  private static final int LONGEST = 500;
  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");

  private PartnerAddress() {}

  /**
   * The address, without a slash at its end; empty when it is none that data of people may be sent
   * to. That is https with nothing but host, port and path; on this machine http will do.
   */
  public static Optional<URI> of(String text) {
    if (text.length() > LONGEST || !text.matches("https?://[^\\s?#@\\\\]+")) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      boolean whole = uri.getHost() != null && !uri.getHost().isEmpty();
      return whole && (uri.getScheme().equals("https") || isOwn(uri))
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isOwn(URI uri) {
    return OWN.contains(uri.getHost());
  }

  /** Whether both are the same door: what is meant for one may be sent to the other. */
  public static boolean isSameDoor(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
        && one.getHost().equalsIgnoreCase(String.valueOf(other.getHost()))
        && one.getPort() == other.getPort()
        && other.getUserInfo() == null;
  }
}

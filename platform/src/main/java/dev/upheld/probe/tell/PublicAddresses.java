package dev.upheld.probe.tell;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie on the public internet. All that is not plainly public counts as internal:
 * the special-purpose registries of IANA (RFC 6890 and its successors), and IPv4 addresses within
 * IPv6 ones are judged by what they stand for.
 */
final class PublicAddresses {
  private static final List<Block> INTERNAL =
      List.of(
          block("0.0.0.0/8"),
          block("10.0.0.0/8"),
          block("100.64.0.0/10"),
          block("127.0.0.0/8"),
          block("168.63.129.16/32"), // a cloud's metadata service on a public address
          block("169.254.0.0/16"),
          block("172.16.0.0/12"),
          block("192.0.0.0/24"),
          block("192.0.2.0/24"),
          block("192.88.99.0/24"),
          block("192.168.0.0/16"),
          block("198.18.0.0/15"),
          block("198.51.100.0/24"),
          block("203.0.113.0/24"),
          block("224.0.0.0/4"),
          block("240.0.0.0/4"));

  /** Only these are handed out for the public IPv6 internet. */
  private static final Block GLOBAL_UNICAST = block("2000::/3");

  private static final List<Block> INTERNAL_WITHIN_GLOBAL =
      List.of(block("2001::/23"), block("2001:db8::/32"), block("3fff::/20"));

  /** Carries an IPv4 address in its bytes 2 to 5 (RFC 3056). */
  private static final Block SIX_TO_FOUR = block("2002::/16");

  /** Carries an IPv4 address in its last bytes (RFC 6052). */
  private static final Block TRANSLATED = block("64:ff9b::/96");

  private PublicAddresses() {}

  /** Whether an address lies on the public internet. */
  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return INTERNAL.stream().noneMatch(b -> b.holds(bytes));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return contains(four(bytes, 2));
    }
    if (TRANSLATED.holds(bytes)) {
      return contains(four(bytes, 12));
    }
    return GLOBAL_UNICAST.holds(bytes)
        && INTERNAL_WITHIN_GLOBAL.stream().noneMatch(b -> b.holds(bytes));
  }

  private static InetAddress four(byte[] six, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(six, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static Block block(String text) {
    String[] parts = text.split("/", 2);
    return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
  }

  /** All addresses that begin with the same bits. */
  private static final class Block {
    private final byte[] start;
    private final int bits;

    Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = 0xff00 >> bits % 8;
      return Arrays.equals(address, 0, whole, start, 0, whole)
          && (bits % 8 == 0 || (address[whole] & mask) == (start[whole] & mask));
    }
  }
}

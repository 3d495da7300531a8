package dev.upheld.datamap.values;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An IP address as bits. Prints nothing, since an address is personal data.
 *
 * @param v4 whether it is an IPv4 address; then only the low 32 bits of {@code low} are used
 * @param high the first 64 bits of an IPv6 address
 * @param low the last 64 bits
 */
record IpAddress(boolean v4, long high, long low) {
  private static final BigInteger TWO_32 = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger SMALLEST_SIGNED = BigInteger.ONE.shiftLeft(31).negate();
  private static final long NAT64 = 0x0064_ff9b_0000_0000L;

  static IpAddress v4(long bits) {
    return new IpAddress(true, 0, bits & 0xFFFF_FFFFL);
  }

  /**
   * Below 2^32 the address is IPv4, below 2^128 it is IPv6. A negative number is an IPv4 address
   * that was squeezed into a signed 32 bit column.
   */
  static Optional<IpAddress> ofWhole(BigInteger number) {
    if (number.compareTo(SMALLEST_SIGNED) < 0 || number.bitLength() > 128) {
      return Optional.empty();
    }
    if (number.compareTo(TWO_32) < 0) {
      return Optional.of(v4(number.longValue()));
    }
    return Optional.of(new IpAddress(false, number.shiftRight(64).longValue(), number.longValue()));
  }

  /** Four bytes are IPv4, sixteen are IPv6, both in network order; the caller checks the length. */
  static IpAddress ofBytes(byte[] bytes) {
    return bytes.length == 4
        ? v4(bits(bytes, 0, 4))
        : new IpAddress(false, bits(bytes, 0, 8), bits(bytes, 8, 8));
  }

  private static long bits(byte[] bytes, int from, int count) {
    long bits = 0;
    for (int i = from; i < from + count; i++) {
      bits = bits << 8 | (bytes[i] & 0xFF);
    }
    return bits;
  }

  /** Either kind, told apart by the colon. */
  static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
  }

  /** Exactly four decimal octets; leading zeros are allowed, since some systems pad with them. */
  static Optional<IpAddress> parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (String part : parts) {
      int octet = octet(part);
      if (octet < 0) {
        return Optional.empty();
      }
      bits = bits << 8 | octet;
    }
    return Optional.of(v4(bits));
  }

  /** The value of one decimal octet, or -1. */
  static int octet(String part) {
    if (part.isEmpty() || part.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value > 255 ? -1 : value;
  }

  /**
   * Any form of RFC 4291 section 2.2: eight groups, {@code ::}, dotted tail; no zone, no prefix.
   */
  static Optional<IpAddress> parseV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(g -> g.length == 8).map(IpAddress::ofGroups);
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    Optional<int[]> head = groups(text.substring(0, gap));
    Optional<int[]> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length > 7) {
      return Optional.empty();
    }
    int[] all = new int[8];
    System.arraycopy(head.get(), 0, all, 0, head.get().length);
    System.arraycopy(tail.get(), 0, all, 8 - tail.get().length, tail.get().length);
    return Optional.of(ofGroups(all));
  }

  private static IpAddress ofGroups(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    return new IpAddress(false, high, low);
  }

  /** Groups of 16 bits; a dotted tail makes two of them. */
  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
    int[] groups = new int[parts.length + (dotted ? 1 : 0)];
    int hex = dotted ? parts.length - 1 : parts.length;
    for (int i = 0; i < hex; i++) {
      groups[i] = group(parts[i]);
      if (groups[i] < 0) {
        return Optional.empty();
      }
    }
    if (dotted) {
      Optional<IpAddress> tail = parseV4(parts[parts.length - 1]);
      if (tail.isEmpty()) {
        return Optional.empty();
      }
      groups[hex] = (int) (tail.get().low >>> 16);
      groups[hex + 1] = (int) (tail.get().low & 0xFFFF);
    }
    return Optional.of(groups);
  }

  /** The value of one hexadecimal group of one to four digits, or -1. */
  static int group(String part) {
    if (part.isEmpty() || part.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /**
   * The IPv4 address that an IPv6 form carries in its last 32 bits: mapped (RFC 4291, 2.5.5.2),
   * compatible (2.5.5.1), translated (RFC 7915) and NAT64 (RFC 6052); otherwise itself.
   */
  IpAddress unwrapped() {
    if (v4) {
      return this;
    }
    long middle = low >>> 32;
    boolean carried = high == 0 && (middle == 0 || middle == 0xFFFFL || middle == 0xFFFF_0000L);
    return carried || (high == NAT64 && middle == 0) ? v4(low) : this;
  }

  /**
   * Whether only the first half is there: IPv4 ends in two zero octets, IPv6 is zero after the
   * first 48 bits. A 6to4 address (RFC 3056) holds a whole IPv4 address within those 48 bits, so
   * that one must be halved too.
   */
  boolean isHalf() {
    IpAddress inner = unwrapped();
    if (inner.v4) {
      return (inner.low & 0xFFFF) == 0;
    }
    boolean sixToFour = high >>> 48 == 0x2002;
    long beyond = sixToFour ? 0xFFFF_FFFFL : 0xFFFFL;
    return (high & beyond) == 0 && low == 0;
  }

  @Override
  public String toString() {
    return "IpAddress[***]";
  }
}

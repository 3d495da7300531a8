package dev.upheld.datamap.values;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Is a value only the first half of an IP address? The first half of IPv4 is two octets; of IPv6 it
 * is the first 48 bits, which is what one site gets and what privacy authorities have accepted.
 *
 * <p>Accepted spellings: dotted IPv4 with a zero second half ({@code 192.168.0.0}), a masked one
 * ({@code 192.168.xxx.xxx}, {@code 192.168.*.*}), a missing one ({@code 192.168}); every IPv6
 * spelling; a prefix length, a zone, a port or brackets around it; whole numbers; 4 or 16 bytes, or
 * text kept as bytes; lists of addresses, of which every one must be half. Where part of an address
 * is masked, what is not masked was meant: {@code 192.168.0.xxx} shows three octets and is not
 * half. IPv4 inside IPv6 is judged as IPv4.
 */
public final class HalfIp {
  /** Longer words are no address; keeps hostile values cheap. */
  private static final int LONGEST = 100;

  private HalfIp() {}

  /** What a value turned out to be; later ones weigh more when a value holds several. */
  public enum Finding {
    /**
     * Nothing there: empty text, blanks, an empty list. No address, so nobody's address; the form
     * holds.
     */
    EMPTY,
    /** The first half of an address: the form holds. */
    HALF,
    /** Something else than an address: the form does not hold, since nobody knows what it is. */
    NOT_AN_ADDRESS,
    /** More than half of an address: the form does not hold. */
    FULL;

    /** Whether a value like this keeps the promise. */
    public boolean holds() {
      return this == EMPTY || this == HALF;
    }
  }

  /** Judges text: one address or several with commas, semicolons, blanks or quotes between. */
  public static Finding ofText(String text) {
    Finding worst = Finding.EMPTY;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || separates(text.charAt(i))) {
        worst = worse(worst, i - start > LONGEST ? Finding.NOT_AN_ADDRESS : ofWord(text, start, i));
        start = i + 1;
      }
      if (worst == Finding.FULL) {
        return worst;
      }
    }
    return worst;
  }

  /** Judges a whole number: IPv4 below 2^32 or as negative signed 32 bit, else IPv6. */
  public static Finding ofWhole(BigInteger number) {
    return judge(IpAddress.ofWhole(number));
  }

  /**
   * Judges bytes: 4 or 16 in network order, otherwise UTF-8 text. Sixteen bytes that spell an
   * address in ASCII are text; sixteen bytes of which only the first four are used are an IPv4
   * address padded by a fixed-length column, unless they begin like an IPv6 address in use.
   */
  public static Finding ofBytes(byte[] bytes) {
    if (bytes.length == 4) {
      return judge(Optional.of(IpAddress.ofBytes(bytes)));
    }
    if (bytes.length != 16) {
      return decoded(bytes).map(HalfIp::ofText).orElse(Finding.NOT_AN_ADDRESS);
    }
    Finding asText = decoded(bytes).map(HalfIp::ofText).orElse(Finding.NOT_AN_ADDRESS);
    if (asText == Finding.HALF || asText == Finding.FULL) {
      return asText;
    }
    IpAddress address = IpAddress.ofBytes(bytes);
    boolean padded = address.low() == 0 && (address.high() & 0xFFFF_FFFFL) == 0;
    return judge(
        Optional.of(
            padded && !inUse(bytes[0] & 0xFF) ? IpAddress.v4(address.high() >>> 32) : address));
  }

  /**
   * 2000::/3 is what has been handed out; fc00::/6 and above are private, link-local, multicast.
   */
  private static boolean inUse(int firstByte) {
    return firstByte >>> 5 == 1 || firstByte >= 0xFC;
  }

  private static boolean separates(char c) {
    return c <= ' ' || c == ',' || c == ';' || c == '"' || c == '\'' || c == '{' || c == '}';
  }

  private static Finding worse(Finding one, Finding other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Finding judge(Optional<IpAddress> address) {
    return address
        .map(a -> a.isHalf() ? Finding.HALF : Finding.FULL)
        .orElse(Finding.NOT_AN_ADDRESS);
  }

  private static Optional<String> decoded(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--; // fixed-length binary columns pad with zeros
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Finding ofWord(String text, int start, int end) {
    String word = bare(text.substring(start, end));
    if (word.isEmpty()) {
      return Finding.EMPTY;
    }
    int slash = word.lastIndexOf('/');
    if (slash < 0) {
      return ofAddress(withoutPort(word));
    }
    String address = withoutPort(word.substring(0, slash));
    int most = address.indexOf(':') >= 0 ? 128 : 32;
    int prefix = IpAddress.octet(word.substring(slash + 1));
    return prefix >= 0 && prefix <= most ? ofAddress(address) : Finding.NOT_AN_ADDRESS;
  }

  /** Without the bracket that opens or closes a JSON array; {@code [::1]:80} keeps its own. */
  private static String bare(String word) {
    if (word.equals("[]")) {
      return "";
    }
    String inner = word;
    while (inner.startsWith("[") && inner.indexOf(']') < 0) {
      inner = inner.substring(1);
    }
    while (inner.endsWith("]") && inner.indexOf('[') < 0) {
      inner = inner.substring(0, inner.length() - 1);
    }
    return inner;
  }

  /** {@code 192.0.2.1:443} and {@code [2001:db8::1]:443} without port and brackets. */
  private static String withoutPort(String word) {
    if (word.startsWith("[")) {
      int close = word.indexOf(']');
      boolean sound = close > 0 && (close == word.length() - 1 || isPort(word, close + 1));
      return sound ? word.substring(1, close) : word;
    }
    int colon = word.indexOf(':');
    boolean one = colon > 0 && colon == word.lastIndexOf(':') && word.lastIndexOf('.') < colon;
    return one && word.indexOf('.') > 0 && isPort(word, colon) ? word.substring(0, colon) : word;
  }

  private static boolean isPort(String word, int colon) {
    String port = word.substring(colon + 1);
    return word.charAt(colon) == ':'
        && !port.isEmpty()
        && port.length() <= 5
        && port.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Finding ofAddress(String word) {
    int zone = word.indexOf('%');
    if (zone > 0 && word.indexOf(':') >= 0) {
      return ofColons(word.substring(0, zone));
    }
    if (word.indexOf(':') >= 0) {
      return ofColons(word);
    }
    return word.indexOf('.') >= 0 ? ofDots(word) : ofNumber(word);
  }

  private static Finding ofDots(String word) {
    String[] parts = word.split("\\.", -1);
    boolean open = parts[parts.length - 1].isEmpty(); // "192.168."
    int count = open ? parts.length - 1 : parts.length;
    boolean masked = false;
    boolean tailHidden = true;
    boolean tailZero = true;
    for (int i = 0; i < count; i++) {
      boolean hidden = isMask(parts[i], 3);
      int octet = hidden ? 0 : IpAddress.octet(parts[i]);
      if (octet < 0) {
        return Finding.NOT_AN_ADDRESS;
      }
      masked |= hidden;
      tailHidden &= i < 2 || hidden;
      tailZero &= i < 2 || octet == 0;
    }
    if (count == 0 || parts.length > 4) {
      return Finding.NOT_AN_ADDRESS;
    }
    boolean half = (masked || count < 4) ? tailHidden : tailZero;
    return half ? Finding.HALF : Finding.FULL;
  }

  private static Finding ofColons(String word) {
    if (word.indexOf('x') < 0 && word.indexOf('X') < 0 && word.indexOf('*') < 0) {
      return judge(IpAddress.parseV6(word));
    }
    String[] groups = word.split(":", -1);
    boolean tailHidden = true;
    for (int i = 0; i < groups.length; i++) {
      boolean hidden = isMask(groups[i], 4);
      if (!hidden && IpAddress.group(groups[i]) < 0) {
        return Finding.NOT_AN_ADDRESS;
      }
      tailHidden &= i < 3 || hidden;
    }
    if (groups.length != 8) {
      return Finding.NOT_AN_ADDRESS;
    }
    return tailHidden ? Finding.HALF : Finding.FULL;
  }

  private static boolean isMask(String part, int longest) {
    return !part.isEmpty()
        && part.length() <= longest
        && part.chars().allMatch(c -> c == 'x' || c == 'X' || c == '*' || c == '#');
  }

  /** A number in a text column, decimal or {@code 0x} hexadecimal. */
  private static Finding ofNumber(String word) {
    boolean hex = word.startsWith("0x") || word.startsWith("0X");
    String digits = hex ? word.substring(2) : word.startsWith("-") ? word.substring(1) : word;
    boolean number =
        !digits.isEmpty()
            && digits.length() <= 39
            && digits.chars().allMatch(c -> c < 128 && Character.digit(c, hex ? 16 : 10) >= 0);
    if (!number) {
      return Finding.NOT_AN_ADDRESS;
    }
    BigInteger value = new BigInteger(digits, hex ? 16 : 10);
    return ofWhole(word.startsWith("-") ? value.negate() : value);
  }
}

package dev.upheld.demo.tables;

import dev.upheld.demo.sql.Row;

/** Network addresses from the ranges for documentation (RFC 5737, RFC 3849) and private use. */
final class Networks {

  private Networks() {}

  /** The first half of an address: two octets, or 48 bits, and zeros. */
  static String half(Row r) {
    return r.when(
        r.chance("family", 25),
        r.text(r.lit("2001:db8:"), r.sql().hex(r.below("site", 65_536)), r.lit("::")),
        r.text(halfOfFour(r), r.lit(".0.0")));
  }

  /** As {@link #half}, of IPv4 only, as one whole number. */
  static String halfAsNumber(Row r) {
    return r.when(
        r.chance("documentation", 50),
        Long.toString(203L << 24),
        "((2560 + " + r.below("private", 256) + ") * 65536)");
  }

  /** A whole address. */
  static String full(Row r) {
    String last = "(1 + " + r.below("host", 254) + ")";
    return r.when(
        r.chance("family", 25),
        r.text(
            r.lit("2001:db8:"),
            r.sql().hex(r.below("site", 65_536)),
            r.lit("::"),
            r.sql().hex("(1 + " + r.below("host", 65_000) + ")")),
        r.when(
            r.chance("documentation", 60),
            r.text(r.lit("203.0.113."), last),
            r.text(r.lit("10."), r.below("private", 256), r.lit(".7."), last)));
  }

  private static String halfOfFour(Row r) {
    return r.when(
        r.chance("documentation", 50),
        r.lit("203.0"),
        r.when(
            r.chance("private", 70),
            r.text(r.lit("10."), r.below("second", 256)),
            r.text(r.lit("172."), "(16 + " + r.below("second", 16) + ")")));
  }
}

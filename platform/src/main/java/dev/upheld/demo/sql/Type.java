package dev.upheld.demo.sql;

/** Types of columns that both dialects have, each in its own way. */
public enum Type {
  BIG,
  SMALL,
  TEXT,
  LONG_TEXT,
  /** Two letters. */
  COUNTRY,
  INSTANT,
  DATE,
  /** Money. */
  AMOUNT,
  /** Whole numbers beyond 64 bits. */
  WIDE,
  BOOLEAN,
  /** A network address: {@code inet}, or 4 to 16 bytes where there is no such type. */
  ADDRESS,
  JSON,
  BYTES
}

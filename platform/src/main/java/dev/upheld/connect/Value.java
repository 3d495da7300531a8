package dev.upheld.connect;

/**
 * A value on its way from a system to an exact test. May be personal data: lives for the length of
 * one call, and prints nothing.
 */
public sealed interface Value {

  /** Text; network addresses, UUIDs and JSON arrive as their canonical text. */
  record Text(String value) implements Value {
    @Override
    public String toString() {
      return "Text[***]";
    }
  }

  /** A whole number: an address kept as an integer, a card number in a numeric column. */
  record Whole(java.math.BigInteger value) implements Value {
    @Override
    public String toString() {
      return "Whole[***]";
    }
  }

  /** Raw bytes: an address in {@code binary(16)}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by content below; copied nowhere
  record Bytes(byte[] value) implements Value {
    @Override
    public String toString() {
      return "Bytes[***]";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes(byte[] o) && java.util.Arrays.equals(o, value);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(value);
    }
  }
}

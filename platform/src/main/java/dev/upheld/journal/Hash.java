package dev.upheld.journal;

import dev.upheld.kernel.Sha256;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash as a value. */
final class Hash {
  static final int BYTES = 32;

  /** What stands before the first entry. */
  static final Hash NONE = new Hash(new byte[BYTES]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes must not change any more. */
  static Hash of(byte[] bytes) {
    return new Hash(bytes);
  }

  static Hash ofText(String text) {
    return new Hash(Sha256.of(text));
  }

  /** Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 64 small hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}

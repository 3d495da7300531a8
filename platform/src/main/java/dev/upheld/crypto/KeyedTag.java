package dev.upheld.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of 64 bits, fast enough to be made of
 * every word of a database. Whoever lacks the key cannot try values. It tells what is certainly
 * different; that two values are the same {@link KeyedHash} tells. Thread-safe.
 */
public final class KeyedTag {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long k0;
  private final long k1;

  /**
   * @param key 16 bytes
   */
  public KeyedTag(byte[] key) {
    if (key.length != 16) {
      throw new IllegalArgumentException("a key of SipHash has 16 bytes");
    }
    k0 = (long) LONGS.get(key, 0);
    k1 = (long) LONGS.get(key, 8);
  }

  /**
   * With a key that follows from another and does not betray it.
   *
   * @param purpose tells keys for different purposes apart
   */
  public static KeyedTag of(KeyedHash hash, String purpose) {
    byte[] derived = hash.of(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new KeyedTag(Arrays.copyOf(derived, 16));
  }

  /** The tag of these bytes. */
  public long of(byte[] bytes, int from, int to) {
    long v0 = k0 ^ 0x736f6d6570736575L;
    long v1 = k1 ^ 0x646f72616e646f6dL;
    long v2 = k0 ^ 0x6c7967656e657261L;
    long v3 = k1 ^ 0x7465646279746573L;
    int length = to - from;
    int whole = from + (length & ~7);
    for (int i = from; ; i += 8) {
      boolean last = i >= whole;
      long m = last ? rest(bytes, i, to, length) : (long) LONGS.get(bytes, i);
      v3 ^= m;
      for (int round = 0; round < 2; round++) {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= m;
      if (last) {
        break;
      }
    }
    v2 ^= 0xff;
    for (int round = 0; round < 4; round++) {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long rest(byte[] bytes, int at, int to, int length) {
    long m = (long) length << 56;
    for (int i = to - 1; i >= at; i--) {
      m |= (bytes[i] & 0xffL) << (8 * (i - at));
    }
    return m;
  }
}

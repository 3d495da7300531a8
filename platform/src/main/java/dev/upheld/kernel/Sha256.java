package dev.upheld.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every JDK has. Hexadecimal digits are small, 64 of them. */
public final class Sha256 {
  private Sha256() {}

  /** For what comes piece by piece; not for several threads. */
  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The 32 bytes of the hash. */
  public static byte[] of(byte[] bytes) {
    return begin().digest(bytes);
  }

  /** The hash of the text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash in hexadecimal digits. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /** The hash of the text in UTF-8, in hexadecimal digits. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(of(text));
  }

  /** The hash of all that the stream still holds, read in pieces; the stream stays open. */
  public static String hex(InputStream in) throws IOException {
    MessageDigest digest = begin();
    new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
    return end(digest);
  }

  /** What a digest has taken in, in hexadecimal digits; it begins anew after that. */
  public static String end(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}

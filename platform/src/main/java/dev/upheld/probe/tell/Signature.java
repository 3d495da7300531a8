package dev.upheld.probe.tell;

import dev.upheld.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Upheld-Signature: t=SECONDS,v1=HEX}: HMAC-SHA-256 (RFC 2104) under the shared
 * secret over the seconds, a full stop and the body, so that neither can be changed and an old
 * message is known to be old. {@code docs/webhooks.md} shows how to check it.
 */
public final class Signature {
  /** The header's name. */
  public static final String HEADER = "Upheld-Signature";

  /** How far the time in a signature may be from the receiver's. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

  private Signature() {}

  /** The header's value. */
  public static String of(Secret<String> secret, Instant at, String body) {
    long seconds = at.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
  }

  /** What a header is worth. */
  public enum Worth {
    /** Made with the secret, lately. */
    GENUINE,
    /** Made with the secret, and not lately by our clock. */
    STALE,
    /** Not made with the secret for this body. */
    FALSE
  }

  /** Whether a header is genuine and not older or newer than {@link #WINDOW}; for receivers. */
  public static boolean verifies(Secret<String> secret, String header, String body, Instant now) {
    return judge(secret, header, body, now) == Worth.GENUINE;
  }

  /** What a header is worth; whether it is stale learns only who has the secret. */
  public static Worth judge(Secret<String> secret, String header, String body, Instant now) {
    Matcher parts = FORM.matcher(header);
    if (!parts.matches()) {
      return Worth.FALSE;
    }
    long seconds = Long.parseLong(parts.group(1));
    byte[] given = HexFormat.of().parseHex(parts.group(2));
    if (!MessageDigest.isEqual(given, mac(secret, seconds, body))) {
      return Worth.FALSE;
    }
    boolean lately = Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds();
    return lately ? Worth.GENUINE : Worth.STALE;
  }

  private static byte[] mac(Secret<String> secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}

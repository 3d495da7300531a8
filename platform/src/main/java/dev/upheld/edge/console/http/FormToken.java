package dev.upheld.edge.console.http;

import dev.upheld.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value every form carries against forged requests: a keyed hash over nothing but the secret of
 * the session it belongs to. In a page it is masked, anew each time: a page is compressed, and the
 * length of what is compressed together with words of an attacker would tell the value bit by bit.
 */
public final class FormToken {
  private static final String NEW = FormToken.class.getName();

  private FormToken() {}

  /** The value for forms of whoever holds this secret. */
  public static String of(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] value = mac.doFinal("form".getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** A session was opened while this request is answered: forms of the answer belong to it. */
  public static void changed(HttpServletRequest request, Secret<String> session) {
    request.setAttribute(NEW, masked(of(session.reveal())));
  }

  /** As Spring Security masks it: random bytes, then the value crossed with them. */
  private static String masked(String value) {
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    byte[] mask = new byte[plain.length];
    new SecureRandom().nextBytes(mask);
    byte[] both = Arrays.copyOf(mask, 2 * plain.length);
    for (int i = 0; i < plain.length; i++) {
      both[plain.length + i] = (byte) (both[i] ^ plain[i]);
    }
    return Base64.getUrlEncoder().encodeToString(both);
  }

  static Optional<String> changed(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(NEW));
  }
}

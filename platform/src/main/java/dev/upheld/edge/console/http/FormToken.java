package dev.upheld.edge.console.http;

import dev.upheld.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value every form carries against forged requests: a keyed hash over nothing but the secret of
 * the session it belongs to. Pages are not compressed, so it need not change from page to page.
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
    request.setAttribute(NEW, of(session.reveal()));
  }

  static Optional<String> changed(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getAttribute(NEW));
  }
}

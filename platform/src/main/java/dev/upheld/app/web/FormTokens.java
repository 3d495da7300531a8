package dev.upheld.app.web;

import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Cookies.Kind;
import dev.upheld.edge.console.http.FormToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token every form carries against forged requests. It is computed from the session's own
 * secret (or, before sign-in, from a random cookie), so nothing is kept, it ends with the session,
 * and a new session has a new one.
 */
final class FormTokens implements CsrfTokenRepository {
  static final String PARAMETER = "_csrf";
  static final String HEADER = "X-CSRF-TOKEN";
  private static final int BYTES = 24;

  private final Cookies cookies;
  private final SecureRandom random = new SecureRandom();

  FormTokens(Cookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return cookies
        .read(request, Kind.SESSION)
        .or(() -> cookies.read(request, Kind.FORMS))
        .filter(secret -> secret.length() >= BYTES)
        .map(FormTokens::token)
        .orElse(null);
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.setAttribute(FormTokens.class.getName(), secret);
    return token(secret);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    Optional.ofNullable((String) request.getAttribute(FormTokens.class.getName()))
        .ifPresent(secret -> cookies.write(response, Kind.FORMS, secret));
  }

  private static CsrfToken token(String secret) {
    return new DefaultCsrfToken(HEADER, PARAMETER, FormToken.of(secret));
  }
}

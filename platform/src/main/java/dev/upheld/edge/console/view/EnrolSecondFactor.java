package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * Sets up the second factor: a picture to scan, the key as text, and a first code. Posts to {@code
 * /account/second-factor} the field {@code code}, and {@code password} where it is asked. The key
 * itself stays with the session on the server.
 *
 * @param uri {@code otpauth://totp/...}, drawn as the picture
 * @param key the secret in Base32 without blanks, for typing
 * @param required whether the person can do nothing else before it is done
 * @param exchange whether it takes the place of another one: then the password is asked
 * @param errors by field: {@code code}, {@code password}, {@link FieldError#FORM}
 */
public record EnrolSecondFactor(
    String uri, String key, boolean required, boolean exchange, Map<String, FieldError> errors)
    implements View {
  public EnrolSecondFactor {
    errors = Map.copyOf(errors);
  }
}

package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * The page to sign in. Posts to {@code /sign-in} the fields {@code email} and {@code password}.
 *
 * @param email what was entered before; never the password
 * @param errors by field; {@link FieldError#FORM} for wrong entries and lockout
 */
public record SignIn(String email, Map<String, FieldError> errors) implements View {
  public SignIn {
    errors = Map.copyOf(errors);
  }
}

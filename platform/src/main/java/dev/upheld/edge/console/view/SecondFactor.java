package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * Asks for the code of the authenticator after the password. Posts to {@code /sign-in/code} the
 * field {@code code} (six digits; blanks may stand between them).
 *
 * @param errors by field: {@code code}, {@link FieldError#FORM}
 */
public record SecondFactor(Map<String, FieldError> errors) implements View {
  public SecondFactor {
    errors = Map.copyOf(errors);
  }
}

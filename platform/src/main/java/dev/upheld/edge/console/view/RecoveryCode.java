package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * Asks for a recovery code instead of the authenticator's. Posts to {@code /sign-in/recovery} the
 * field {@code recovery}.
 *
 * @param errors by field: {@code recovery}, {@link FieldError#FORM}
 */
public record RecoveryCode(Map<String, FieldError> errors) implements View {
  public RecoveryCode {
    errors = Map.copyOf(errors);
  }
}

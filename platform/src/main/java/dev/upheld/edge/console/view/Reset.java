package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * Sets a new password. Posts to the address it was opened at ({@code /reset/{token}}) the fields
 * {@code password} and {@code repeat}.
 *
 * @param leastLength of the password, in characters
 * @param errors by field: {@code password}, {@code repeat}, {@link FieldError#FORM}
 */
public record Reset(int leastLength, Map<String, FieldError> errors) implements View {
  public Reset {
    errors = Map.copyOf(errors);
  }
}

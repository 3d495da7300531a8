package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * Accepts an invitation. Posts to the address it was opened at ({@code /invitation/{token}}) the
 * fields {@code name}, {@code password} and {@code repeat}.
 *
 * @param company that invites
 * @param email the address invited
 * @param role the word of the role offered: {@code officer}
 * @param name what was entered before
 * @param leastLength of the password, in characters
 * @param errors by field, {@link FieldError#FORM} for the whole
 */
public record Invitation(
    String company,
    String email,
    String role,
    String name,
    int leastLength,
    Map<String, FieldError> errors)
    implements View {
  public Invitation {
    errors = Map.copyOf(errors);
  }
}

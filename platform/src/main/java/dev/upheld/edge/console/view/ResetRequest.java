package dev.upheld.edge.console.view;

import java.util.Map;

/**
 * Asks for a mail to set a new password. Posts to {@code /reset} the field {@code email}.
 *
 * @param sent whether the request was taken; the page then says the same for known and unknown
 *     addresses
 * @param email what was entered before
 * @param errors by field: {@code email}, {@link FieldError#FORM}
 */
public record ResetRequest(boolean sent, String email, Map<String, FieldError> errors)
    implements View {
  public ResetRequest {
    errors = Map.copyOf(errors);
  }
}

package dev.upheld.edge.console.proof;

import dev.upheld.edge.console.view.FieldError;
import java.util.Map;

/**
 * What was entered in a form that was not accepted, and why, by {@code form.field}.
 *
 * @param entered as it was sent
 * @param errors what is wrong
 */
record Refusal(Map<String, String> entered, Map<String, FieldError> errors) {
  static final Refusal NONE = new Refusal(Map.of(), Map.of());

  Refusal {
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
  }
}

package dev.upheld.edge.console.view;

import dev.upheld.register.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * People of whom nothing is erased for now, and the form to add one.
 *
 * @param today where the company is
 * @param manage whether whoever looks may set and lift them
 * @param entered what was typed, by field, when the form comes back
 */
public record HoldsPage(
    List<Holds.Hold> holds,
    LocalDate today,
    boolean manage,
    Map<String, String> entered,
    Map<String, FieldError> errors)
    implements View {
  public HoldsPage {
    holds = List.copyOf(holds);
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return entered.getOrDefault(field, "");
  }
}

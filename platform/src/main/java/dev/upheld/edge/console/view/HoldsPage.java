package dev.upheld.edge.console.view;

import dev.upheld.engine.HoldingRows;
import dev.upheld.register.HeldRows;
import dev.upheld.register.Holds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * People and rows of which nothing is erased for now, and the forms to add one.
 *
 * @param today where the company is
 * @param manage whether whoever looks may set and lift them
 * @param choices what rows there are to be held
 * @param entered what was typed, by field, when the form comes back
 * @param trouble why rows cannot be held as it was said, in English
 * @param counted rows that a hold is about now, for one that somebody asked about
 */
public record HoldsPage(
    List<Holds.Hold> holds,
    LocalDate today,
    boolean manage,
    Choices choices,
    Map<String, String> entered,
    Map<String, FieldError> errors,
    Optional<String> trouble,
    Map<UUID, List<HoldingRows.Counted>> counted)
    implements View {
  public HoldsPage {
    holds = List.copyOf(holds);
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
    counted = Map.copyOf(counted);
  }

  /**
   * Rows that can be held.
   *
   * @param places as system/place
   */
  public record Choices(List<String> activities, List<String> places) {
    public Choices {
      activities = List.copyOf(activities);
      places = List.copyOf(places);
    }
  }

  /** With empty forms. */
  public static HoldsPage of(
      List<Holds.Hold> holds, LocalDate today, boolean manage, Choices choices) {
    return new HoldsPage(
        holds, today, manage, choices, Map.of(), Map.of(), Optional.empty(), Map.of());
  }

  /** With what was typed, and what is wrong with it. */
  public HoldsPage form(Map<String, String> typed, Map<String, FieldError> wrong) {
    return new HoldsPage(holds, today, manage, choices, typed, wrong, trouble, counted);
  }

  /** With why it cannot be. */
  public HoldsPage trouble(String why) {
    return new HoldsPage(holds, today, manage, choices, entered, errors, Optional.of(why), counted);
  }

  /** With what one of them is about now. */
  public HoldsPage counted(UUID hold, List<HoldingRows.Counted> rows) {
    return new HoldsPage(
        holds, today, manage, choices, entered, errors, trouble, Map.of(hold, rows));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return entered.getOrDefault(field, "");
  }

  /** Whether the form about rows came back. */
  public boolean isOfRows() {
    return !typed("what").isEmpty() || errors.containsKey("what");
  }

  /** What was typed into a field of the form about rows, or of the other. */
  public String typed(String field, boolean rows) {
    return rows == isOfRows() ? typed(field) : "";
  }

  /** What is wrong with the form about rows, or with the other. */
  public Map<String, FieldError> errors(boolean rows) {
    return rows == isOfRows() ? errors : Map.of();
  }

  /** Which values of a place are held. */
  public static Optional<HeldRows.By> by(HeldRows rows) {
    return rows.parts().stream().flatMap(part -> part.by().stream()).findFirst();
  }
}

package dev.upheld.edge.console.view;

import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Reviewing;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept by a reason without a number, and the form to decide about it. Acts: {@code POST
 * /retention/reviews/keep}, {@code /retention/reviews/look} and {@code /retention/reviews/erase}.
 *
 * @param today where the company is
 * @param decide whether whoever looks may decide
 * @param chosen rules that were ticked, when the form comes back
 * @param entered what was typed, by field, when the form comes back
 * @param endings what would go, rule by rule, once it was asked for
 * @param refused why nothing was decided
 */
public record RetentionReviews(
    List<Reviewing.Line> lines,
    LocalDate today,
    boolean decide,
    Set<String> chosen,
    Map<String, String> entered,
    Map<String, FieldError> errors,
    List<Planned> endings,
    Optional<String> refused)
    implements View {
  public RetentionReviews {
    lines = List.copyOf(lines);
    chosen = Set.copyOf(chosen);
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
    endings = List.copyOf(endings);
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return entered.getOrDefault(field, "");
  }

  /** The day that was typed, before which rows would go; empty where it is none. */
  public Optional<LocalDate> before() {
    try {
      return Optional.of(LocalDate.parse(typed("before")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The last day that suits every rule that was counted; today where there is none. */
  public LocalDate latest() {
    return lines.stream().map(Reviewing.Line::latest).min(LocalDate::compareTo).orElse(today);
  }

  /** Rows that wait for a review. */
  public long due() {
    return lines.stream().flatMap(l -> l.counts().stream()).mapToLong(c -> c.due()).sum();
  }

  /** Of what was looked at, that of which is known what would go. */
  public List<Planned> able() {
    return endings.stream().filter(p -> p.would().isPresent()).toList();
  }

  /** Whether something of what was looked at can go. */
  public boolean goes() {
    return endings.stream().anyMatch(p -> p.would().filter(w -> w.listed() > 0).isPresent());
  }
}

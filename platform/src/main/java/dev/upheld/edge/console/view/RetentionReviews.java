package dev.upheld.edge.console.view;

import dev.upheld.duty.retention.Reviewing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept by a reason without a number, and the form to decide about it. Acts: {@code POST
 * /retention/reviews/keep}, {@code /retention/reviews/look} and {@code /retention/reviews/count}.
 *
 * @param today where the company is
 * @param chosen rules that were ticked, when the form comes back
 * @param entered what was typed, by field, when the form comes back
 * @param refused why nothing was decided
 */
public record RetentionReviews(
    List<Reviewing.Line> lines,
    LocalDate today,
    May may,
    Set<String> chosen,
    Map<String, String> entered,
    Map<String, FieldError> errors,
    Optional<String> refused)
    implements View {
  public RetentionReviews {
    lines = List.copyOf(lines);
    chosen = Set.copyOf(chosen);
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
  }

  /**
   * What whoever looks may do.
   *
   * @param decide decide about rows
   * @param count have them counted anew
   */
  public record May(boolean decide, boolean count) {}

  /** What was typed into a field. */
  public String typed(String field) {
    return entered.getOrDefault(field, "");
  }

  /** The last day that suits every rule that was counted; today where there is none. */
  public LocalDate latest() {
    return lines.stream().map(Reviewing.Line::latest).min(LocalDate::compareTo).orElse(today);
  }

  /** Rows that wait for a review, as they were last counted. */
  public long due() {
    return lines.stream().flatMap(l -> l.counts().stream()).mapToLong(c -> c.due()).sum();
  }

  /** When the oldest of the counts was made; empty where nobody counted. */
  public Optional<Instant> counted() {
    return lines.stream()
        .flatMap(l -> l.counts().stream())
        .map(Reviewing.Counts::made)
        .min(Instant::compareTo);
  }

  /** Whether somebody looked at what would go. */
  public boolean looked() {
    return lines.stream().anyMatch(l -> l.look().isPresent());
  }
}

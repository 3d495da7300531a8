package dev.upheld.edge.console.request;

import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.engine.RowsAsked;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a hold, as sent.
 *
 * @param person one {@code word: value} a line; missing where rows are meant
 * @param what {@code activity ID}, or {@code place SYSTEM/PLACE}; missing where a person is meant
 * @param key of one row
 * @param by a column or an event; empty for the column that names a row
 */
public record HeldForm(
    @Nullable String person,
    @Nullable String what,
    @Nullable String key,
    @Nullable String by,
    @Nullable String from,
    @Nullable String to,
    @Nullable String reason,
    @Nullable String owner,
    @Nullable String review,
    @Nullable String secret) {

  private static final String ACTIVITY = "activity ";
  private static final String PLACE = "place ";

  Map<String, String> entered() {
    Map<String, String> entered = new HashMap<>();
    entered.put("person", plain(person));
    entered.put("what", plain(what));
    entered.put("key", plain(key));
    entered.put("by", plain(by));
    entered.put("from", plain(from));
    entered.put("to", plain(to));
    entered.put("reason", plain(reason));
    entered.put("owner", plain(owner));
    entered.put("review", plain(review));
    entered.put("secret", secret == null ? "" : "yes");
    return entered;
  }

  private static String plain(@Nullable String field) {
    return Objects.requireNonNullElse(field, "").strip();
  }

  private static Optional<String> said(@Nullable String field) {
    return Optional.of(plain(field)).filter(f -> !f.isEmpty());
  }

  boolean isOfRows() {
    return what != null;
  }

  /** The rows meant; empty where the fields do not say so, which is then among the errors. */
  Optional<RowsAsked> rows(Map<String, FieldError> errors) {
    String chosen = plain(what);
    boolean range = said(from).or(() -> said(to)).isPresent();
    if (chosen.startsWith(ACTIVITY)) {
      if (said(key).isPresent() || range) {
        errors.put("what", FieldError.of(Fault.UNKNOWN_CHOICE));
        return Optional.empty();
      }
      return Optional.of(new RowsAsked.OfActivity(chosen.substring(ACTIVITY.length())));
    }
    if (!chosen.startsWith(PLACE)) {
      errors.put("what", FieldError.of(Fault.REQUIRED));
      return Optional.empty();
    }
    if (said(key).isPresent() == range) {
      errors.put("key", FieldError.of(range ? Fault.UNKNOWN_CHOICE : Fault.REQUIRED));
      return Optional.empty();
    }
    String place = chosen.substring(PLACE.length());
    return Optional.of(
        range
            ? new RowsAsked.Between(place, said(by), said(from), said(to))
            : new RowsAsked.One(place, plain(key)));
  }

  @Override
  public String toString() {
    return "HeldForm";
  }
}

package dev.upheld.edge.console.view;

import dev.upheld.duty.retention.ReviewLook;
import dev.upheld.duty.retention.Reviewing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What would go if reviews decided so, place by place, and the form that decides. Act: {@code POST
 * /retention/reviews/erase}, where each {@code rule} is an item's {@link Item#value}.
 *
 * @param chosen what was ticked, when the form comes back
 * @param reason what was typed, when the form comes back
 * @param refused why nothing was decided
 */
public record ReviewEndings(
    List<Item> items,
    Set<String> chosen,
    String reason,
    Map<String, FieldError> errors,
    Optional<String> refused)
    implements View {
  public ReviewEndings {
    items = List.copyOf(items);
    chosen = Set.copyOf(chosen);
    errors = Map.copyOf(errors);
  }

  /**
   * One place.
   *
   * @param fresh whether the look is no older than a day
   */
  public record Item(Reviewing.Line line, ReviewLook seen, boolean fresh) {

    /** What is sent where it is ticked. */
    public String value() {
      return seen.look().digest() + " " + line.rule().id();
    }

    /** Whether it can be decided: somebody saw within a day that something would go. */
    public boolean able() {
      return fresh
          && seen.saw()
          && seen.look().found().flatMap(f -> f.would()).filter(w -> w.listed() > 0).isPresent();
    }
  }

  /** Whether somebody is still looking. */
  public boolean going() {
    return items.stream().anyMatch(i -> i.seen().look().isGoing());
  }

  /** Whether something can be decided. */
  public boolean goes() {
    return items.stream().anyMatch(Item::able);
  }

  /** Whether it is ticked: what can be decided is, unless the form came back otherwise. */
  public boolean ticked(Item item) {
    return chosen.isEmpty() || chosen.contains(item.value());
  }
}

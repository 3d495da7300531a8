package dev.upheld.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where data may go.
 *
 * @param territories names of areas and the country codes in them: {@code EEA}
 * @param free the area within which data moves without any of these rules
 * @param adequate places held to be as good
 * @param tools by key
 */
public record TransferRules(
    Map<String, Sourced<Set<String>>> territories,
    Set<String> free,
    List<Adequacy> adequate,
    Map<String, TransferTool> tools) {
  public TransferRules {
    territories = Map.copyOf(territories);
    free = Set.copyOf(free);
    adequate = List.copyOf(adequate);
  }

  /** What the pack says of sending data to a place. */
  public enum Destination {
    /** Inside the area; no transfer. */
    INSIDE,
    /** Adequate without condition. */
    ADEQUATE,
    /** Adequate only under a condition, or contested, or not read in a source. */
    CONDITIONAL,
    /** A tool is needed. */
    NEEDS_TOOL
  }

  /** The country codes of an area; empty when the pack does not know the area. */
  public Set<String> territory(String name) {
    return Optional.ofNullable(territories.get(name)).map(Sourced::value).orElse(Set.of());
  }

  /** The adequacy of a place on a day, if there is one. */
  public Optional<Adequacy> adequacy(String place, LocalDate on) {
    return adequate.stream()
        .filter(a -> a.place().value().equals(place) && a.place().provenance().validOn(on))
        .findFirst();
  }

  /** What holds for a place on a day. */
  public Destination destination(String place, LocalDate on) {
    if (free.contains(place)) {
      return Destination.INSIDE;
    }
    return adequacy(place, on)
        .map(
            a ->
                a.condition().isPresent() || a.contested() || !a.place().mayBind()
                    ? Destination.CONDITIONAL
                    : Destination.ADEQUATE)
        .orElse(Destination.NEEDS_TOOL);
  }
}

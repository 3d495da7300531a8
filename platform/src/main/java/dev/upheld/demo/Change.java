package dev.upheld.demo;

import java.util.List;

/**
 * The statements that plant a fault in one database and those that heal it.
 *
 * @param plant in the order they must run
 * @param heal in the order they must run; leaves what it healed as healthy as it was made
 */
public record Change(List<String> plant, List<String> heal) {
  public Change {
    plant = List.copyOf(plant);
    heal = List.copyOf(heal);
  }

  /** First this change, then the other; healed the other way round. */
  public Change then(Change other) {
    return new Change(joined(plant, other.plant), joined(other.heal, heal));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}

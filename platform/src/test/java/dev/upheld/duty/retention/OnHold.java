package dev.upheld.duty.retention;

import dev.upheld.engine.Barring;
import dev.upheld.register.Holds;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever has one of these numbers is on hold, and these rows are. */
record OnHold(Set<String> customers, List<Holds.Hold> rows) implements Barring {
  OnHold(Set<String> customers) {
    this(customers, List.of());
  }

  @Override
  public boolean any() {
    return true;
  }

  @Override
  public Set<String> among(String word, Collection<String> values) {
    return word.equals("customers")
        ? values.stream().filter(customers::contains).collect(Collectors.toSet())
        : Set.of();
  }
}

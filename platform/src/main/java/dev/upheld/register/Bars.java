package dev.upheld.register;

import dev.upheld.register.Marks.Kind;
import dev.upheld.register.Marks.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * What keeps people's data from being erased, by requests and by retention alike: restrictions and
 * holds. Asks the store once for any number of people. Thread-safe.
 */
public final class Bars {
  private final Supplier<DSLContext> dsl;
  private final Fingerprints fingerprints;

  public Bars(Supplier<DSLContext> dsl, Fingerprints fingerprints) {
    this.dsl = dsl;
    this.fingerprints = fingerprints;
  }

  /**
   * Why nothing of a person may be erased now; empty when it may.
   *
   * @param identifiers everything known of the person, by word
   */
  public Optional<Kind> against(Map<String, ? extends Collection<String>> identifiers) {
    Set<String> prints = new HashSet<>();
    identifiers.forEach(
        (word, values) -> values.forEach(value -> prints.add(fingerprints.of(word, value))));
    return Marks.among(dsl.get(), prints).values().stream()
        .flatMap(List::stream)
        .map(Standing::kind)
        .filter(Kind.BARS::contains)
        .sorted() // what the person asked for is told before what somebody else wants
        .findFirst();
  }

  /** Whether there is anybody of whom nothing may be erased now. */
  public boolean any() {
    return Marks.anyOf(dsl.get(), Kind.BARS);
  }

  /**
   * Those of many people of whom nothing may be erased now; for retention, a batch at a time.
   *
   * @param word what kind of identifier the values are
   */
  public Set<String> among(String word, Collection<String> values) {
    Map<String, String> prints = new HashMap<>();
    values.forEach(value -> prints.put(value, fingerprints.of(word, value)));
    Map<String, List<Standing>> found = Marks.among(dsl.get(), Set.copyOf(prints.values()));
    Set<String> barred = new HashSet<>();
    prints.forEach(
        (value, print) -> {
          if (found.getOrDefault(print, List.of()).stream()
              .anyMatch(s -> Kind.BARS.contains(s.kind()))) {
            barred.add(value);
          }
        });
    return barred;
  }
}

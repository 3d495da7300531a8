package dev.upheld.discover.review;

import dev.upheld.datamap.read.Identifiers;
import dev.upheld.discover.review.Tree.Branch;
import dev.upheld.discover.review.Tree.Row;
import java.util.List;
import java.util.Set;

/** Where links and clocks of one place lead to another. */
final class Pointers {
  private static final String LINKS = "links";
  private static final String CLOCKS = "clocks";
  private static final Set<String> REFERENCES = Set.of("of", "max", "min");

  private Pointers() {}

  static boolean lead(Branch place, String id) {
    return all(place, LINKS).stream().anyMatch(l -> leadsTo(l, id))
        || all(place, CLOCKS).stream().anyMatch(c -> reads(c, id));
  }

  static void takeOut(Branch place, String id) {
    place.row(LINKS).ifPresent(row -> row.items().removeIf(link -> leadsTo(link, id)));
    place.branch(LINKS).ifPresent(links -> links.entries().values().removeIf(l -> leadsTo(l, id)));
    place.branch(CLOCKS).ifPresent(clocks -> clocks.entries().values().removeIf(c -> reads(c, id)));
    for (String section : List.of(LINKS, CLOCKS)) {
      if (place.entries().containsKey(section) && all(place, section).isEmpty()) {
        place.entries().remove(section);
      }
    }
  }

  private static List<Tree> all(Branch place, String section) {
    return switch (place.entries().get(section)) {
      case Branch branch -> List.copyOf(branch.entries().values());
      case Row row -> row.items();
      case Tree.Leaf _ -> List.of();
      case null -> List.of();
    };
  }

  static boolean leadsTo(Tree link, String id) {
    return link instanceof Branch said
        && said.text("to").filter(to -> Identifiers.parts(to).getFirst().equals(id)).isPresent();
  }

  /** The columns a listed link starts at. */
  static List<String> via(Tree link) {
    if (!(link instanceof Branch said)) {
      return List.of();
    }
    return said.row("via")
        .map(row -> row.items().stream().flatMap(t -> Tree.text(t).stream()).toList())
        .orElseGet(() -> said.text("via").stream().toList());
  }

  private static boolean reads(Tree clock, String id) {
    return switch (clock) {
      case Branch said ->
          said.entries().entrySet().stream()
              .anyMatch(
                  e ->
                      (REFERENCES.contains(e.getKey())
                              && Tree.text(e.getValue())
                                  .filter(t -> Identifiers.parts(t).getFirst().equals(id))
                                  .isPresent())
                          || reads(e.getValue(), id));
      case Row row -> row.items().stream().anyMatch(item -> reads(item, id));
      case Tree.Leaf _ -> false;
    };
  }
}

package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds how tables hang together. */
public final class LinkFinder {
  private static final Comparator<ProposedLink> ORDER =
      Comparator.comparing(ProposedLink::from)
          .thenComparing(link -> String.join("\n", link.fromColumns()))
          .thenComparing(ProposedLink::to)
          .thenComparing(link -> String.join("\n", link.toColumns()));

  private LinkFinder() {}

  /**
   * The links among some tables of one database: all the declared ones, and for each other column
   * or set of columns at most one that is likely.
   *
   * @param tables in any order, which changes nothing
   * @return sorted by source
   */
  public static List<ProposedLink> find(List<TableFacts> tables, Containment containment) {
    List<ProposedLink> links = new ArrayList<>();
    for (TableFacts table : tables) {
      table.declared().forEach(key -> links.add(declared(table, key)));
    }
    links.sort(ORDER);
    return LinkKinds.give(links);
  }

  private static ProposedLink declared(TableFacts table, TableFacts.Declared key) {
    return new ProposedLink(
        table.table(),
        key.columns(),
        key.to(),
        key.key(),
        true,
        Link.Kind.SHARED,
        1,
        List.of("the database declares it"));
  }
}

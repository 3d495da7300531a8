package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.NameWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each link means for a person's data. A row goes with a person when its way up ends at a
 * table of people: the lines of an invoice go with the customer, the film on the line does not.
 * Whoever only handled or wrote the row is mentioned in it. In doubt a link is shared: nothing is
 * ever erased along a guess.
 */
final class LinkKinds {
  private LinkKinds() {}

  /** The links, each with its kind; their order stays. */
  static List<ProposedLink> give(List<ProposedLink> links) {
    Map<TableName, Integer> theirs = withPeople(links);
    return links.stream().map(link -> link.as(kind(link, links, theirs))).toList();
  }

  /**
   * Tables of people, and tables whose rows go with one of those, each with the steps it takes to
   * get to the people. What several people share goes with none of them.
   */
  private static Map<TableName, Integer> withPeople(List<ProposedLink> links) {
    Map<TableName, Integer> theirs = new HashMap<>();
    for (ProposedLink link : links) {
      Stream.of(link.from(), link.to())
          .filter(People::isOfPeople)
          .forEach(table -> theirs.put(table, 0));
    }
    boolean grew = true;
    for (int steps = 1; grew; steps++) {
      List<TableName> next = new ArrayList<>();
      for (ProposedLink link : links) {
        if (theirs.containsKey(link.to())
            && !theirs.containsKey(link.from())
            && !isHandling(link)
            && !People.isOfStaff(link.to())
            && !People.isOfMany(link.from())) {
          next.add(link.from());
        }
      }
      for (TableName table : next) {
        theirs.put(table, steps);
      }
      grew = !next.isEmpty();
    }
    return theirs;
  }

  private static Link.Kind kind(
      ProposedLink link, List<ProposedLink> links, Map<TableName, Integer> theirs) {
    boolean people = People.isOfPeople(link.to()) || People.isOfStaff(link.to());
    if (people && (isHandling(link) || link.from().equals(link.to()))) {
      return Link.Kind.MENTIONS;
    }
    if (People.isOfStaff(link.to())) {
      return theirs.containsKey(link.from()) || links.stream().anyMatch(o -> rival(o, link))
          ? Link.Kind.MENTIONS
          : Link.Kind.OWNS;
    }
    return goesWith(link, theirs) && !isOneOfSeveral(link, links)
        ? Link.Kind.OWNS
        : Link.Kind.SHARED;
  }

  /** A row goes with what is nearer to the person, not a person with what is theirs. */
  private static boolean goesWith(ProposedLink link, Map<TableName, Integer> theirs) {
    return theirs.containsKey(link.to())
        && theirs.containsKey(link.from())
        && theirs.get(link.to()) <= theirs.get(link.from());
  }

  /**
   * Sender and receiver have the same message. Where a table points at the same people more than
   * once, only a pointer that is called just after them says whose the row is.
   */
  private static boolean isOneOfSeveral(ProposedLink link, List<ProposedLink> links) {
    boolean several =
        People.isOfPeople(link.to())
            && links.stream()
                .anyMatch(
                    o ->
                        o.from().equals(link.from())
                            && o.to().equals(link.to())
                            && !isHandling(o)
                            && !o.fromColumns().equals(link.fromColumns()));
    return several && !link.fromColumns().stream().allMatch(c -> isPlain(c, link.to()));
  }

  private static boolean isPlain(String column, TableName table) {
    List<String> words = NameWords.of(column).inOrder();
    List<String> name = NameWords.of(table.name()).inOrder();
    List<String> said = words.stream().filter(w -> !Reading.isKeyWord(w)).toList();
    return said.isEmpty() || Naming.endsTable(said, name);
  }

  /** The row goes with somebody else already. */
  private static boolean rival(ProposedLink other, ProposedLink link) {
    return other.from().equals(link.from()) && People.isOfPeople(other.to());
  }

  private static boolean isHandling(ProposedLink link) {
    return link.fromColumns().stream().anyMatch(People::isHandling);
  }
}

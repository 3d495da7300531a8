package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    Set<TableName> theirs = withPeople(links);
    return links.stream().map(link -> link.as(kind(link, links, theirs))).toList();
  }

  /** Tables of people, and tables whose rows go with one of those. */
  private static Set<TableName> withPeople(List<ProposedLink> links) {
    Set<TableName> theirs = new HashSet<>();
    for (ProposedLink link : links) {
      theirs.addAll(List.of(link.from(), link.to()).stream().filter(People::isOfPeople).toList());
    }
    boolean grew = true;
    while (grew) {
      List<TableName> next = new ArrayList<>();
      for (ProposedLink link : links) {
        if (theirs.contains(link.to())
            && !theirs.contains(link.from())
            && !isHandling(link)
            && !People.isOfStaff(link.to())) {
          next.add(link.from());
        }
      }
      grew = theirs.addAll(next);
    }
    return theirs;
  }

  private static Link.Kind kind(
      ProposedLink link, List<ProposedLink> links, Set<TableName> theirs) {
    boolean people = People.isOfPeople(link.to()) || People.isOfStaff(link.to());
    if (people && (isHandling(link) || link.from().equals(link.to()))) {
      return Link.Kind.MENTIONS;
    }
    if (People.isOfStaff(link.to())) {
      return theirs.contains(link.from()) || links.stream().anyMatch(o -> rival(o, link))
          ? Link.Kind.MENTIONS
          : Link.Kind.OWNS;
    }
    return theirs.contains(link.to()) ? Link.Kind.OWNS : Link.Kind.SHARED;
  }

  /** The row goes with somebody else already. */
  private static boolean rival(ProposedLink other, ProposedLink link) {
    return other.from().equals(link.from()) && People.isOfPeople(other.to());
  }

  private static boolean isHandling(ProposedLink link) {
    return link.fromColumns().stream().anyMatch(People::isHandling);
  }
}

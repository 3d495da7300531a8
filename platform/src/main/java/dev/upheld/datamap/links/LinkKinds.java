package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.NameWords;
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
  private static final Set<String> PEOPLE =
      words(
          """
          account adherent assure asiakas benutzer candidat candidate client cliente customer
          donor friend guest henkilo hakija kunde kayttaja lead member mitglied owner passenger
          patient paziente person personne persona player potilas profile pupil student subscriber
          user usuario utente utilisateur visitor jasen
          """);

  private static final Set<String> STAFF =
      words(
          """
          admin agent angestellter cashier dipendente employe employee empleado henkilosto
          manager mitarbeiter operator personal rep representative seller staff vendeur worker
          """);

  private static final Set<String> HANDLING =
      words(
          """
          approved approver assigned assignee author changed closed created creator edited editor
          granted handled handler inserted manager modified processed rep reports reviewed reviewer
          supervisor support updated uploaded verified
          """);

  /** What follows such a word when it speaks of a group or setting, not of people. */
  private static final Set<String> NOT_PEOPLE =
      words("category group kind level plan role segment status tier type typ groupe gruppe");

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
      theirs.addAll(
          List.of(link.from(), link.to()).stream().filter(LinkKinds::isOfPeople).toList());
    }
    boolean grew = true;
    while (grew) {
      List<TableName> next = new ArrayList<>();
      for (ProposedLink link : links) {
        if (theirs.contains(link.to())
            && !theirs.contains(link.from())
            && !isHandling(link)
            && !isOf(link.to(), STAFF)) {
          next.add(link.from());
        }
      }
      grew = theirs.addAll(next);
    }
    return theirs;
  }

  private static Link.Kind kind(
      ProposedLink link, List<ProposedLink> links, Set<TableName> theirs) {
    boolean people = isOfPeople(link.to()) || isOf(link.to(), STAFF);
    if (people && (isHandling(link) || link.from().equals(link.to()))) {
      return Link.Kind.MENTIONS;
    }
    if (isOf(link.to(), STAFF)) {
      return theirs.contains(link.from()) || links.stream().anyMatch(o -> rival(o, link))
          ? Link.Kind.MENTIONS
          : Link.Kind.OWNS;
    }
    return theirs.contains(link.to()) ? Link.Kind.OWNS : Link.Kind.SHARED;
  }

  /** The row goes with somebody else already. */
  private static boolean rival(ProposedLink other, ProposedLink link) {
    return other.from().equals(link.from()) && isOfPeople(other.to());
  }

  private static boolean isHandling(ProposedLink link) {
    return link.fromColumns().stream()
        .anyMatch(column -> NameWords.of(column).inOrder().stream().anyMatch(HANDLING::contains));
  }

  private static boolean isOfPeople(TableName table) {
    return isOf(table, PEOPLE) && !isOf(table, STAFF);
  }

  /** The last word says what a table holds, or the first in languages that put it there. */
  private static boolean isOf(TableName table, Set<String> words) {
    NameWords name = NameWords.of(table.name());
    if (name.inOrder().isEmpty()
        || stems(name.inOrder().getLast()).stream().anyMatch(NOT_PEOPLE::contains)) {
      return false;
    }
    return stems(name.inOrder().getLast()).stream().anyMatch(words::contains);
  }

  private static Set<String> stems(String word) {
    return Stems.of(word);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}

package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.NameWords;
import java.util.List;
import java.util.Set;

/** Words for people: tables that hold them, and what they are to other tables' rows. */
final class People {
  private static final Set<String> PEOPLE =
      words(
          """
          account adherent assure asiakas benutzer candidat candidate client cliente customer
          donor friend guest henkilo hakija kunde kayttaja lead member mitglied owner passenger
          patient paziente person personne persona player potilas profile pupil student subscriber
          user usr usuario utente utilisateur visitor jasen
          """);

  private static final Set<String> STAFF =
      words(
          """
          admin agent angestellter cashier dipendente employe employee empleado henkilosto
          manager mitarbeiter operator personal rep representative seller staff vendeur worker
          """);

  /** Things that many people share, whoever began them. */
  private static final Set<String> MANY =
      words(
          """
          association boutique canal channel club community company conversation course department
          empresa entreprise equipe equipo event firma forum gruppe grupo gruppo group household
          institution kanal organisation organization project projet projekt proyecto progetto
          repository room ryhma school shop site space store team tenant thread topic unternehmen
          verein workspace yritys
          """);

  /** Tables that sign in or work; what a role points at, the first first. */
  private static final List<Set<String>> ACTORS =
      List.of(
          words("user usr benutzer utilisateur usuario utente kayttaja"),
          words("employee staff mitarbeiter employe empleado dipendente henkilosto"),
          words("person personne persona henkilo member mitglied"));

  private static final Set<String> STAFF_ROLES =
      words(
          """
          agent approver boss cashier chef clerk gerente handler leiter manager operator rep
          representative responsable salesperson seller superior supervisor vendedor vendeur
          """);

  private static final Set<String> USER_ROLES =
      words(
          """
          approver assignee auteur author autor contributor creator editor ersteller initiator
          inviter issuer moderator owner publisher receiver recipient reporter requester requestor
          reviewer sender submitter uploader writer
          """);

  private static final Set<String> DONE_BY =
      words(
          """
          accepted added approved archived assigned authored blocked booked cancelled changed
          checked closed completed confirmed created deactivated deleted edited entered granted
          handled inserted invited issued last locked managed modified owned performed posted
          processed published received registered rejected removed reported requested resolved
          reviewed sent signed sold started submitted updated uploaded validated verified
          """);

  /** Verbs for what a user does to a row: {@code create_uid}. */
  private static final Set<String> DOES = words("create write update modify delete insert edit");

  private static final Set<String> HANDLING =
      words(
          """
          approved approver assigned assignee author changed closed create created creator edited editor
          granted handled handler inserted manager modified processed rep reports reviewed reviewer
          supervisor support updated uploaded verified write
          """);

  /** What follows such a word when it speaks of a group or setting, not of people. */
  private static final Set<String> NOT_PEOPLE =
      words("category group kind level plan role segment status tier type typ groupe gruppe");

  private People() {}

  /** Whether a word makes a group or setting of people or things. */
  static boolean isKind(String word) {
    return Stems.of(word).stream().anyMatch(NOT_PEOPLE::contains);
  }

  /** A table of those whose data it is. */
  static boolean isOfPeople(TableName table) {
    return isOf(table, PEOPLE) && !isOfStaff(table);
  }

  /** A table of things that many people share: what one of them began is not theirs alone. */
  static boolean isOfMany(TableName table) {
    List<String> name = NameWords.of(table.name()).inOrder();
    return !name.isEmpty() && Stems.of(name.getLast()).stream().anyMatch(MANY::contains);
  }

  static boolean isOfStaff(TableName table) {
    return isOf(table, STAFF);
  }

  /** Whether a column says who handled or wrote the row. */
  static boolean isHandling(String column) {
    return NameWords.of(column).inOrder().stream().anyMatch(HANDLING::contains);
  }

  /** Whether the words say who somebody is to the row: "created by", "support rep". */
  static boolean isRole(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    if (words.size() == 1 && DOES.contains(words.getFirst())) {
      return true;
    }
    String last = words.getLast();
    if (last.equals("by") || last.equals("to")) {
      return words.size() > 1 && DONE_BY.contains(words.get(words.size() - 2));
    }
    return STAFF_ROLES.contains(last) || USER_ROLES.contains(last);
  }

  /** Whether the words speak of what somebody did: "created by", which nothing else is. */
  static boolean isDeed(List<String> words) {
    return words.getLast().equals("by") || words.getLast().equals("to");
  }

  /** Whether the words say who is above whom. */
  static boolean isAbove(List<String> words) {
    return words.equals(List.of("reports", "to"))
        || (words.size() == 1
            && Set.of("manager", "boss", "chef", "superior", "supervisor", "leiter", "gerente")
                .contains(words.getFirst()));
  }

  /** How near a table is to be what a role points at; 0 is nearest, -1 not at all. */
  static int rank(List<String> role, List<String> table) {
    boolean staff = STAFF_ROLES.contains(role.getLast());
    for (int i = 0; i < ACTORS.size(); i++) {
      Set<String> actors = ACTORS.get(i);
      if (Stems.of(table.getLast()).stream().anyMatch(actors::contains)) {
        return staff && i == 1 ? 0 : 1 + i;
      }
    }
    return -1;
  }

  /** The last word says what a table holds. */
  private static boolean isOf(TableName table, Set<String> words) {
    List<String> name = NameWords.of(table.name()).inOrder();
    if (name.isEmpty()) {
      return false;
    }
    Set<String> stems = Stems.of(name.getLast());
    return stems.stream().anyMatch(words::contains)
        && stems.stream().noneMatch(NOT_PEOPLE::contains);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}

package dev.upheld.datamap.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What the name of a table says of its rows. The last word that means something decides: {@code
 * customer_type} holds types, {@code customer_list} customers.
 *
 * @param words of the name
 * @param head the word that decides; empty when the name has no words
 */
record TableWords(NameWords words, String head) {

  static TableWords of(String table) {
    NameWords words = Lexicon.words(table);
    return new TableWords(words, head(words));
  }

  private static String head(NameWords words) {
    List<String> rest = new ArrayList<>(words.inOrder());
    while (rest.size() > 1 && TechnicalNames.isFiller(rest.getLast())) {
      rest.removeLast();
    }
    if (rest.size() > 1
        && TechnicalNames.LEADING.contains(rest.getFirst())
        && ColumnWords.isPeople(rest.getLast())) {
      return rest.getFirst();
    }
    return rest.isEmpty() ? "" : rest.getLast();
  }

  private boolean headIs(Set<String> kind) {
    return !Collections.disjoint(NameWords.stems(head), kind);
  }

  /** Whether a table of this name holds people, as far as a name can say. */
  static boolean isOfPeople(NameWords table) {
    return new TableWords(table, head(table)).headIs(TechnicalNames.PEOPLE);
  }

  /** {@code customers}; also {@code user_attribute}, which says more of each. */
  boolean isOfPeople() {
    return headIs(TechnicalNames.PEOPLE)
        || (headIs(TechnicalNames.EXTENSIONS) && hasPeople(TechnicalNames.PEOPLE));
  }

  /** {@code clients} may be people or programs, {@code accounts} people or books. */
  boolean isPerhapsOfPeople() {
    return headIs(TechnicalNames.PERHAPS_PEOPLE)
        || (headIs(TechnicalNames.EXTENSIONS) && hasPeople(TechnicalNames.PERHAPS_PEOPLE));
  }

  private boolean hasPeople(Set<String> people) {
    return !Collections.disjoint(words.stems(), people);
  }

  boolean isOfOrganisations() {
    return headIs(TechnicalNames.ORGANISATIONS);
  }

  boolean isOfMachines() {
    return headIs(TechnicalNames.MACHINES);
  }

  boolean isOfThings() {
    return headIs(TechnicalNames.THINGS) && !isOfPeople();
  }

  /** {@code user_attribute}: what stands under "name" is the name of an attribute. */
  boolean isOfKeysAndValues() {
    return headIs(TechnicalNames.KEYED);
  }

  boolean isOfDealings() {
    return !Collections.disjoint(words.stems(), TechnicalNames.DEALINGS);
  }

  /** {@code messages}, {@code product_review}. */
  boolean isOfWritings() {
    return headIs(TechnicalNames.WRITINGS);
  }

  /** {@code access_token}, {@code credentials}. */
  boolean isOfSecrets() {
    return headIs(TechnicalNames.SECRETS);
  }

  boolean isOfVisits() {
    return headIs(TechnicalNames.VISITS);
  }
}

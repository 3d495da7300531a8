package dev.upheld.datamap.classify;

import dev.upheld.datamap.classify.Lexicon.Entry;
import dev.upheld.datamap.classify.Lexicon.Found;
import dev.upheld.datamap.classify.Lexicon.Holds;
import dev.upheld.datamap.classify.Lexicon.Strength;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of a column says.
 *
 * @param found the phrase that means personal data, where the words around it let it
 * @param technical whether the name is one that technical columns have
 */
record ColumnWords(NameWords words, Optional<Found> found, boolean technical) {
  private static final Set<String> AT_WORK =
      Set.of("assignee", "reporter", "requester", "requestor", "approver", "publisher");

  /** In trees of things these are things. */
  private static final Set<String> OF_TREES =
      Set.of("parent", "child", "children", "padre", "madre");

  static ColumnWords of(String column) {
    NameWords words = Lexicon.words(column);
    boolean technical = TechnicalNames.isTechnical(words);
    Optional<Found> found =
        Lexicon.all(words).stream()
            .filter(f -> outweighs(f, words, technical))
            .min(Lexicon.SAYING_MOST);
    return new ColumnWords(words, found, technical);
  }

  /**
   * {@code account_id} is technical; {@code national_id} and {@code national_id_number} are not.
   * {@code password_policy} is about passwords and holds none; {@code email_hash} is a form of one.
   */
  private static boolean outweighs(Found found, NameWords words, boolean technical) {
    Entry entry = found.entry();
    List<String> after = words.inOrder().subList(found.to(), words.inOrder().size());
    boolean about =
        after.stream().anyMatch(TechnicalNames::isAbout)
            || (entry.holds() != Holds.DAYS
                && entry.holds() != Holds.ADDRESSES
                && after.stream().anyMatch(TechnicalNames::isDone));
    if (about || isQualifiedAway(found, words)) {
      return false;
    }
    if (TechnicalNames.isQuestion(words)) {
      return false;
    }
    boolean form =
        !after.isEmpty()
            && (after.stream().allMatch(TechnicalNames::isForm)
                || (entry.term().equals("pd:Picture")
                    && entry.strength() != Strength.HINT
                    && after.stream().allMatch(TechnicalNames::isPlaceOfFile)))
            && (entry.strength() != Strength.HINT || !TechnicalNames.isNumbering(words));
    boolean last = after.isEmpty();
    boolean several =
        entry.phrase().size() > 1
            || entry.strength() != Strength.HINT
            || found.words() == words.inOrder().size();
    return !technical || form || (last && several);
  }

  /** {@code plan_name} names a plan, {@code max_age} nobody's age. */
  private static boolean isQualifiedAway(Found found, NameWords words) {
    List<String> before = words.inOrder().subList(0, found.from());
    if (!before.isEmpty() && TechnicalNames.isLimit(before.getFirst())) {
      return true;
    }
    boolean written = found.entry().term().equals("pd:Communication");
    if (written && !before.isEmpty() && TechnicalNames.isOfPrograms(before.getLast())) {
      return true;
    }
    boolean bareName =
        found.entry().strength() == Strength.HINT
            && TechnicalNames.isNaming(found.entry().phrase());
    return bareName
        && !before.isEmpty()
        && before.stream().anyMatch(TechnicalNames::isThing)
        && !isPeople(before.getLast());
  }

  static boolean isPeople(String word) {
    return !Collections.disjoint(NameWords.stems(word), TechnicalNames.PEOPLE)
        || !Collections.disjoint(NameWords.stems(word), TechnicalNames.PERHAPS_PEOPLE);
  }

  /**
   * Whether a person's word stands beside the phrase: {@code customer_name}, {@code nom_client}.
   */
  boolean isOfPeople() {
    return person().isPresent();
  }

  private Optional<String> person() {
    return found.flatMap(
        f ->
            word(f.from() - 1)
                .filter(ColumnWords::isPeople)
                .or(
                    () ->
                        word(f.to())
                            .filter(w -> f.to() + 1 == words.inOrder().size() && isPeople(w))));
  }

  private Optional<String> word(int at) {
    return at >= 0 && at < words.inOrder().size()
        ? Optional.of(words.inOrder().get(at))
        : Optional.empty();
  }

  /** {@code owner}, {@code client}: people or not. */
  boolean isOfPerhapsPeople() {
    return person()
        .filter(w -> Collections.disjoint(NameWords.stems(w), TechnicalNames.PEOPLE))
        .isPresent();
  }

  /** Whether the phrase means personal data without looking around. */
  boolean isTelling() {
    boolean hint = found.filter(f -> f.entry().strength() == Strength.HINT).isPresent();
    return found.isPresent() && (!hint || (isOfPeople() && !isOfPerhapsPeople()));
  }

  /** Whether words follow the phrase that are no form of it: {@code comment_approved}. */
  boolean goesOn() {
    return found
        .filter(
            f ->
                !words.inOrder().subList(f.to(), words.inOrder().size()).stream()
                    .allMatch(w -> TechnicalNames.isForm(w) || isPeople(w)))
        .isPresent();
  }

  /** Whether other words stand before the phrase, none of them a person: {@code binding_name}. */
  boolean isOfSomethingElse() {
    return found.filter(f -> f.from() > 0).isPresent()
        && words.inOrder().subList(0, found.orElseThrow().from()).stream()
            .noneMatch(ColumnWords::isPeople);
  }

  /** Whether a word for where something is sent stands before the phrase: {@code livraison_nom}. */
  boolean isOfDelivery() {
    return found
        .filter(
            f -> words.inOrder().subList(0, f.from()).stream().anyMatch(TechnicalNames::isDelivery))
        .isPresent();
  }

  /** {@code user_id}, {@code author_id}: says whose row it is. */
  boolean isSomebodysKey() {
    List<String> all = words.inOrder();
    if (all.size() < 2) {
      return false;
    }
    String owner = all.get(all.size() - 2);
    boolean key = TechnicalNames.isKey(all.getLast());
    return key && !Collections.disjoint(NameWords.stems(owner), TechnicalNames.PEOPLE);
  }

  /** {@code created_by}, {@code approvedBy}. */
  boolean isDoneBy() {
    List<String> all = words.inOrder();
    int by = all.size() - (TechnicalNames.isWho(words.last()) ? 2 : 1);
    return by > 0 && TechnicalNames.isBy(all.get(by));
  }

  /** {@code manager}, {@code actors}: the word for a person and nothing after it. */
  boolean isRole() {
    return !Collections.disjoint(NameWords.stems(words.last()), TechnicalNames.PEOPLE)
        && !OF_TREES.contains(words.last());
  }

  /** {@code assignee}: programs write their users' logins there. */
  boolean isRoleAtWork() {
    return AT_WORK.contains(words.last());
  }

  /** {@code facebook_user_id}, {@code broker_user_id}: who somebody is elsewhere. */
  boolean isOutsideId() {
    List<String> all = words.inOrder();
    int key = all.size() - 1;
    if (key < 1 || !TechnicalNames.isKey(words.last())) {
      return false;
    }
    boolean brand = key == 1 && TechnicalNames.isBrand(all.getFirst());
    return brand
        || (key > 1
            && !Collections.disjoint(NameWords.stems(all.get(key - 1)), TechnicalNames.PEOPLE)
            && (TechnicalNames.isOutside(all.get(key - 2))
                || TechnicalNames.isBrand(all.get(key - 2))));
  }

  /** Whether a thing's word stands right before the phrase: {@code film_info}. */
  boolean isOfThing() {
    return found
        .filter(f -> f.from() > 0 && TechnicalNames.isThing(words.inOrder().get(f.from() - 1)))
        .isPresent();
  }

  boolean isEvent() {
    return TechnicalNames.isEvent(words);
  }
}

package dev.upheld.datamap.classify;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say what a column or table is about, apart from naming personal data. */
final class TechnicalNames {
  static final Set<String> PEOPLE = words(LexiconText.PEOPLE);
  static final Set<String> PERHAPS_PEOPLE = words(TableText.PERHAPS_PEOPLE);
  static final Set<String> EXTENSIONS = words(TableText.EXTENSIONS);
  static final Set<String> ORGANISATIONS = words(TableText.ORGANISATIONS);
  static final Set<String> MACHINES = words(TableText.MACHINES);
  static final Set<String> DEALINGS = words(LexiconText.DEALINGS);
  static final Set<String> VISITS = words(TableText.VISITS);
  static final Set<String> WRITINGS = words(TableText.WRITINGS);
  static final Set<String> SECRETS = words(TableText.SECRETS);
  static final Set<String> THINGS = words(LexiconText.THINGS);
  private static final Set<String> FILLERS = words(TableText.FILLERS);
  private static final Set<String> ABOUT = words(TableText.ABOUT);
  private static final Set<String> FORMS = words(TableText.FORMS);
  private static final Set<String> LIMITS = words(TableText.LIMITS);
  private static final Set<String> OUTSIDE = words(TableText.OUTSIDE);
  private static final Set<String> BRANDS = words(TableText.BRANDS);
  private static final Set<String> DELIVERY = words(TableText.DELIVERY);
  static final Set<String> LEADING = words(TableText.LEADING);
  static final Set<String> KEYED = words(TableText.KEYED);
  private static final Set<String> ENDS = words(LexiconText.TECHNICAL_END);
  private static final Set<String> EVENTS = words(LexiconText.EVENT);
  private static final Set<String> OF_PROGRAMS = words(TableText.OF_PROGRAMS);
  private static final Set<String> PLACES_OF_FILES = words(TableText.PLACES_OF_FILES);
  private static final Set<String> WHO =
      Set.of("name", "user", "username", "login", "nom", "email", "usr", "nombre", "utilisateur");
  private static final Set<String> MOMENTS = words(TableText.MOMENTS);
  private static final Set<String> QUESTIONS =
      Set.of("is", "has", "can", "est", "ist", "allow", "allowed", "enable", "enabled", "use");
  private static final Set<String> NUMBERS =
      Set.of("number", "num", "nr", "no", "numero", "nummer", "numbers", "code", "key");
  private static final Set<String> KEYS = Set.of("id", "ids", "key", "uid", "uuid", "fk", "pk");
  private static final Set<String> NAMING =
      Set.of(
          "name",
          "nom",
          "nombre",
          "nome",
          "nimi",
          "displayname",
          "shortname",
          "title",
          "titre",
          "nickname",
          "alias");
  private static final Set<String> BY = Set.of("by", "par", "durch", "por", "von");

  private TechnicalNames() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /** All words known here; long names are taken apart along them. */
  static Set<String> vocabulary() {
    Set<String> all = new HashSet<>();
    List.of(
            PEOPLE,
            PERHAPS_PEOPLE,
            ORGANISATIONS,
            DEALINGS,
            THINGS,
            ENDS,
            FORMS,
            OUTSIDE,
            EVENTS,
            MOMENTS,
            DELIVERY,
            BRANDS)
        .forEach(all::addAll);
    return all;
  }

  /** {@code customer_id}, {@code is_active}, {@code total}. */
  static boolean isTechnical(NameWords words) {
    return ENDS.contains(words.last()) || isQuestion(words);
  }

  static boolean isQuestion(NameWords words) {
    return QUESTIONS.contains(words.first());
  }

  /** {@code created_at}, {@code payment_date}, {@code last_update}. */
  static boolean isEvent(NameWords words) {
    boolean event = !Collections.disjoint(words.inOrder(), EVENTS);
    return event
        && (MOMENTS.contains(words.last())
            || EVENTS.contains(words.last())
            || !Collections.disjoint(words.inOrder(), MOMENTS));
  }

  /** Adds nothing to what a table's name says: {@code list}, {@code history}. */
  static boolean isFiller(String word) {
    return FILLERS.contains(word);
  }

  /** What follows makes the name speak about the data instead of holding it: {@code policy}. */
  static boolean isAbout(String word) {
    return !Collections.disjoint(NameWords.stems(word), ABOUT);
  }

  /** Something was done, and when or whether: {@code approved}. */
  static boolean isDone(String word) {
    return EVENTS.contains(word);
  }

  /** What follows says only in which form the data is held: {@code hash}, {@code number}. */
  static boolean isForm(String word) {
    return FORMS.contains(word);
  }

  /** {@code max}, {@code default}: a rule, nobody's data. */
  static boolean isLimit(String word) {
    return LIMITS.contains(word);
  }

  /** Other companies and systems that know people by a number of their own. */
  static boolean isOutside(String word) {
    return OUTSIDE.contains(word);
  }

  /** {@code facebook}: a company at which people have accounts. */
  static boolean isBrand(String word) {
    return BRANDS.contains(word);
  }

  /** Whether the last word only says that what stands before has a number: {@code ssn_number}. */
  static boolean isNumbering(NameWords words) {
    return NUMBERS.contains(words.last());
  }

  /** {@code billing}, {@code livraison}: somebody's. */
  static boolean isDelivery(String word) {
    return DELIVERY.contains(word);
  }

  static boolean isKey(String word) {
    return KEYS.contains(word);
  }

  static boolean isBy(String word) {
    return BY.contains(word);
  }

  /** {@code name} in {@code created_by_name}: says who as well. */
  static boolean isWho(String word) {
    return WHO.contains(word);
  }

  /** {@code error}: what follows is said by a program. */
  static boolean isOfPrograms(String word) {
    return OF_PROGRAMS.contains(word);
  }

  /** {@code url}, {@code path}: where a picture lies. */
  static boolean isPlaceOfFile(String word) {
    return PLACES_OF_FILES.contains(word);
  }

  static boolean isNaming(List<String> phrase) {
    return NAMING.contains(String.join("", phrase));
  }

  static boolean isThing(String word) {
    Set<String> stems = NameWords.stems(word);
    return !Collections.disjoint(stems, THINGS) || !Collections.disjoint(stems, MACHINES);
  }
}

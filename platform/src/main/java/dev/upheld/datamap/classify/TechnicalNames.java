package dev.upheld.datamap.classify;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/** Names that say a column or table is about the system rather than about people. */
final class TechnicalNames {
  private static final Set<String> ENDS = words(LexiconText.TECHNICAL_END);
  private static final Set<String> EVENTS = words(LexiconText.EVENT);
  private static final Set<String> PEOPLE = words(LexiconText.PEOPLE);
  private static final Set<String> DEALINGS = words(LexiconText.DEALINGS);
  private static final Set<String> THINGS = words(LexiconText.THINGS);
  private static final Set<String> QUESTIONS = Set.of("is", "has", "can", "est", "ist", "allow");
  private static final Set<String> NUMBERS =
      Set.of("number", "num", "nr", "numero", "nummer", "numbers");
  private static final Set<String> MOMENTS =
      Set.of(
          "at",
          "on",
          "date",
          "time",
          "datetime",
          "ts",
          "timestamp",
          "le",
          "am",
          "datum",
          "fecha",
          "ora",
          "pvm",
          "aika",
          "paiva",
          "until",
          "since",
          "from",
          "to");

  private TechnicalNames() {}

  private static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /** {@code customer_id}, {@code is_active}, {@code total}. */
  static boolean isTechnical(NameWords words) {
    return ENDS.contains(words.last()) || QUESTIONS.contains(words.first());
  }

  /** Whether the last word only says that what stands before has a number: {@code ssn_number}. */
  static boolean isNumbering(NameWords words) {
    return NUMBERS.contains(words.last());
  }

  /** {@code created_at}, {@code payment_date}, {@code last_update}. */
  static boolean isEvent(NameWords words) {
    boolean event = !Collections.disjoint(words.inOrder(), EVENTS);
    return event
        && (MOMENTS.contains(words.last()) || EVENTS.contains(words.last()) || hasMoment(words));
  }

  private static boolean hasMoment(NameWords words) {
    return !Collections.disjoint(words.inOrder(), MOMENTS);
  }

  /** Whether the table holds what people ordered, booked and wrote. */
  static boolean isOfDealings(NameWords table) {
    return !Collections.disjoint(table.stems(), DEALINGS);
  }

  /** Whether the table holds people. */
  static boolean isOfPeople(NameWords table) {
    return !Collections.disjoint(table.stems(), PEOPLE);
  }

  /** Whether the table's last word is a thing: {@code customer_type} holds no customers. */
  static boolean isOfThings(NameWords table) {
    Set<String> stems = new NameWords(java.util.List.of(table.last())).stems();
    return !Collections.disjoint(stems, THINGS);
  }
}

package dev.upheld.datamap.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of personal columns in six languages, from {@link LexiconText}. */
final class Lexicon {
  /** The longest phrase has so many words. */
  private static final int LONGEST = 4;

  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_COMPOUND = 7;
  private static final Set<String> SHORT_PARTS =
      Set.of(
          "id", "ip", "tel", "fax", "zip", "mac", "pin", "uid", "nom", "cod", "num", "ssn", "dob",
          "nif", "dni", "plz", "ort", "nr", "emp", "usr");
  private static final int MOST_PARTS = 4;

  /** What ends a word that is not made of known ones, and means the same there. */
  private static final List<String> TELLING_ENDS =
      List.of(
          "email",
          "emailaddress",
          "username",
          "nickname",
          "password",
          "passwd",
          "ipaddress",
          "firstname",
          "lastname",
          "surname",
          "fullname",
          "phonenumber",
          "telephone",
          "birthdate",
          "birthday",
          "useragent",
          "prenom",
          "vorname",
          "nachname",
          "apellido",
          "apellidos",
          "cognome");

  /** How much a name says by itself. */
  enum Strength {
    CERTAIN,
    LIKELY,
    HINT;

    double weight() {
      return switch (this) {
        case CERTAIN -> Weights.CERTAIN_NAME;
        case LIKELY -> Weights.LIKELY_NAME;
        case HINT -> Weights.HINT_NAME;
      };
    }
  }

  /** What a column must be able to hold to be meant. */
  enum Holds {
    WORDS,
    DAYS,
    NUMBERS,
    /** Words, numbers, or yes and no: one of few. */
    CHOICES,
    ADDRESSES,
    BYTES;

    boolean fits(TypeFamily family) {
      return switch (this) {
        case WORDS -> family.isWordy() || family == TypeFamily.UUID || family == TypeFamily.BYTES;
        case DAYS ->
            family.isWordy()
                || family == TypeFamily.DATE
                || family == TypeFamily.TIMESTAMP
                || family == TypeFamily.TIMESTAMP_WITH_ZONE
                || family == TypeFamily.WHOLE;
        case NUMBERS ->
            family.isWordy() || family == TypeFamily.WHOLE || family == TypeFamily.DECIMAL;
        case CHOICES ->
            family.isWordy()
                || family == TypeFamily.WHOLE
                || family == TypeFamily.DECIMAL
                || family == TypeFamily.BOOLEAN;
        case ADDRESSES ->
            family.isWordy()
                || family == TypeFamily.ADDRESS
                || family == TypeFamily.BYTES
                || family == TypeFamily.WHOLE;
        case BYTES -> family.isWordy() || family == TypeFamily.BYTES;
      };
    }
  }

  /** One way to name a kind of personal data. */
  record Entry(String term, Strength strength, Holds holds, List<String> phrase) {}

  /**
   * An entry found in a name.
   *
   * @param from the word of the name it begins at
   * @param to the word after its last
   */
  record Found(Entry entry, int from, int to) {
    int words() {
      return to - from;
    }
  }

  private static final Map<String, List<Entry>> BY_PHRASE =
      parse(
          LexiconText.PERSONAL
              + LexiconTongues.ENGLISH
              + LexiconTongues.FRENCH
              + LexiconTongues.GERMAN
              + LexiconTongues.SPANISH
              + LexiconTongues.ITALIAN
              + LexiconTongues.FINNISH);
  private static final Set<String> VOCABULARY = vocabulary();

  /**
   * The strongest; among strong ones that of most letters, among hints the last: {@code owner_name}
   * is a name.
   */
  static final Comparator<Found> SAYING_MOST =
      Comparator.comparing((Found f) -> f.entry().strength())
          .thenComparingInt(f -> f.entry().strength() == Strength.HINT ? -f.to() : 0)
          .thenComparingInt(f -> -letters(f.entry()))
          .thenComparingInt(f -> -f.from())
          .thenComparing(f -> f.entry().term());

  private Lexicon() {}

  /** The entry that says most about the name, whatever the words around it. */
  static Optional<Found> find(NameWords words) {
    return all(words).stream().min(SAYING_MOST);
  }

  /**
   * All entries found in the name. A phrase is found where its words follow each other, or stand
   * together as one word: "birth date" in {@code date_of_birth} and in {@code birthdate}.
   */
  static List<Found> all(NameWords words) {
    List<Found> found = new ArrayList<>();
    List<String> all = words.inOrder();
    for (int from = 0; from < all.size(); from++) {
      StringBuilder phrase = new StringBuilder();
      for (int to = from; to < Math.min(all.size(), from + LONGEST); to++) {
        phrase.append(all.get(to));
        for (Entry entry : BY_PHRASE.getOrDefault(phrase.toString(), List.of())) {
          found.add(new Found(entry, from, to + 1));
        }
      }
    }
    return found;
  }

  /** The words of a name, with compounds such as {@code customername} taken apart. */
  static NameWords words(String name) {
    NameWords words = NameWords.of(name);
    if (words.inOrder().stream()
        .allMatch(w -> isKnown(w) || (w.length() < SHORTEST_COMPOUND && telling(w).isEmpty()))) {
      return words;
    }
    List<String> parts = new ArrayList<>();
    words.inOrder().forEach(word -> parts.addAll(parts(word)));
    return new NameWords(parts);
  }

  private static List<String> parts(String word) {
    if (isKnown(word)) {
      return List.of(word);
    }
    for (int most = 2; most <= MOST_PARTS && word.length() >= SHORTEST_COMPOUND; most++) {
      List<String> parts = parts(word, most);
      if (!parts.isEmpty()) {
        return parts;
      }
    }
    return telling(word)
        .map(end -> List.of(word.substring(0, word.length() - end.length()), end))
        .orElse(List.of(word));
  }

  /** {@code lemail}, {@code framedipaddress}: the known end of a word nobody knows. */
  private static Optional<String> telling(String word) {
    return TELLING_ENDS.stream()
        .filter(end -> word.length() > end.length() && word.endsWith(end))
        .max(Comparator.comparingInt(String::length));
  }

  /**
   * The word as known words, so many at most, the longest first; empty when it is not made of them.
   */
  private static List<String> parts(String word, int most) {
    if (isPart(word)) {
      return List.of(word);
    }
    for (int cut = word.length() - 2; cut >= 2 && most > 1; cut--) {
      String head = word.substring(0, cut);
      List<String> rest = isPart(head) ? parts(word.substring(cut), most - 1) : List.of();
      if (!rest.isEmpty()) {
        List<String> all = new ArrayList<>(rest);
        all.addFirst(head);
        return all;
      }
    }
    return List.of();
  }

  private static boolean isPart(String part) {
    return (part.length() >= SHORTEST_PART || SHORT_PARTS.contains(part)) && isKnown(part);
  }

  /** Whether a word in front of others says something; few words of three letters do. */
  static boolean isTellingPart(String word) {
    return ColumnWords.isPeople(word) || isPart(word);
  }

  private static boolean isKnown(String word) {
    return NameWords.stems(word).stream().anyMatch(VOCABULARY::contains)
        || BY_PHRASE.containsKey(word);
  }

  private static int letters(Entry entry) {
    return entry.phrase().stream().mapToInt(String::length).sum();
  }

  private static Map<String, List<Entry>> parse(String text) {
    Map<String, List<Entry>> entries = new HashMap<>();
    for (String line : text.strip().split("\n", -1)) {
      String[] parts = line.split("\\|", 4);
      Strength strength = Strength.valueOf(parts[1].strip());
      Holds holds = Holds.valueOf(parts[2].strip());
      for (String phrase : parts[3].split(",", -1)) {
        List<String> words = List.of(phrase.strip().split(" ", -1));
        entries
            .computeIfAbsent(String.join("", words), key -> new ArrayList<>())
            .add(new Entry("pd:" + parts[0].strip(), strength, holds, words));
      }
    }
    return entries;
  }

  private static Set<String> vocabulary() {
    Set<String> words = new HashSet<>(TechnicalNames.vocabulary());
    BY_PHRASE.values().forEach(entries -> entries.forEach(e -> words.addAll(e.phrase())));
    return words;
  }
}

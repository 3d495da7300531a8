package dev.upheld.datamap.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names of personal columns in six languages, from {@link LexiconText}. */
final class Lexicon {

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

  private static final List<Entry> ENTRIES = parse(LexiconText.PERSONAL);

  private Lexicon() {}

  /** The entry that says most about the name: the one of most words, then the strongest. */
  static Optional<Entry> find(NameWords words) {
    return ENTRIES.stream()
        .filter(entry -> words.have(entry.phrase()))
        .min(
            Comparator.comparingInt((Entry entry) -> -letters(entry))
                .thenComparing(Entry::strength)
                .thenComparing(Entry::term));
  }

  private static int letters(Entry entry) {
    return entry.phrase().stream().mapToInt(String::length).sum();
  }

  private static List<Entry> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String line : text.strip().split("\n", -1)) {
      String[] parts = line.split("\\|", 4);
      Strength strength = Strength.valueOf(parts[1].strip());
      Holds holds = Holds.valueOf(parts[2].strip());
      for (String phrase : parts[3].split(",", -1)) {
        List<String> words = List.of(phrase.strip().split(" ", -1));
        entries.add(new Entry("pd:" + parts[0].strip(), strength, holds, words));
      }
    }
    return List.copyOf(entries);
  }
}

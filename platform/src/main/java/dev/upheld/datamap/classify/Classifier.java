package dev.upheld.datamap.classify;

import dev.upheld.datamap.classify.Lexicon.Entry;
import dev.upheld.datamap.classify.Lexicon.Strength;
import dev.upheld.datamap.classify.ValueTally.Kind;
import dev.upheld.datamap.values.BirthDates.Look;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges one column. Evidence from name, comment, type and values adds up; each piece leaves its
 * reason.
 */
public final class Classifier {
  private record Evidence(double weight, Optional<String> term, String reason) {}

  private final ColumnFacts facts;
  private final NameWords column;
  private final NameWords table;
  private final List<Evidence> evidence = new ArrayList<>();

  private Classifier(ColumnFacts facts) {
    this.facts = facts;
    this.column = NameWords.of(facts.column());
    this.table = NameWords.of(facts.table());
  }

  /** Judges by the catalogue alone. */
  public static Judgement judge(ColumnFacts facts) {
    Classifier classifier = new Classifier(facts);
    classifier.catalogue();
    return classifier.sum();
  }

  /**
   * Judges with sampled values as well.
   *
   * @param today tells birth dates from dates of events
   */
  public static Judgement judge(ColumnFacts facts, ValueTally values, LocalDate today) {
    Classifier classifier = new Classifier(facts);
    classifier.catalogue();
    classifier.values(values, today);
    return classifier.sum();
  }

  private void catalogue() {
    boolean technical = TechnicalNames.isTechnical(column);
    boolean event = TechnicalNames.isEvent(column);
    Optional<Entry> named = Lexicon.find(column).filter(entry -> outweighs(entry, technical));
    type(named.filter(entry -> entry.holds().fits(facts.family())).isPresent());
    named.ifPresent(this::name);
    if (named.isEmpty() && (technical || (event && !isDocument()))) {
      add(Weights.TECHNICAL_NAME, "its name is one that technical columns have");
    }
    facts.comment().ifPresent(this::comment);
  }

  /** Whole documents are no moments, whatever they are called: {@code import_log}. */
  private boolean isDocument() {
    return switch (facts.family()) {
      case JSON, ARRAY, BYTES, OTHER -> true;
      case TEXT, WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID ->
          false;
    };
  }

  /**
   * {@code account_id} is technical; {@code national_id} and {@code national_id_number} are not.
   */
  private boolean outweighs(Entry entry, boolean technical) {
    boolean last = entry.phrase().contains(column.last()) || joined(entry).equals(column.last());
    boolean numbered = entry.strength() == Strength.CERTAIN && TechnicalNames.isNumbering(column);
    return !technical || numbered || (last && entry.strength() != Strength.HINT);
  }

  private static String joined(Entry entry) {
    return String.join("", entry.phrase());
  }

  private void name(Entry entry) {
    String what = said(entry.term());
    if (!entry.holds().fits(facts.family())) {
      add(Weights.WRONG_TYPE, "its name speaks of " + what + ", which its type cannot hold");
      return;
    }
    add(entry.strength().weight(), entry.term(), "its name says " + what);
    if (entry.strength() == Strength.HINT) {
      surroundings();
    }
  }

  private void surroundings() {
    if (TechnicalNames.isOfThings(table)) {
      add(Weights.THING_TABLE, "its table is one of things or words");
    } else if (TechnicalNames.isOfPeople(table)) {
      add(Weights.PEOPLE_TABLE, "its table is one of people");
    } else if (TechnicalNames.isOfDealings(table)) {
      add(Weights.DEALINGS_TABLE, "its table is one of what people order or write");
    }
  }

  private void comment(String comment) {
    Lexicon.find(NameWords.of(comment))
        .filter(entry -> entry.strength() != Strength.HINT)
        .filter(entry -> entry.holds().fits(facts.family()))
        .ifPresent(
            entry ->
                add(
                    entry.strength().weight() * Weights.COMMENT,
                    entry.term(),
                    "its comment says " + said(entry.term())));
  }

  /**
   * @param named whether the name speaks of something the type can hold; then the type is no
   *     evidence against it
   */
  private void type(boolean named) {
    switch (facts.family()) {
      case TEXT, JSON, ARRAY, OTHER -> add(Weights.WORDY_TYPE, "text may say anything");
      case BYTES -> add(Weights.BYTES_TYPE, "bytes may be a picture or a document");
      case DATE -> add(Weights.DATE_TYPE, "a day may be a birthday");
      case TIMESTAMP, TIMESTAMP_WITH_ZONE ->
          add(named ? 0 : Weights.MOMENT_TYPE, "it holds moments");
      case WHOLE, DECIMAL, BOOLEAN, UUID ->
          add(named ? 0 : Weights.NUMBER_TYPE, "it holds no words");
      case ADDRESS ->
          add(Weights.ADDRESS_TYPE, "pd:IPAddress", "its type is made for network addresses");
    }
  }

  private void values(ValueTally values, LocalDate today) {
    if (values.count() == 0) {
      return;
    }
    share(values, Kind.EMAIL, "pd:EmailAddress", "are mail addresses");
    share(values, Kind.PHONE, "pd:TelephoneNumber", "look like telephone numbers");
    share(values, Kind.IP, "pd:IPAddress", "are network addresses");
    share(values, Kind.IBAN, "pd:BankAccount", "are bank account numbers");
    share(values, Kind.CARD, "pd:PaymentCardNumber", "are card numbers");
    share(values, Kind.MENTIONS_EMAIL, "pd:Communication", "hold a mail address among other words");
    share(values, Kind.MENTIONS_CARD, "pd:PaymentCardNumber", "hold a card number");
    if (values.share(Kind.MACHINE) >= 0.9) {
      add(Weights.MACHINE_MADE, "its values look made by a machine");
    }
    if (values.isFewWords() && values.share(Kind.MACHINE) == 0 && !isTelling(values)) {
      add(Weights.FEW_WORDS, "the same few short values come again and again");
    }
    switch (values.birthDates(today)) {
      case Look.PLAUSIBLE ->
          add(Weights.BIRTH_LIKE, "pd:BirthDate", "its days spread like dates of birth");
      case Look.UNLIKELY -> add(Weights.EVENT_LIKE, "its days are no dates of birth");
      case Look.UNCLEAR -> {}
    }
  }

  /** Whether some of the values were recognised as personal. */
  private static boolean isTelling(ValueTally values) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.MACHINE && kind != Kind.PROSE)
        .anyMatch(kind -> values.share(kind) > 0);
  }

  private void share(ValueTally values, Kind kind, String term, String what) {
    double share = values.share(kind);
    if (share == 0) {
      return;
    }
    double weight =
        share >= 0.5
            ? Weights.MOST_VALUES
            : share >= 0.1 ? Weights.SOME_VALUES : Weights.FEW_VALUES;
    int percent = (int) Math.max(1, Math.round(share * 100));
    add(weight, term, "%d %% of %d sampled values %s".formatted(percent, values.count(), what));
  }

  private void add(double weight, String reason) {
    if (weight == 0) {
      return;
    }
    evidence.add(new Evidence(weight, Optional.empty(), reason));
  }

  private void add(double weight, String term, String reason) {
    evidence.add(new Evidence(weight, Optional.of(term), reason));
  }

  private Judgement sum() {
    double score = evidence.stream().mapToDouble(Evidence::weight).sum();
    List<Evidence> sorted =
        evidence.stream()
            .sorted(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())))
            .toList();
    Nature nature =
        score >= Weights.PERSONAL
            ? Nature.PERSONAL
            : score >= Weights.UNSURE ? Nature.UNSURE : Nature.NOT_PERSONAL;
    Optional<String> term =
        nature == Nature.NOT_PERSONAL
            ? Optional.empty()
            : sorted.stream().flatMap(e -> e.term().stream()).findFirst();
    return new Judgement(nature, term, score, sorted.stream().map(Evidence::reason).toList());
  }

  /** {@code pd:BirthDate} as "birth date". */
  private static String said(String term) {
    return String.join(" ", NameWords.of(term.substring("pd:".length())).inOrder());
  }
}

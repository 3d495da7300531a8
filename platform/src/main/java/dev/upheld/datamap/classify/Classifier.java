package dev.upheld.datamap.classify;

import dev.upheld.datamap.classify.Lexicon.Strength;
import java.time.LocalDate;

/**
 * Judges one column. Independent witnesses speak: its name and what stands around it, its type and
 * length, its comment, and values where some were looked at. What they say adds up, each leaves its
 * reason; all numbers stand in {@link Weights}.
 */
public final class Classifier {
  private static final int CODE = 3;

  private Classifier() {}

  /** Judges by the catalogue alone. */
  public static Judgement judge(ColumnFacts facts) {
    Findings findings = new Findings();
    catalogue(facts, findings);
    return findings.sum();
  }

  /**
   * Judges with sampled values as well.
   *
   * @param today tells birth dates from dates of events
   */
  public static Judgement judge(ColumnFacts facts, ValueTally values, LocalDate today) {
    Findings findings = new Findings();
    NameWitness names = catalogue(facts, findings);
    new ValueWitness(values, findings).speak(names, today);
    return findings.sum();
  }

  private static NameWitness catalogue(ColumnFacts facts, Findings findings) {
    NameWitness names = new NameWitness(facts, findings);
    type(facts, names.isNamed(), findings);
    names.speak();
    facts.comment().ifPresent(comment -> comment(comment, facts, findings));
    return names;
  }

  private static void comment(String comment, ColumnFacts facts, Findings findings) {
    Lexicon.find(Lexicon.words(comment))
        .map(Lexicon.Found::entry)
        .filter(entry -> entry.strength() != Strength.HINT)
        .filter(entry -> entry.holds().fits(facts.family()))
        .ifPresent(
            entry ->
                findings.add(
                    entry.strength().weight() * Weights.COMMENT,
                    entry.term(),
                    "its comment says " + Findings.said(entry.term())));
  }

  /**
   * @param named whether the name speaks of something the type can hold; then the type is no
   *     evidence against it
   */
  private static void type(ColumnFacts facts, boolean named, Findings findings) {
    switch (facts.family()) {
      case TEXT, JSON, ARRAY, OTHER -> {
        findings.add(Weights.WORDY_TYPE, "text may say anything");
        if (!named && facts.length().filter(length -> length <= CODE).isPresent()) {
          findings.add(Weights.CODE_LENGTH, "it is too short for words");
        }
      }
      case BYTES -> findings.add(Weights.BYTES_TYPE, "bytes may be a picture or a document");
      case DATE -> findings.add(Weights.DATE_TYPE, "a day may be a birthday");
      case TIMESTAMP, TIMESTAMP_WITH_ZONE ->
          findings.add(named ? 0 : Weights.MOMENT_TYPE, "it holds moments");
      case WHOLE, DECIMAL, BOOLEAN, UUID ->
          findings.add(named ? 0 : Weights.NUMBER_TYPE, "it holds no words");
      case ADDRESS ->
          findings.add(
              Weights.ADDRESS_TYPE, "pd:IPAddress", "its type is made for network addresses");
    }
  }
}

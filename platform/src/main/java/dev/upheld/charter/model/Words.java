package dev.upheld.charter.model;

import dev.upheld.charter.promise.ValueForm;
import java.util.Map;
import java.util.Optional;

/** The words a charter is written in, by word. */
public record Words(
    Map<String, DataWord> vocabulary,
    Map<String, Subject> subjects,
    Map<String, String> events,
    Map<String, String> products) {

  /**
   * A kind of personal data.
   *
   * @param is its term in the Data Privacy Vocabulary: {@code pd:EmailAddress}
   * @param form the form every value must have
   * @param special the condition of GDPR Art. 9(2) that allows it; {@link Stated.Absent} for
   *     ordinary data
   */
  public record DataWord(
      String is,
      Optional<ValueForm> form,
      Optional<String> title,
      Stated<String> special,
      Source source) {}

  /** A group of people. */
  public record Subject(String is, Optional<String> title, Source source) {}
}

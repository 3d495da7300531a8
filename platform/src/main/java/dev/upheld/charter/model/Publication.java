package dev.upheld.charter.model;

import dev.upheld.charter.promise.Term;
import dev.upheld.kernel.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the policy is published.
 *
 * @param texts prose per language
 */
public record Publication(
    Languages languages, Notice notice, List<Revision> revisions, Map<String, Texts> texts) {
  /** The language of sentences that are made, because the texts have none. */
  private static final String MADE = "en";

  public Publication {
    revisions = List.copyOf(revisions);
  }

  /**
   * The sentence that the texts have for a promise in the prevailing language, or else in English;
   * empty when it is made from the statement.
   */
  public Optional<String> sentence(String promise) {
    return written(languages.prevailing(), promise).or(() -> written(MADE, promise));
  }

  /** The tag of the language in which a promise is said: sentences that are made are English. */
  public String language(String promise) {
    return written(languages.prevailing(), promise).isPresent() ? languages.prevailing() : MADE;
  }

  private Optional<String> written(String language, String promise) {
    return Optional.ofNullable(texts.get(language))
        .flatMap(t -> Optional.ofNullable(t.sentences().get(promise)));
  }

  /**
   * @param prevailing the one that counts where they differ; the first where the source is silent
   * @param silent where it says that the source names none
   * @param machineMade languages that only a machine translated
   */
  public record Languages(
      List<String> list,
      String prevailing,
      Optional<Location> silent,
      List<String> machineMade,
      Source source) {}

  /**
   * The published notice.
   *
   * @param updated the day the policy gives as its own
   * @param tell who is told of a change; empty when nobody is
   * @param before how long before the change
   */
  public record Notice(
      Optional<LocalDate> updated, List<String> tell, Optional<Term> before, Source source) {}

  /**
   * One revision.
   *
   * @param date as the policy gives it: a day, or a year alone
   */
  public record Revision(String date, String what, List<String> told, Source source) {

    /** The first day it can mean. */
    public LocalDate earliest() {
      return date.length() == 4
          ? LocalDate.of(Integer.parseInt(date), 1, 1)
          : LocalDate.parse(date);
    }

    /** The last day it can mean. */
    public LocalDate latest() {
      return date.length() == 4
          ? LocalDate.of(Integer.parseInt(date), 12, 31)
          : LocalDate.parse(date);
    }
  }

  /**
   * Prose in one language.
   *
   * @param sentences by promise id, in place of the generated ones
   * @param words titles of data words, subjects, activities and recipients, by word
   */
  public record Texts(
      Optional<String> title,
      Optional<String> introduction,
      Map<String, String> sentences,
      Map<String, String> words,
      Source source) {}
}

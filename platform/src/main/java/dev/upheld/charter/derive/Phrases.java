package dev.upheld.charter.derive;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.model.Words.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A charter's words as they read in an English sentence. */
final class Phrases {
  /** Events as nouns, to stand after "after" and "upon". */
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("collected", "collection"),
          Map.entry("last-contact", "the last contact"),
          Map.entry("last-activity", "the last activity"),
          Map.entry("closed", "the closing of the case"),
          Map.entry("contract-end", "the end of the contract"),
          Map.entry("fiscal-year-end", "the end of the financial year"),
          Map.entry("replied", "the reply"),
          Map.entry("account-deleted", "the deletion of the account"),
          Map.entry("decided", "the decision"),
          Map.entry("unsubscribed", "the unsubscription"),
          Map.entry("objected", "the objection"),
          Map.entry("verified", "the verification"),
          Map.entry("erased", "the erasure"),
          Map.entry("delivered", "the delivery"),
          Map.entry("debited", "the debit"),
          Map.entry("settled", "the settlement"),
          Map.entry("wish-end", "the end of the person's wish"));

  private final Charter charter;

  Phrases(Charter charter) {
    this.charter = charter;
  }

  /** The sentence the texts have for a promise. */
  Optional<String> written(String promise) {
    return charter.publication().sentence(promise);
  }

  String company() {
    return charter.organisation().company().name();
  }

  /** A data word: its title, or the word itself without hyphens. */
  String data(String word) {
    return named(word)
        .or(
            () ->
                Optional.ofNullable(charter.words().vocabulary().get(word))
                    .flatMap(DataWord::title))
        .orElseGet(() -> spoken(word));
  }

  /** Several data words, in alphabetical order where the charter gives none. */
  String data(Collection<String> words) {
    return and(words.stream().map(this::data).toList());
  }

  /** A group of people: "customers"; also who else may be told something. */
  String people(String word) {
    if (word.equals("public") || word.equals("authority")) {
      return "the " + word;
    }
    return named(word)
        .or(() -> Optional.ofNullable(charter.words().subjects().get(word)).flatMap(Subject::title))
        .orElseGet(() -> spoken(word));
  }

  String people(Collection<String> words) {
    return and(words.stream().map(this::people).toList());
  }

  String activity(String id) {
    return named(id)
        .or(
            () ->
                Optional.ofNullable(charter.activities().get(id)).map(activity -> activity.title()))
        .orElseGet(() -> spoken(id));
  }

  String recipient(String id) {
    return named(id)
        .or(
            () ->
                Optional.ofNullable(charter.recipients().get(id))
                    .map(Recipient::name)
                    .flatMap(name -> name.value()))
        .orElseGet(() -> spoken(id));
  }

  String product(String id) {
    return charter.words().products().getOrDefault(id, spoken(id));
  }

  String event(String word) {
    return Optional.ofNullable(charter.words().events().get(word))
        .or(() -> Optional.ofNullable(EVENTS.get(word)))
        .orElseGet(() -> "the event \"" + spoken(word) + "\"");
  }

  /** Generated sentences are English, so only English names fit into them. */
  private Optional<String> named(String word) {
    return Optional.ofNullable(charter.publication().texts().get("en"))
        .flatMap(t -> Optional.ofNullable(t.words().get(word)));
  }

  static String spoken(String word) {
    return word.replace('-', ' ');
  }

  static String spoken(Collection<String> words) {
    return and(words.stream().map(Phrases::spoken).toList());
  }

  static String and(List<String> parts) {
    return join(parts, " and ");
  }

  static String or(List<String> parts) {
    return join(parts, " or ");
  }

  private static String join(List<String> parts, String last) {
    int n = parts.size();
    return n < 2
        ? String.join("", parts)
        : String.join(", ", new ArrayList<>(parts).subList(0, n - 1)) + last + parts.get(n - 1);
  }
}

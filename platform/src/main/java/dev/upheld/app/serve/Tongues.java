package dev.upheld.app.serve;

import dev.upheld.charter.model.Charter;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.verdict.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which language mails speak to somebody, and what things are called in it: the person's own,
 * else the one that prevails in the charter, else English. The words are the console's.
 */
final class Tongues {
  private final Language house;
  private final Map<Language, Words> words;

  private Tongues(Language house) {
    this.house = house;
    this.words =
        Stream.of(Language.values()).collect(Collectors.toMap(Function.identity(), Words::of));
  }

  static Tongues of(Charter charter) {
    return new Tongues(
        Language.ofTag(charter.publication().languages().prevailing()).orElse(Language.EN));
  }

  /** The language itself where we speak it, else that of the house. */
  String known(Optional<String> asked) {
    return asked.flatMap(Language::ofTag).orElse(house).tag();
  }

  String role(String word, String language) {
    return in(language).say("role." + word).toLowerCase(Locale.ROOT);
  }

  String verdict(Verdict verdict, String language) {
    return in(language).name(verdict);
  }

  private Words in(String language) {
    return words.getOrDefault(Language.ofTag(language).orElse(house), Words.of(house));
  }
}

package dev.upheld.edge.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language the console speaks. */
public enum Language {
  EN(Locale.UK),
  FR(Locale.FRANCE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** How dates and numbers are written in it. */
  public Locale locale() {
    return locale;
  }

  /** The tag in pages and forms: {@code en}. */
  public String tag() {
    return locale.getLanguage();
  }

  /** The language of a tag; empty when the console does not speak it. */
  public static Optional<Language> ofTag(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag().equals(tag)).findFirst();
  }

  /** What the visitor's browser asks for ({@code Accept-Language}); English for all else. */
  public static Language asked(String acceptLanguage) {
    try {
      Locale best =
          Locale.lookup(
              Locale.LanguageRange.parse(acceptLanguage),
              Arrays.stream(values()).map(l -> Locale.of(l.tag())).toList());
      return best == null ? EN : ofTag(best.getLanguage()).orElse(EN);
    } catch (IllegalArgumentException e) {
      return EN;
    }
  }
}

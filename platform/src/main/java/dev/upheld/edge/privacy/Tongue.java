package dev.upheld.edge.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the public pages in one language; a key that is missing is a fault of the build. */
public final class Tongue {
  private static final List<Tongue> ALL =
      List.of(new Tongue(Locale.UK, "English"), new Tongue(Locale.FRANCE, "Français"));

  private final Locale locale;
  private final String called;
  private final Map<String, String> texts;
  private final DateTimeFormatter date;

  private Tongue(Locale locale, String called) {
    this.locale = locale;
    this.called = called;
    this.texts = read(locale.getLanguage());
    this.date = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
  }

  private static Map<String, String> read(String tag) {
    String file = "words_" + tag + ".properties";
    try (InputStream in = Tongue.class.getResourceAsStream(file)) {
      Properties properties = new Properties();
      properties.load(
          new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every language there is. */
  public static List<Tongue> all() {
    return ALL;
  }

  /** The language of a tag; empty when it is not spoken here. */
  public static Optional<Tongue> ofTag(@Nullable String tag) {
    return ALL.stream().filter(t -> t.tag().equals(tag)).findFirst();
  }

  /** What the visitor's browser asks for ({@code Accept-Language}); English for all else. */
  public static Tongue asked(@Nullable String acceptLanguage) {
    try {
      Locale best =
          Locale.lookup(
              Locale.LanguageRange.parse(Objects.requireNonNullElse(acceptLanguage, "en")),
              Arrays.asList(Locale.ENGLISH, Locale.FRENCH));
      return Optional.ofNullable(best).flatMap(l -> ofTag(l.getLanguage())).orElse(ALL.getFirst());
    } catch (IllegalArgumentException e) {
      return ALL.getFirst();
    }
  }

  /** The tag in pages and addresses: {@code en}. */
  public String tag() {
    return locale.getLanguage();
  }

  /** What it calls itself. */
  public String called() {
    return called;
  }

  /** Every key there is. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /**
   * The text of a key, with {@code {0}}, {@code {1}}, ... replaced.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  public String say(String key, Object... with) {
    String text = find(key).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0 && with.length > 0; open = text.indexOf('{', at)) {
      filled.append(text, at, open).append(with[text.charAt(open + 1) - '0']);
      at = open + 3;
    }
    return filled.append(text, at, text.length()).toString();
  }

  /** The text of a key, for words of open families; empty when there is none. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** What a right is called in plain words; its own word where none are known. */
  public String right(String word) {
    return find("right." + word).orElse(word.replace('-', ' '));
  }

  /** What it means; empty text where no words are known. */
  public String rightHelp(String word) {
    return find("rightHelp." + word).orElse("");
  }

  /** The day in full: {@code 20 November 2026}. */
  public String day(LocalDate day) {
    return date.format(day);
  }

  /** The day of an instant in full. */
  public String day(Instant at, ZoneId zone) {
    return day(at.atZone(zone).toLocalDate());
  }

  /** A size in words: {@code 3.4 MB}; below a thousand bytes, 1 kB. */
  public String size(long bytes) {
    double kilos = Math.max(1, bytes / 1_000.0);
    double megas = kilos / 1_000;
    return megas < 1
        ? say("size.kilo", String.format(locale, "%.0f", kilos))
        : say("size.mega", String.format(locale, "%.1f", megas));
  }
}

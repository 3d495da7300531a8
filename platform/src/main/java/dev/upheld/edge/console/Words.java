package dev.upheld.edge.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of the console in one language. A key that is missing is a fault of the build, and a
 * test holds that both languages have the same keys.
 */
public final class Words {
  private final Language language;
  private final Map<String, String> texts;

  private Words(Language language, Map<String, String> texts) {
    this.language = language;
    this.texts = texts;
  }

  /** Reads the message file of a language from the jar. */
  public static Words of(Language language) {
    String file = "words_" + language.tag() + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      return read(language, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Words read(Language language, Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    return new Words(
        language,
        properties.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty)));
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
    return fill(
        find(key).orElseThrow(() -> new IllegalArgumentException("no words for " + key)), with);
  }

  /** The text of a key, for words of open families; empty when there is none. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /**
   * The text for a number of things: {@code key.one} or {@code key.other}, with the number as
   * {@code {0}}. French counts zero as one.
   */
  public String count(String key, long n, Object... with) {
    boolean one = n == 1 || (n == 0 && language == Language.FR);
    Object[] all = new Object[with.length + 1];
    all[0] = number(n);
    System.arraycopy(with, 0, all, 1, with.length);
    return say(key + (one ? ".one" : ".other"), all);
  }

  /** The word of a constant, under {@code Family.CONSTANT}. */
  public String name(Enum<?> constant) {
    return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** A whole number with its thousands set apart. */
  public String number(long n) {
    String digits = Long.toString(Math.abs(n));
    StringBuilder text = new StringBuilder(n < 0 ? "-" : "");
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(language == Language.FR ? '\u202f' : ',');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  private static String fill(String text, Object[] with) {
    if (with.length == 0 || text.indexOf('{') < 0) {
      return text;
    }
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      filled.append(text, at, open).append(with[text.charAt(open + 1) - '0']);
      at = open + 3;
    }
    return filled.append(text, at, text.length()).toString();
  }
}

package dev.upheld.duty.request;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of a request: random, short enough to be read out on a telephone, and without letters
 * that look like digits. It opens nothing by itself.
 *
 * @param value {@code K7MQ-3XPD}
 */
public record CaseRef(String value) {
  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final Pattern FORM = Pattern.compile("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
  private static final int GROUP = 4;

  public CaseRef {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the form of a case reference");
    }
  }

  static CaseRef random(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2 * GROUP; i++) {
      text.append(i == GROUP ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new CaseRef(text.toString());
  }

  /** The reference somebody typed; empty when it cannot be one. */
  public static Optional<CaseRef> parse(String text) {
    String plain = text.strip().toUpperCase(java.util.Locale.ROOT);
    return FORM.matcher(plain).matches() ? Optional.of(new CaseRef(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.upheld.datamap.classify;

import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.CardNumber.Sighting;
import dev.upheld.datamap.values.EmailAddress;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.IpText;
import dev.upheld.datamap.values.Mark;
import dev.upheld.datamap.values.PasswordHash;
import dev.upheld.datamap.values.PersonName;
import dev.upheld.datamap.values.PersonalNumbers;
import dev.upheld.datamap.values.PhoneNumber;
import dev.upheld.datamap.values.StreetAddress;
import dev.upheld.datamap.values.Traces;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what most values of a column are. Values are looked at one by one and forgotten; what stays
 * is counts, and a few hash codes that tell whether they differ.
 */
public final class ContentTally {
  private static final double MOST = 0.5;
  private static final int FEWEST = 3;

  /** A handful of words that come again and again are no names of people. */
  private static final int DIFFERENT = 5;

  private final Map<Content, Integer> counts = new EnumMap<>(Content.class);
  private final Set<Integer> distinct = new HashSet<>();
  private int count;

  /** Looks at one text. */
  public void text(String value) {
    count++;
    if (distinct.size() < DIFFERENT) {
      distinct.add(value.hashCode());
    }
    of(value.strip()).ifPresent(content -> counts.merge(content, 1, Integer::sum));
  }

  private static Optional<Content> of(String text) {
    if (EmailAddress.isAddress(text)) {
      return Mark.in(text).contains(Mark.EMAIL) ? Optional.of(Content.EMAIL) : Optional.empty();
    }
    return number(text).or(() -> words(text));
  }

  private static Optional<Content> number(String text) {
    if (PersonalNumbers.isOne(text)) {
      return Optional.of(Content.OFFICIAL_ID);
    }
    if (text.length() <= 23 && CardNumber.inText(text) == Sighting.REAL) {
      return Optional.of(Content.CARD);
    }
    if (Iban.isIban(text)) {
      return Optional.of(Content.IBAN);
    }
    if (IpText.isAddress(text)) {
      return Optional.of(Content.IP);
    }
    return isWrittenAsPhone(text) ? Optional.of(Content.PHONE) : Optional.empty();
  }

  /** Bare digits with zeros before them are what many codes are. */
  private static boolean isWrittenAsPhone(String text) {
    return PhoneNumber.isPhone(text)
        && !text.chars().allMatch(Character::isDigit)
        && !text.startsWith("00");
  }

  private static Optional<Content> words(String text) {
    if (PasswordHash.isMarked(text)) {
      return Optional.of(Content.PASSWORD_HASH);
    }
    if (Traces.isUserAgent(text)) {
      return Optional.of(Content.USER_AGENT);
    }
    if (StreetAddress.isOne(text)) {
      return Optional.of(Content.STREET);
    }
    return PersonName.isOne(text) ? Optional.of(Content.NAME) : Optional.empty();
  }

  /** What at least half of them are; empty when there is no such thing, or too few values. */
  public Optional<Content> most() {
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= Math.max(FEWEST, count * MOST))
        .filter(e -> e.getKey() != Content.NAME || distinct.size() >= DIFFERENT)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** Of a hundred values, how many are that. */
  public int percent(Content content) {
    return count == 0 ? 0 : (int) Math.round(100.0 * counts.getOrDefault(content, 0) / count);
  }

  /** Values looked at. */
  public int count() {
    return count;
  }
}

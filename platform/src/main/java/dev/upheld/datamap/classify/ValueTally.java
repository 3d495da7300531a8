package dev.upheld.datamap.classify;

import dev.upheld.datamap.values.BirthDates;
import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.CardNumber.Sighting;
import dev.upheld.datamap.values.EmailAddress;
import dev.upheld.datamap.values.HalfIp;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.PhoneNumber;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts what the sampled values of one column look like. Values are looked at one by one and
 * forgotten; what stays is counts, and up to fifty hash codes that tell how many values differ.
 */
public final class ValueTally {
  private static final int MOST_DISTINCT = 50;
  private static final int LONGEST = 10_000;
  private static final Pattern MACHINE =
      Pattern.compile("(?=.*[0-9])[0-9a-fA-F-]{16,}|[A-Za-z0-9+/_=-]{40,}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Kinds of values that are told apart. */
  enum Kind {
    EMAIL,
    PHONE,
    IP,
    IBAN,
    CARD,
    /** Holds a mail address among other words. */
    MENTIONS_EMAIL,
    /** Holds a card number among other things. */
    MENTIONS_CARD,
    /** Hexadecimal, Base64, UUID. */
    MACHINE,
    /** Four words or more. */
    PROSE
  }

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final BirthDates dates = new BirthDates();
  private final Set<Integer> distinct = new HashSet<>();
  private int count;
  private int letters;

  /** Looks at one text; JSON and arrays as text, too. */
  public void text(String value) {
    String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    seen(text.hashCode());
    letters += text.length();
    whole(text).ifPresent(this::count);
    if (EmailAddress.isIn(text) && !EmailAddress.isAddress(text)) {
      count(Kind.MENTIONS_EMAIL);
    }
    if (text.strip().split("\\s+", 5).length >= 4) {
      count(Kind.PROSE);
    }
    day(text.strip());
  }

  /** Looks at bytes as the text they may hold. */
  public void bytes(byte[] value) {
    text(new String(value, StandardCharsets.UTF_8));
  }

  /** Looks at one whole number. */
  public void whole(BigInteger value) {
    seen(value.hashCode());
    if (CardNumber.inWhole(value) != Sighting.NONE) {
      count(Kind.CARD);
    }
  }

  /** Looks at one day, or the day of one moment. */
  public void date(LocalDate value) {
    seen(value.hashCode());
    dates.add(value);
  }

  private Optional<Kind> whole(String text) {
    if (EmailAddress.isAddress(text)) {
      return Optional.of(Kind.EMAIL);
    }
    if (CardNumber.inText(text) != Sighting.NONE) {
      return Optional.of(text.strip().length() <= 23 ? Kind.CARD : Kind.MENTIONS_CARD);
    }
    if (Iban.isIban(text)) {
      return Optional.of(Kind.IBAN);
    }
    if (isIp(text)) {
      return Optional.of(Kind.IP);
    }
    if (PhoneNumber.isPhone(text)) {
      return Optional.of(Kind.PHONE);
    }
    return MACHINE.matcher(text.strip()).matches() ? Optional.of(Kind.MACHINE) : Optional.empty();
  }

  /** A full address; halves such as {@code 1.5} may be any number. */
  private static boolean isIp(String text) {
    boolean punctuated = text.indexOf(':') >= 0 || text.indexOf('.') != text.lastIndexOf('.');
    return punctuated && HalfIp.ofText(text) == HalfIp.Finding.FULL;
  }

  private void day(String text) {
    if (DAY.matcher(text).matches()) {
      try {
        dates.add(LocalDate.parse(text));
      } catch (DateTimeException e) {
        return; // no such day, so no date
      }
    }
  }

  private void seen(int hash) {
    count++;
    if (distinct.size() < MOST_DISTINCT) {
      distinct.add(hash);
    }
  }

  private void count(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** Values looked at. */
  public int count() {
    return count;
  }

  double share(Kind kind) {
    return count == 0 ? 0 : (double) counts.getOrDefault(kind, 0) / count;
  }

  /** Whether the same few short words come again and again. */
  boolean isFewWords() {
    return count >= 30 && distinct.size() <= 10 && letters <= 30L * count;
  }

  BirthDates.Look birthDates(LocalDate today) {
    return dates.look(today);
  }
}

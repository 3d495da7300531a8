package dev.upheld.datamap.classify;

import dev.upheld.datamap.values.BirthDates;
import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.CardNumber.Sighting;
import dev.upheld.datamap.values.DeviceIds;
import dev.upheld.datamap.values.EmailAddress;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.IpText;
import dev.upheld.datamap.values.JsonStrings;
import dev.upheld.datamap.values.Mark;
import dev.upheld.datamap.values.PasswordHash;
import dev.upheld.datamap.values.PersonName;
import dev.upheld.datamap.values.PersonalNumbers;
import dev.upheld.datamap.values.PhoneNumber;
import dev.upheld.datamap.values.StreetAddress;
import dev.upheld.datamap.values.Traces;
import dev.upheld.datamap.values.VatNumbers;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
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
  private static final Pattern CODE =
      Pattern.compile(
          "[a-z][a-z0-9]*(?:[_.:/-][a-z0-9]+)+|/[\\w./-]*|v?[0-9]+(?:\\.[0-9]+)+(?:[-+.][\\w.]+)?"
              + "|https?://[^@?]*|[A-Z0-9]+(?:[_.:/-][A-Z0-9]+)+|-?[0-9]+(?:[.,][0-9]+)?"
              + "|[a-z]{2}(?:[-_][A-Z]{2})?|[A-Z]{2,3}|true|false|yes|no|null"
              + "|[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*){2,}");
  private static final Set<Kind> INSIDE =
      EnumSet.of(
          Kind.EMAIL,
          Kind.PHONE,
          Kind.IP,
          Kind.IBAN,
          Kind.CARD,
          Kind.MAC,
          Kind.DEVICE,
          Kind.NATIONAL_ID,
          Kind.USER_AGENT,
          Kind.PASSWORD_HASH,
          Kind.SECRET);
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Kinds of values that are told apart. */
  enum Kind {
    EMAIL,
    PHONE,
    IP,
    IBAN,
    CARD,
    /** A mail address of a role: {@code info@}, {@code noreply@}. */
    MAILBOX,
    MAC,
    DEVICE,
    PASSWORD_HASH,
    NATIONAL_ID,
    VAT,
    USER_AGENT,
    POSITION,
    SECRET,
    NAME,
    STREET,
    /** A document with personal data in one of its values. */
    PERSONAL_INSIDE,
    /** A document one of whose keys means personal data. */
    PERSONAL_KEY,
    /** Codes, paths, versions, host names: nothing a person is called by. */
    CODE,
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
    if (value.isBlank()) {
      return; // says as little as none
    }
    String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    seen(text.hashCode());
    letters += text.length();
    if (JsonStrings.isLikely(value)) {
      document(text);
    } else {
      recognise(text).ifPresent(this::count);
      if (EmailAddress.isIn(text) && !EmailAddress.isAddress(text)) {
        count(Kind.MENTIONS_EMAIL);
      }
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

  /** The strings within are values like any other, and their keys are names like any other. */
  private void document(String text) {
    Set<Kind> inside = EnumSet.noneOf(Kind.class);
    JsonStrings.visit(
        text,
        (key, value) -> {
          recognise(value).filter(INSIDE::contains).ifPresent(inside::add);
          if (!value.isBlank() && ColumnWords.of(key).isTelling()) {
            inside.add(Kind.PERSONAL_KEY);
          }
        });
    if (inside.remove(Kind.PERSONAL_KEY)) {
      count(Kind.PERSONAL_KEY);
    }
    if (!inside.isEmpty()) {
      count(Kind.PERSONAL_INSIDE);
    }
  }

  private static Optional<Kind> recognise(String text) {
    return recogniseNumber(text).or(() -> recogniseWords(text));
  }

  private static Optional<Kind> recogniseWords(String text) {
    String bare = text.strip();
    if (PasswordHash.isMarked(bare)) {
      return Optional.of(Kind.PASSWORD_HASH);
    }
    if (Traces.isSecret(bare)) {
      return Optional.of(Kind.SECRET);
    }
    if (MACHINE.matcher(bare).matches()) {
      return Optional.of(Kind.MACHINE);
    }
    if (Traces.isUserAgent(bare)) {
      return Optional.of(Kind.USER_AGENT);
    }
    if (StreetAddress.isOne(bare)) {
      return Optional.of(Kind.STREET);
    }
    if (PersonName.isOne(bare)) {
      return Optional.of(Kind.NAME);
    }
    boolean code = CODE.matcher(bare).matches() && !DAY.matcher(bare).matches();
    return code ? Optional.of(Kind.CODE) : Optional.empty();
  }

  private static Optional<Kind> recogniseNumber(String text) {
    if (EmailAddress.isAddress(text)) {
      String local = text.strip().substring(0, text.strip().lastIndexOf('@'));
      return Optional.of(Mark.isRole(local) ? Kind.MAILBOX : Kind.EMAIL);
    }
    if (Traces.isMac(text)) {
      return Optional.of(Kind.MAC);
    }
    if (PersonalNumbers.isOne(text)) {
      return Optional.of(Kind.NATIONAL_ID);
    }
    if (Traces.isPosition(text)) {
      return Optional.of(Kind.POSITION);
    }
    if (DeviceIds.isOne(text)) {
      return Optional.of(Kind.DEVICE);
    }
    if (CardNumber.inText(text) != Sighting.NONE) {
      return Optional.of(text.strip().length() <= 23 ? Kind.CARD : Kind.MENTIONS_CARD);
    }
    if (Iban.isIban(text)) {
      return Optional.of(Kind.IBAN);
    }
    if (IpText.isAddress(text)) {
      return Optional.of(Kind.IP);
    }
    if (PhoneNumber.isPhone(text)) {
      return Optional.of(Kind.PHONE);
    }
    return VatNumbers.isOne(text) ? Optional.of(Kind.VAT) : Optional.empty();
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

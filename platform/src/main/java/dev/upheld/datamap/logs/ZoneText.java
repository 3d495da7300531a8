package dev.upheld.datamap.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The zone after a time of day, where its pattern has none: an offset after a blank, UTC or GMT, or
 * a name of the zone at hand, as PostgreSQL writes them. What is known to be a zone and may be any
 * of several is not guessed.
 *
 * @param offset empty where it is a zone and nobody can tell which
 * @param end where the text goes on
 */
record ZoneText(Optional<ZoneOffset> offset, int end) {
  private static final Pattern FORM =
      Pattern.compile(
          " ?(?:UTC|GMT)(?<from>[+-]\\d{1,2}(?::?\\d{2})?)?(?![A-Za-z0-9_])"
              + "| Z(?![A-Za-z0-9_])"
              + "| (?<offset>[+-]\\d{2}:?\\d{2}(?!\\d)|[+-]\\d{2}(?=$|:| \\[|[,\\])]))"
              + "| (?<name>[A-Z]{3,5})(?![A-Za-z0-9_])");

  /** Names of zones that programs write after a time; many are the names of several. */
  private static final Set<String> NAMES =
      Set.of(
          "CET", "CEST", "MET", "MEST", "WET", "WEST", "EET", "EEST", "BST", "IST", "MSK", "MSD",
          "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST", "AST",
          "ADT", "NST", "NDT", "JST", "KST", "HKT", "SGT", "AEST", "AEDT", "ACST", "ACDT", "AWST",
          "NZST", "NZDT", "SAST", "WAT");

  /**
   * The zone at a position; empty where none stands there.
   *
   * @param time that stands before it
   * @param zone whose own names are known
   */
  static Optional<ZoneText> read(CharSequence text, int at, LocalDateTime time, ZoneId zone) {
    boolean may =
        at < text.length()
            && (text.charAt(at) == ' ' || text.charAt(at) == 'U' || text.charAt(at) == 'G');
    if (!may) {
      return Optional.empty();
    }
    Matcher found = FORM.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    String name = found.group("name");
    if (name != null) {
      return NAMES.contains(name)
          ? Optional.of(new ZoneText(named(name, time, zone), found.end()))
          : Optional.empty();
    }
    String from = found.group("from");
    String offset = found.group("offset");
    String written = from != null ? from : offset != null ? offset : "Z";
    return Optional.of(new ZoneText(offset(written), found.end()));
  }

  private static Optional<ZoneOffset> offset(String written) {
    try {
      return Optional.of(ZoneOffset.of(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The offset by which the zone at hand goes by that name at that time. */
  private static Optional<ZoneOffset> named(String name, LocalDateTime time, ZoneId zone) {
    TimeZone known = TimeZone.getTimeZone(zone);
    List<ZoneOffset> valid = zone.getRules().getValidOffsets(time);
    return valid.stream()
        .filter(
            offset -> {
              Instant at = time.toInstant(offset);
              boolean summer = zone.getRules().isDaylightSavings(at);
              return name.equals(known.getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH));
            })
        .findFirst();
  }
}

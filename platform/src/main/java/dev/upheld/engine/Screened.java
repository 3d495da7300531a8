package dev.upheld.engine;

import dev.upheld.datamap.values.ContactsIn;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was found of other people in a copy (GDPR Art. 15(4)), and what has to be known to find it
 * again. Personal data: prints as nothing.
 *
 * @param own mails, numbers and names that are the person's own, folded; they are handed out
 * @param names of other people the company knows, folded
 * @param findings at most {@link #MOST}
 * @param more findings beyond those; they are blacked out without being shown
 */
public record Screened(Set<String> own, Set<String> names, List<Finding> findings, long more) {
  /** How many are shown. */
  public static final int MOST = 500;

  public Screened {
    own = Set.copyOf(own);
    names = Set.copyOf(names);
    findings = List.copyOf(findings);
  }

  /** What it is. */
  public enum Kind {
    MAIL,
    PHONE,
    NAME
  }

  /**
   * One address, number or name in one field.
   *
   * @param value folded
   * @param context where it was first seen, with what was found blacked out
   * @param times how often it stands in that field
   */
  public record Finding(
      String system,
      String place,
      String field,
      Kind kind,
      String value,
      String context,
      long times) {

    /** What tells it apart. */
    public Key key() {
      return new Key(system, place, field, kind, value);
    }

    @Override
    public String toString() {
      return kind + " in " + system + " / " + place + "." + field;
    }
  }

  /** What tells findings apart. */
  public record Key(String system, String place, String field, Kind kind, String value) {
    @Override
    public String toString() {
      return kind + " in " + system + " / " + place + "." + field;
    }
  }

  static Kind kind(ContactsIn.Kind kind) {
    return switch (kind) {
      case MAIL -> Kind.MAIL;
      case PHONE -> Kind.PHONE;
    };
  }

  /** The same for the same name, whatever the letters' size and the blanks. */
  static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** Every way in which a value of the person may be met. */
  static Set<String> ways(Collection<String> values) {
    Set<String> ways = new LinkedHashSet<>();
    for (String value : values) {
      ways.add(folded(value));
      String digits = ContactsIn.folded(ContactsIn.Kind.PHONE, value);
      if (digits.length() >= SHORTEST_NUMBER) {
        ways.add(digits);
      }
    }
    return ways;
  }

  private static final int SHORTEST_NUMBER = 7;

  @Override
  public String toString() {
    return "Screened[" + findings.size() + "]";
  }
}

package dev.upheld.datamap.partner;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one partner's interface offers, as its file says it.
 *
 * @param id the kind in {@code systems.yaml}
 * @param title its name for people
 * @param address where it is reached, unless {@code systems.yaml} says otherwise
 * @param headers sent with every call
 * @param once the header by which the partner tells a repeated call; empty when it has none
 * @param records what else it holds of a person, in the order of the file
 * @param digest of the file: another file is another partner
 */
public record Partner(
    String id,
    String title,
    URI address,
    Auth auth,
    SortedMap<String, String> headers,
    Pace pace,
    Paging paging,
    Optional<String> once,
    Person person,
    List<Records> records,
    String digest) {
  public Partner {
    headers = sorted(headers);
    records = List.copyOf(records);
  }

  /** How the key is shown. */
  public sealed interface Auth {
    /** {@code Authorization: Bearer KEY} (RFC 6750). */
    record Bearer() implements Auth {}

    /** {@code Authorization: Basic}, the key being user and password with a colon (RFC 7617). */
    record Basic() implements Auth {}

    /** The key as it is, in a header of the partner's own. */
    record Header(String name) implements Auth {}
  }

  /**
   * How fast and how patiently it is called.
   *
   * @param perSecond calls in a second at most
   * @param tries calls in all for one answer, the first included
   * @param timeout for one call, until its answer is read
   */
  public record Pace(int perSecond, int tries, Duration timeout) {}

  /** How a list goes on. Paths lead into the answer: {@code data}, {@code links.next}. */
  public sealed interface Paging {
    /** Path of the list in the answer. */
    String items();

    /** Parameters of every page: how many items it may have. */
    Map<String, String> size();

    /**
     * The next page begins after the last id.
     *
     * @param after name of the parameter that takes it
     * @param id path in the item
     * @param more path of the flag that there is more
     */
    record AfterId(String items, Map<String, String> size, String after, String id, String more)
        implements Paging {}

    /**
     * The answer holds the address of the next page, or nothing.
     *
     * @param next path of it
     */
    record NextLink(String items, Map<String, String> size, String next) implements Paging {}
  }

  /**
   * The record the partner keeps about one person.
   *
   * @param called the word for it: {@code customer}
   * @param get path, with {@code {id}}
   * @param id path in the record
   * @param find ways to find it
   * @param erase how it goes
   * @param gone answers that mean there is no such person any more
   * @param besides what else happens when it goes, one sentence each
   */
  public record Person(
      String called,
      String get,
      String id,
      List<Find> find,
      Erase erase,
      List<Gone> gone,
      List<String> besides,
      SortedMap<String, Pick> fields) {
    public Person {
      find = List.copyOf(find);
      gone = List.copyOf(gone);
      besides = List.copyOf(besides);
      fields = sorted(fields);
    }
  }

  /**
   * One way to find people.
   *
   * @param by the term of the Data Privacy Vocabulary: {@code pd:EmailAddress}
   * @param with the parameter that takes the value
   * @param same path in the record that must then hold the value: who answers with somebody else is
   *     not believed
   */
  public record Find(String by, String get, String with, String same, Set<Spelling> spellings) {
    public Find {
      spellings = Set.copyOf(spellings);
    }
  }

  /** How a value is written for a partner that tells small letters from capitals. */
  public enum Spelling {
    AS_GIVEN,
    LOWER_CASE
  }

  /**
   * The call that erases.
   *
   * @param post whether it is a POST; otherwise a DELETE
   */
  public record Erase(boolean post, String path) {}

  /** An answer by its status and, where stated, by what it says. */
  public record Gone(int status, Optional<Said> said) {}

  /** A value at a path of an answer. */
  public record Said(String at, String is) {}

  /**
   * Records of a person beside the main one.
   *
   * @param with the parameter that takes the person's id; empty when the path does
   * @param of path in each record that must hold the person's id
   * @param stays why they are not erased; empty when they go with the person
   */
  public record Records(
      String id,
      String get,
      Optional<String> with,
      Optional<String> of,
      Optional<String> stays,
      SortedMap<String, Pick> fields) {
    public Records {
      fields = sorted(fields);
    }
  }

  /**
   * A field to hand out.
   *
   * @param at path in the record
   * @param is its term in the Data Privacy Vocabulary; empty for what is not personal by itself
   */
  public record Pick(String at, Optional<String> is) {}

  private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}

package dev.upheld.datamap.logs;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One log: the file that is written now and those it was rotated into.
 *
 * @param names patterns of file names, with {@code *} for any characters and {@code ?} for one
 * @param dating how old the entries of a file are
 * @param rotation how long one file is written before the next one begins
 * @param rhythm how often there must be entries; empty where nobody knows
 * @param live the name of the file that is written now, which never goes; empty where each file has
 *     its final name from the beginning
 */
public record LogFiles(
    List<String> names,
    Dating dating,
    Rotation rotation,
    Optional<Rhythm> rhythm,
    Optional<String> live) {
  public LogFiles {
    names = List.copyOf(names);
  }

  /** How old the entries of a file are. */
  public sealed interface Dating {

    /**
     * By a date within its name.
     *
     * @param pattern see {@link StampForm}
     * @param says which end of the time of its entries the date names
     */
    record ByName(String pattern, Says says) implements Dating {}

    /**
     * By the time stamp of every line.
     *
     * @param pattern see {@link StampForm}
     * @param after the text before the stamp; empty text where lines begin with it
     */
    record ByContent(String pattern, String after) implements Dating {}

    /** By when it was last written; its first entry is taken to be one rotation older. */
    record ByChange() implements Dating {}
  }

  /** What the date in a name means. */
  public enum Says {
    /** The day, hour or month of the entries. */
    BEGIN,
    /** When the file was rotated: its entries are of the rotation before. */
    END
  }

  /** How long a file is written; as lenient as calendars and clocks may make it. */
  public enum Rotation {
    HOUR("1 hour", Duration.ofHours(1)),
    /** As long as the longest day, on which clocks are put back. */
    DAY("1 day", Duration.ofHours(25)),
    WEEK("1 week", Duration.ofHours(7 * 24 + 1)),
    MONTH("1 month", Duration.ofHours(31 * 24 + 1));

    private final String id;
    private final Duration longest;

    Rotation(String id, Duration longest) {
      this.id = id;
      this.longest = longest;
    }

    /** As {@code systems.yaml} writes it. */
    public String id() {
      return id;
    }

    /** The longest it may last. */
    public Duration longest() {
      return longest;
    }

    /** The one of that id; a day where there is none. */
    public static Rotation of(String id) {
      for (Rotation one : values()) {
        if (one.id.equals(id)) {
          return one;
        }
      }
      return DAY;
    }
  }

  /**
   * In each hour or day there are entries.
   *
   * @param hourly whether in each hour; else in each day
   * @param since the first day with entries
   */
  public record Rhythm(boolean hourly, LocalDate since) {}

  /** Whether a file of that name belongs to this log. */
  public boolean takes(String name) {
    return live.filter(name::equals).isPresent()
        || names.stream().anyMatch(pattern -> NamePattern.fits(pattern, name));
  }
}

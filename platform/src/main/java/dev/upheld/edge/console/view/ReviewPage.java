package dev.upheld.edge.console.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What waits for a person in the data maps, system by system. Acts: {@code POST
 * /map/review/certain}, {@code /map/review/harmless}, {@code /map/review/table}, {@code
 * /map/review/adopt}, each with {@code system} and {@code digest}.
 *
 * @param systems with a data map, in the order of systems.yaml; only the one asked for, if any
 * @param one whether only one is shown
 * @param unmapped systems that have none yet
 * @param missing the table asked for, where the map has none; empty text for none
 * @param fault why what was asked for was not done, in the reader's words; empty text for none
 * @param may whether the person may decide
 */
public record ReviewPage(
    List<Chart> systems,
    boolean one,
    List<String> unmapped,
    String missing,
    String fault,
    boolean may)
    implements View {
  public ReviewPage {
    systems = List.copyOf(systems);
    unmapped = List.copyOf(unmapped);
  }

  /** Whether the table asked for can be taken into the map. */
  public boolean adoptable() {
    return may
        && !missing.isEmpty()
        && systems.stream()
            .flatMap(s -> Stream.concat(s.open().stream(), s.ignored().stream()))
            .noneMatch(known -> known.table().equals(missing));
  }

  /**
   * The data map of a system.
   *
   * @param digest of the file as shown
   * @param rows its places, in the order of the file
   * @param open tables nobody has decided on
   * @param ignored tables without personal data
   * @param certain how many decisions accept what is certain
   * @param harmless how many open tables have no column that looks personal
   * @param faults of the file, in the reader's words; with any, nothing can be decided
   */
  public record Chart(
      String system,
      String digest,
      List<Row> rows,
      List<Open> open,
      List<Open> ignored,
      int certain,
      int harmless,
      List<String> faults) {
    public Chart {
      rows = List.copyOf(rows);
      open = List.copyOf(open);
      ignored = List.copyOf(ignored);
      faults = List.copyOf(faults);
    }

    /** Places that a person has reviewed, with every column decided on. */
    public int done() {
      return (int) rows.stream().filter(r -> !r.waits()).count();
    }

    /** Places nobody has reviewed. */
    public int proposed() {
      return (int) rows.stream().filter(Row::proposed).count();
    }

    /** Columns nobody has decided on. */
    public int columns() {
      return rows.stream().mapToInt(Row::open).sum();
    }

    /** The first table that waits. */
    public Optional<Row> first() {
      return rows.stream().filter(Row::waits).findFirst();
    }
  }

  /**
   * A place.
   *
   * @param activity its title; empty text while undecided
   */
  public record Row(
      String place,
      String table,
      boolean proposed,
      String activity,
      int fields,
      int open,
      int technical) {
    /** Whether something waits for a person. */
    public boolean waits() {
      return proposed || open > 0;
    }
  }

  /** A table that is no place, and what is thought of it. */
  public record Open(String table, String thought) {}

  /** Where a system is reviewed. */
  public static String href(String system) {
    return "/map/review?system=" + URLEncoder.encode(system, StandardCharsets.UTF_8);
  }

  /** Where values of a column may be seen. */
  public static String values(String system, String place, String column) {
    return "/map/review/values?system="
        + URLEncoder.encode(system, StandardCharsets.UTF_8)
        + "&table="
        + URLEncoder.encode(place, StandardCharsets.UTF_8)
        + "&column="
        + URLEncoder.encode(column, StandardCharsets.UTF_8);
  }

  /** Where a table is reviewed. */
  public static String href(String system, String place) {
    return href(system) + "&table=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
  }
}

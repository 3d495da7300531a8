package dev.upheld.register;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows that a hold is about. Values may name people: they are kept sealed and print as nothing.
 *
 * @param activity whose rows all stay, whatever place holds them; empty for certain rows
 * @param parts places as they were bound when the hold was set; at least one
 */
public record HeldRows(Optional<String> activity, List<Part> parts) {
  public HeldRows {
    parts = List.copyOf(parts);
  }

  /**
   * Rows of one place.
   *
   * @param table as the data map named it then: where that changed, nobody knows what is held
   * @param by which of its rows; empty for all of them
   */
  public record Part(String system, String place, String table, Optional<By> by) {

    /** As people write it: system/place. */
    public String name() {
      return system + "/" + place;
    }
  }

  /**
   * A column and the values that are held. A row without a value lies among them: nobody can say
   * that it does not.
   *
   * @param reading how times are read in it; empty where its values are no times
   * @param from the first value held; empty for no limit
   * @param to the last value held; the same as {@code from} for one row
   * @param also what other columns of its key hold, where several name a row
   */
  public record By(
      String column,
      Optional<String> reading,
      Optional<String> from,
      Optional<String> to,
      List<Also> also) {
    public By {
      reading = Objects.requireNonNullElse(reading, Optional.empty());
      from = Objects.requireNonNullElse(from, Optional.empty());
      to = Objects.requireNonNullElse(to, Optional.empty());
      also = List.copyOf(Objects.requireNonNullElse(also, List.<Also>of()));
    }

    /** By one column alone. */
    public By(String column, Optional<String> reading, Optional<String> from, Optional<String> to) {
      this(column, reading, from, to, List.of());
    }

    /** A row by its key, as one column names it, or several: {@code key1=A,key2=7}. */
    public String key() {
      String first = from.orElse("");
      return also.isEmpty()
          ? first
          : column
              + "="
              + first
              + also.stream().map(a -> "," + a.column() + "=" + a.value()).collect(joining());
    }

    /** Just the values of single columns, each as if it named a row by itself. */
    public List<By> each() {
      List<By> all = new ArrayList<>(List.of(new By(column, reading, from, to)));
      also.forEach(a -> all.add(one(a.column(), a.value())));
      return all;
    }

    /** One value of one column. */
    public static By one(String column, String value) {
      return new By(column, Optional.empty(), Optional.of(value), Optional.of(value));
    }

    /** Whether just one value is meant. */
    public boolean isOne() {
      return reading.isEmpty() && from.isPresent() && from.equals(to);
    }

    @Override
    public String toString() {
      return column;
    }
  }

  /** The value of a further column. */
  public record Also(String column, String value) {
    @Override
    public String toString() {
      return column;
    }
  }

  /** What kind of hold it is, in a word: {@code activity}, {@code row} or {@code range}. */
  public String kind() {
    if (activity.isPresent()) {
      return "activity";
    }
    return parts.stream().flatMap(p -> p.by().stream()).allMatch(By::isOne) ? "row" : "range";
  }
}

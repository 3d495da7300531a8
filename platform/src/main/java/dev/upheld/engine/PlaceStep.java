package dev.upheld.engine;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of a person's rows in one table.
 *
 * @param place id in the data map, or the table's name where it is on no map
 * @param mapped whether the data map knows it; if not, the database deletes the rows by itself
 * @param kept rows kept by a duty
 * @param fields what becomes of fields of rows that stay: end action by name
 * @param stays why fields stay, by name
 * @param detached columns of other rows that stop pointing here: rows by table and columns
 * @param archived rows copied into the archive first: rows by place
 * @param triggers code of the database's owner that runs with it
 */
public record PlaceStep(
    String place,
    String table,
    boolean mapped,
    Counts counts,
    List<Kept> kept,
    SortedMap<String, String> fields,
    SortedMap<String, String> stays,
    SortedMap<String, Long> detached,
    SortedMap<String, Long> archived,
    List<String> triggers) {

  /**
   * Rows by what becomes of them.
   *
   * @param deleted rows that go
   * @param ended rows that stay and whose fields end
   * @param husks rows that stay, emptied, because something that stays points at them
   * @param named rows of other people that name the person: just those fields end
   * @param untouched rows the ground does not reach
   */
  public record Counts(long deleted, long ended, long husks, long named, long untouched) {
    /** Rows something happens to. */
    public long touched() {
      return deleted + ended + husks + named;
    }

    Counts plus(Counts more) {
      return new Counts(
          deleted + more.deleted,
          ended + more.ended,
          husks + more.husks,
          named + more.named,
          untouched + more.untouched);
    }

    /** Others that something happens to, beside the same that nothing happens to. */
    Counts instead(Counts other) {
      return new Counts(other.deleted, other.ended, other.husks, other.named, untouched);
    }
  }

  public PlaceStep {
    kept = List.copyOf(kept);
    fields = sorted(fields);
    stays = sorted(stays);
    detached = sorted(detached);
    archived = sorted(archived);
    triggers = List.copyOf(triggers);
  }

  private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
    return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /** The same with other counts. */
  PlaceStep with(Counts other) {
    return new PlaceStep(
        place, table, mapped, other, kept, fields, stays, detached, archived, triggers);
  }

  /** Whether there is anything to say. */
  boolean says() {
    return counts.touched() + counts.untouched() > 0
        || !kept.isEmpty()
        || !detached.isEmpty()
        || !archived.isEmpty();
  }
}

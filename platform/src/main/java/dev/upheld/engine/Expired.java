package dev.upheld.engine;

import dev.upheld.connect.act.TimedRows;
import dev.upheld.connect.files.LogActs;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of a rule did, or what a dry run says it would do. Holds figures only.
 *
 * @param listed rows past their time when it began
 * @param places what happened, by place
 * @param keptBack rows past their time that stay, by what keeps them; see {@link #PEOPLE}
 * @param batches transactions that did something
 * @param whole whether all of the list was gone through
 * @param partitions whole partitions that went, with their rows, which are counted in their place
 * @param told rows looked at of which somebody was told in time, where the charter promises that
 */
public record Expired(
    long listed,
    SortedMap<String, Tally> places,
    SortedMap<String, Long> keptBack,
    int batches,
    boolean whole,
    SortedMap<String, Long> partitions,
    long told) {
  /** Kept back: people whose data is restricted or on hold, and rows on hold in secret. */
  public static final String PEOPLE = "people";

  /** Kept back: a hold of rows that is no secret; its id follows. */
  public static final String HOLD = "hold:";

  /** Kept back: rows that stay point at them. */
  public static final String POINTED_AT = "pointed-at";

  /** Kept back: nobody was told before that they go, though the charter promises it. */
  public static final String UNTOLD = "untold";

  /** Kept back: somebody was told, and not long enough ago. */
  public static final String TOLD_LATELY = "told-lately";

  /** Kept back: somebody changed them between the look and the act. */
  public static final String CHANGED = "changed";

  /** Kept back: files that hold entries which are not past their time. */
  public static final String YOUNGER = LogActs.YOUNGER;

  /** Kept back: files that somebody writes. */
  public static final String IN_USE = LogActs.IN_USE;

  /** Kept back: files that have another name elsewhere. */
  public static final String LINKED = LogActs.LINKED;

  /** Kept back: files of which nobody can tell whether they have another name. */
  public static final String NAMES = LogActs.NAMES;

  /** Kept back: files that another log takes as well. */
  public static final String SHARED = LogActs.SHARED;

  /** Kept back: another promise wants them; its id follows. */
  public static final String PROMISE = "promise:";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Rows kept back by holds and restrictions. */
  public long onHold() {
    return keptBack.entrySet().stream()
        .filter(e -> e.getKey().equals(PEOPLE) || e.getKey().startsWith(HOLD))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Rows of one place.
   *
   * @param deleted rows that went
   * @param ended rows that stay and whose fields ended
   * @param archived rows copied into this place before they went elsewhere
   * @param detached rows of others that let go of rows of this place
   */
  public record Tally(long deleted, long ended, long archived, long detached) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
      return new Tally(
          deleted + other.deleted,
          ended + other.ended,
          archived + other.archived,
          detached + other.detached);
    }
  }

  public Expired {
    places = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(places));
    partitions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    keptBack = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(keptBack));
  }

  /** Without whole partitions. */
  public Expired(
      long listed,
      SortedMap<String, Tally> places,
      SortedMap<String, Long> keptBack,
      int batches,
      boolean whole) {
    this(listed, places, keptBack, batches, whole, new TreeMap<>(), 0);
  }

  /** The same, with this said of the list. */
  Expired of(long rows, boolean all) {
    return new Expired(rows, places, keptBack, batches, all, partitions, told);
  }

  /** The same, where people of so many of the rows were told in time. */
  Expired told(long rows) {
    return new Expired(listed, places, keptBack, batches, whole, partitions, rows);
  }

  public static final Expired NOTHING = new Expired(0, new TreeMap<>(), new TreeMap<>(), 0, true);

  /** Both one after the other. */
  Expired plus(Expired other) {
    SortedMap<String, Tally> all = new TreeMap<>(places);
    other.places.forEach((place, tally) -> all.merge(place, tally, Tally::plus));
    SortedMap<String, Long> kept = new TreeMap<>(keptBack);
    other.keptBack.forEach((why, rows) -> kept.merge(why, rows, Long::sum));
    SortedMap<String, Long> gone = new TreeMap<>(partitions);
    other.partitions.forEach((name, rows) -> gone.merge(name, rows, Long::sum));
    return new Expired(
        listed + other.listed,
        all,
        kept,
        batches + other.batches,
        whole && other.whole,
        gone,
        told + other.told);
  }

  /** What happened in one place. */
  public Tally at(String place) {
    return places.getOrDefault(place, Tally.NONE);
  }

  /** Rows that went or whose fields ended, of the rule's own place and of all others. */
  public long touched() {
    return places.values().stream().mapToLong(t -> t.deleted() + t.ended()).sum();
  }

  /** Rows past their time that stay. */
  public long kept() {
    return keptBack.values().stream().mapToLong(Long::longValue).sum();
  }

  /** As it is kept. */
  public String json() {
    return JSON.writeValueAsString(
        Map.of(
            "listed", listed,
            "places", places,
            "kept-back", keptBack,
            "batches", batches,
            "whole", whole,
            "partitions", partitions,
            "told", told));
  }

  /** What {@link #json} wrote. */
  public static Expired of(String json) {
    var tree = JSON.readTree(json);
    SortedMap<String, Tally> places = new TreeMap<>();
    tree.get("places")
        .properties()
        .forEach(e -> places.put(e.getKey(), JSON.treeToValue(e.getValue(), Tally.class)));
    SortedMap<String, Long> kept = new TreeMap<>();
    tree.get("kept-back").properties().forEach(e -> kept.put(e.getKey(), e.getValue().asLong()));
    SortedMap<String, Long> partitions = new TreeMap<>();
    tree.path("partitions")
        .properties()
        .forEach(e -> partitions.put(e.getKey(), e.getValue().asLong()));
    return new Expired(
        tree.get("listed").asLong(),
        places,
        kept,
        tree.get("batches").asInt(),
        tree.get("whole").asBoolean(),
        partitions,
        tree.path("told").asLong(0));
  }

  /** Rows of one place that went by themselves; others of the piece were changed meanwhile. */
  static Expired plain(TimedRows.Piece piece, String place, long deleted) {
    long listed = piece.upTo() - piece.after();
    SortedMap<String, Tally> places = new TreeMap<>();
    SortedMap<String, Long> kept = new TreeMap<>();
    if (deleted > 0) {
      places.put(place, new Tally(deleted, 0, 0, 0));
    }
    if (deleted < listed) {
      kept.put(CHANGED, listed - deleted);
    }
    return new Expired(listed, places, kept, deleted > 0 ? 1 : 0, true);
  }

  /** A whole partition with these rows. */
  static Expired partition(String name, String place, long rows) {
    SortedMap<String, Tally> places = new TreeMap<>();
    places.put(place, new Tally(rows, 0, 0, 0));
    return new Expired(
        rows, places, new TreeMap<>(), 1, true, new TreeMap<>(Map.of(name, rows)), 0);
  }

  static Expired of(long listed, Iterable<PlaceStep> steps, Map<String, Long> kept) {
    SortedMap<String, Tally> places = new TreeMap<>();
    for (PlaceStep step : steps) {
      long detached = step.detached().values().stream().mapToLong(Long::longValue).sum();
      long ended = step.counts().ended() + step.counts().husks();
      places.merge(
          step.place(), new Tally(step.counts().deleted(), ended, 0, detached), Tally::plus);
      step.archived()
          .forEach((into, rows) -> places.merge(into, new Tally(0, 0, rows, 0), Tally::plus));
    }
    return new Expired(listed, places, new TreeMap<>(kept), places.isEmpty() ? 0 : 1, true);
  }
}

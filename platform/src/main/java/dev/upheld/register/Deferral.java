package dev.upheld.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an erasure kept in one system until a day. Holds no value.
 *
 * @param erasure digest of the plan that was approved and named the day
 * @param due the first day on which some of it may go
 * @param people who it was, as tombstones that are kept as long as this
 * @param stayed rows that stayed, by table: on the day no other and no more may be touched
 * @param plan what was planned on the day, before it was done; empty until then
 * @param stopped why it could not be done the last time; empty where nothing stands in the way
 */
public record Deferral(
    String erasure,
    String system,
    LocalDate due,
    List<Tombstone> people,
    Map<String, Long> stayed,
    Optional<String> plan,
    Optional<String> stopped) {
  public Deferral {
    people = List.copyOf(people);
    stayed = java.util.Collections.unmodifiableMap(new TreeMap<>(stayed));
  }

  /** One that was just made. */
  public Deferral(
      String erasure,
      String system,
      LocalDate due,
      List<Tombstone> people,
      Map<String, Long> stayed) {
    this(erasure, system, due, people, stayed, Optional.empty(), Optional.empty());
  }

  /** When the person was erased. */
  public Instant erased() {
    return people.getFirst().erased();
  }

  /** How many rows stayed. */
  public long rows() {
    return stayed.values().stream().mapToLong(Long::longValue).sum();
  }
}

package dev.upheld.engine;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.PromiseId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How rows past their time end: one promise to keep, in one place of one system.
 *
 * @param id names the rule
 * @param digest of promise, binding and end
 * @param kept which rows are past their time
 * @param rowGoes whether the row goes; else only fields end
 * @param ends fields that end in a row that stays, by their name in the data map
 * @param archives where rows of a place are copied before they go, by place
 * @param others what every promise to keep says of the system's places; this one's may be among
 *     them
 */
public record Expiry(
    String id,
    String digest,
    String system,
    KeepAt kept,
    boolean rowGoes,
    Map<String, EndAction> ends,
    Map<String, Archive> archives,
    List<KeepAt> others) {
  public Expiry {
    ends = Map.copyOf(ends);
    archives = Map.copyOf(archives);
    others = List.copyOf(others);
  }

  /**
   * The next stage.
   *
   * @param system in which it lies; empty for the same one
   * @param place its id
   * @param event that begins the time there
   */
  public record Archive(Optional<String> system, String place, String event) {}

  /** Words of a charter that single a person out, in order: by them holds are found in rows. */
  public static SortedSet<String> identifying(Charter charter) {
    return new TreeSet<>(Reach.identifying(charter));
  }

  PromiseId promise() {
    return kept.keep().id();
  }

  boolean isOwn(KeepAt other) {
    return other.keep().id().equals(promise()) && other.place().id().equals(kept.place().id());
  }
}

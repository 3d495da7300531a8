package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What charter, law and ground say of the fields of one place, before any row is looked at.
 *
 * @param ends fields that end, each with its end action, by their name in the data map
 * @param stays fields that stay, each with the reason
 * @param duties what must be kept for a time whatever is asked
 * @param archive where the row's data moves first; empty when nowhere
 */
record Decision(
    Map<String, EndAction> ends, Map<String, String> stays, List<Duty> duties, List<Move> archive) {
  Decision {
    ends = Map.copyOf(ends);
    stays = Map.copyOf(stays);
    duties = List.copyOf(duties);
    archive = List.copyOf(archive);
  }

  /**
   * A duty to keep.
   *
   * @param fields it covers, by their name in the data map
   * @param limit until when
   * @param reason the law, or who decided
   * @param by whose duty it is
   */
  record Duty(Set<String> fields, Limit limit, String reason, Kept.By by) {
    Duty {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * The law wants the data in an archive.
   *
   * @param system in which the archive lies; empty for the same one
   * @param place id of the archive's place
   * @param event that begins the time there
   */
  record Move(Optional<String> system, String place, String event, String reason) {
    /** Within the system. */
    Move(String place, String event, String reason) {
      this(Optional.empty(), place, event, reason);
    }

    /** The place as figures name it. */
    String where() {
      return system.map(s -> s + "/").orElse("") + place;
    }
  }
}

package dev.upheld.discover;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table as it will stand in the data map, each line with its reason.
 *
 * @param id the place's word
 * @param named the table, where the word does not say it
 * @param notes remarks for whoever reviews it
 * @param key columns of the primary key, where it is not just {@code id}
 */
record ProposedPlace(
    String id,
    Optional<TableName> named,
    List<String> notes,
    Guess activity,
    List<String> key,
    Optional<Guess> subject,
    List<Guess> clocks,
    List<Guess> links,
    List<Guess> fields,
    List<Guess> undecided,
    List<Guess> technical) {
  ProposedPlace {
    notes = List.copyOf(notes);
    key = List.copyOf(key);
    clocks = List.copyOf(clocks);
    links = List.copyOf(links);
    fields = List.copyOf(fields);
    undecided = List.copyOf(undecided);
    technical = List.copyOf(technical);
  }

  /**
   * One line: a key, what stands behind it as YAML, and why.
   *
   * @param key as it is, not yet quoted
   * @param value ready YAML; empty text for items of a list
   * @param why confidence and reasons; empty where the value says them itself
   */
  record Guess(String key, String value, String why) {}
}

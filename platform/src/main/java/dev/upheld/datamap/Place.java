package dev.upheld.datamap;

import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One table of a system and what its rows mean.
 *
 * @param id unique within the system
 * @param table where the rows lie
 * @param activities the activities whose data it holds; at least one
 * @param stage the retention stage it is for; empty when the charter knows none
 * @param key the columns that name a row, usually the primary key
 * @param subjects subject word to the column that names the person
 * @param clocks event to clock
 * @param links by the columns that carry them
 * @param residence subject word to the column that holds the country the person resides in
 * @param states state word ({@code unverified}, {@code second-factor}) to its test
 * @param exempt reason word ({@code own-wish}, {@code dispute}) to its test: rows that may stay
 * @param only the rows of the table that this place means; empty means all
 * @param fields personal columns, by column
 * @param technical columns known to hold no personal data
 * @param at where the data map says it
 */
public record Place(
    String id,
    TableName table,
    Set<String> activities,
    Optional<String> stage,
    List<String> key,
    Map<String, String> subjects,
    Map<String, BoundClock> clocks,
    List<Link> links,
    Map<String, String> residence,
    Map<String, Condition> states,
    Map<String, Condition> exempt,
    Optional<Condition> only,
    Map<String, Field> fields,
    Set<String> technical,
    Location at) {
  public Place {
    activities = InOrder.copy(activities);
    key = List.copyOf(key);
    subjects = InOrder.copy(subjects);
    clocks = InOrder.copy(clocks);
    links = List.copyOf(links);
    residence = InOrder.copy(residence);
    states = InOrder.copy(states);
    exempt = InOrder.copy(exempt);
    fields = InOrder.copy(fields);
    technical = InOrder.copy(technical);
  }

  /** The rows this place means, of those in a state where one is asked for and bound. */
  public Optional<Condition> meant(Optional<String> state) {
    return Condition.allOf(
        Stream.concat(
                only.stream(), state.flatMap(s -> Optional.ofNullable(states.get(s))).stream())
            .toList());
  }
}

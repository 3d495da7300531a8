package dev.upheld.datamap;

import dev.upheld.kernel.Location;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * @param links by the columns that carry them, within the system
 * @param elsewhere links to places of other systems, which no statement can follow
 * @param residence subject word to the column that holds the country the person resides in
 * @param states state word ({@code unverified}, {@code second-factor}) to its test
 * @param exempt reason word ({@code own-wish}, {@code dispute}) to its test: rows that may stay
 * @param only the rows of the table that this place means; empty means all
 * @param restriction the column that marks people whose data is kept still; empty means none
 * @param readers role word of the charter to the accounts and roles of the database that are it,
 *     for a stage that only some may look at
 * @param totals where the sums of its rows remain when they go; empty means nowhere
 * @param fields personal columns and parts of columns, by what the data map calls them: a column's
 *     name, or {@link FieldName#toString}
 * @param technical columns known to hold no personal data
 * @param technicalParts parts of columns known to hold none
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
    List<RemoteLink> elsewhere,
    Map<String, String> residence,
    Map<String, Condition> states,
    Map<String, Condition> exempt,
    Optional<Condition> only,
    Optional<Marker> restriction,
    Map<String, Set<String>> readers,
    Optional<Totals> totals,
    Map<String, Field> fields,
    Set<String> technical,
    Set<FieldName> technicalParts,
    Location at) {
  public Place {
    activities = InOrder.copy(activities);
    key = List.copyOf(key);
    subjects = InOrder.copy(subjects);
    clocks = InOrder.copy(clocks);
    links = List.copyOf(links);
    elsewhere = List.copyOf(elsewhere);
    residence = InOrder.copy(residence);
    states = InOrder.copy(states);
    exempt = InOrder.copy(exempt);
    readers = InOrder.copy(readers);
    fields = InOrder.copy(fields);
    technical = InOrder.copy(technical);
    technicalParts = InOrder.copy(technicalParts);
  }

  /** A place without links to other systems, no part of whose columns is said to be technical. */
  public Place(
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
    this(
        id,
        table,
        activities,
        stage,
        key,
        subjects,
        clocks,
        links,
        List.of(),
        residence,
        states,
        exempt,
        only,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        fields,
        technical,
        Set.of(),
        at);
  }

  /**
   * The field that a column is as a whole.
   *
   * @param column as the database spells it, even where that looks like the name of a part
   */
  public Optional<Field> field(String column) {
    return Optional.ofNullable(fields.get(FieldName.whole(column).toString()));
  }

  /** Columns that {@code fields} or {@code technical} speak of as a whole. */
  public Set<String> wholeColumns() {
    Set<String> columns = new LinkedHashSet<>(technical);
    fields.values().stream().filter(Field::isWhole).map(Field::column).forEach(columns::add);
    return columns;
  }

  /** Parts of columns that {@code fields} or {@code technical} speak of, by column. */
  public Map<String, Set<Inside>> parts() {
    Map<String, Set<Inside>> parts = new LinkedHashMap<>();
    Stream.concat(fields.values().stream().map(Field::name), technicalParts.stream())
        .forEach(
            name ->
                name.inside()
                    .ifPresent(
                        part ->
                            parts
                                .computeIfAbsent(name.column(), c -> new LinkedHashSet<>())
                                .add(part)));
    return parts;
  }

  /** Every column that has to be read for {@code fields} and {@code technical}. */
  public Set<String> fieldColumns() {
    Set<String> columns = wholeColumns();
    parts()
        .forEach(
            (column, parts) -> {
              columns.add(column);
              for (Inside part : parts) {
                if (part instanceof Inside.Keyed keyed) {
                  columns.add(keyed.keyColumn());
                }
              }
            });
    return columns;
  }

  /** The same with these links to other systems. */
  public Place elsewhere(List<RemoteLink> others) {
    return new Place(
        id,
        table,
        activities,
        stage,
        key,
        subjects,
        clocks,
        links,
        others,
        residence,
        states,
        exempt,
        only,
        restriction,
        readers,
        totals,
        fields,
        technical,
        technicalParts,
        at);
  }

  /** The rows this place means, of those in a state where one is asked for and bound. */
  public Optional<Condition> meant(Optional<String> state) {
    return Condition.allOf(
        Stream.concat(
                only.stream(), state.flatMap(s -> Optional.ofNullable(states.get(s))).stream())
            .toList());
  }
}

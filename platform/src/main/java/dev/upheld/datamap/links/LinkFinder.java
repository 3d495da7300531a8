package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds how tables hang together: what the database declares, and what names, types, keys, indexes
 * and compared values speak for. Numbers and their meaning stand in {@link LinkWeights}.
 */
public final class LinkFinder {
  private static final Comparator<ProposedLink> ORDER =
      Comparator.comparing(ProposedLink::from)
          .thenComparing(link -> String.join("\n", link.fromColumns()))
          .thenComparing(ProposedLink::to)
          .thenComparing(link -> String.join("\n", link.toColumns()));

  /** So many targets of a column are compared by value. */
  private static final int COMPARED = 4;

  /** Below this no values can make up for what is missing. */
  private static final double HOPELESS = 1.2;

  private final Schema schema;
  private final Values values;
  private final NamedCandidates named;
  private final ByValues byValues;
  private final Several several;
  private final Composites composites;
  private final Map<TableName, Map<String, Candidate>> best = new HashMap<>();

  private record Spot(Known table, Column column) {
    boolean isIndexed() {
      return table.indexes(column.name());
    }
  }

  private LinkFinder(List<TableFacts> tables, Containment containment) {
    schema = new Schema(tables);
    values = new Values(containment);
    named = new NamedCandidates(schema);
    byValues = new ByValues(schema, values);
    several = new Several(schema, values);
    composites = new Composites(schema, named);
  }

  /**
   * The links among some tables of one database: all the declared ones, and for each other column
   * or set of columns the likeliest, if it is likely. A column that says the table in another
   * column ({@code item_type}, {@code item_id}) may have several.
   *
   * @param tables in any order, which changes nothing
   * @param containment asked only for pairs that could be a link
   * @return sorted by source
   */
  public static List<ProposedLink> find(List<TableFacts> tables, Containment containment) {
    LinkFinder finder = new LinkFinder(tables, containment);
    finder.judge();
    List<ProposedLink> links = new ArrayList<>();
    for (Known table : finder.schema.tables()) {
      links.addAll(finder.of(table));
    }
    links.sort(ORDER);
    return LinkKinds.give(links);
  }

  /**
   * What each column by itself points at. Comparing values may have its limits, so it begins with
   * what names propose, then takes columns with an index, and the rest last.
   */
  private void judge() {
    List<Spot> open = new ArrayList<>();
    for (Known table : schema.tables()) {
      for (Column column : undeclared(table)) {
        Spot spot = new Spot(table, column);
        if (!several.isPair(table, column)) {
          byName(table, column).ifPresentOrElse(b -> keep(spot, b), () -> open.add(spot));
        }
      }
    }
    open.stream().filter(Spot::isIndexed).forEach(this::compare);
    open.stream().filter(spot -> !spot.isIndexed()).forEach(this::compare);
  }

  private void compare(Spot spot) {
    byValues
        .of(spot.table(), spot.column())
        .filter(candidate -> candidate.evidence() >= LinkWeights.PROPOSED)
        .ifPresent(candidate -> keep(spot, candidate));
  }

  private void keep(Spot spot, Candidate candidate) {
    best.computeIfAbsent(spot.table().name(), t -> new HashMap<>())
        .put(spot.column().name(), candidate);
  }

  private static List<Column> undeclared(Known table) {
    Set<List<String>> declared = new HashSet<>();
    table.facts().declared().forEach(key -> declared.add(key.columns()));
    return table.facts().columns().stream()
        .filter(column -> !declared.contains(List.of(column.name())))
        .toList();
  }

  private List<ProposedLink> of(Known table) {
    List<ProposedLink> links = new ArrayList<>();
    Set<List<String>> done = new HashSet<>();
    for (TableFacts.Declared key : table.facts().declared()) {
      links.add(declared(table, key));
      done.add(key.columns());
    }
    List<Candidate> single = new ArrayList<>();
    Map<String, Candidate> mine = best.getOrDefault(table.name(), Map.of());
    for (Column column : undeclared(table)) {
      if (several.isPair(table, column)) {
        several.of(table, column).forEach(candidate -> links.add(candidate.link()));
      } else {
        Optional.ofNullable(mine.get(column.name())).ifPresent(single::add);
      }
    }
    List<ProposedLink> wholeKeys = composites.of(table, single, done);
    links.addAll(wholeKeys);
    single.stream()
        .filter(candidate -> !composites.implies(wholeKeys, candidate))
        .forEach(candidate -> links.add(candidate.link()));
    return links;
  }

  private Optional<Candidate> byName(Known table, Column column) {
    List<Candidate> candidates =
        named.of(table, column).stream()
            .filter(candidate -> candidate.evidence() >= HOPELESS)
            .limit(COMPARED)
            .map(values::heard)
            .sorted(Candidate.STRONGEST)
            .toList();
    return candidates.stream()
        .findFirst()
        .map(first -> doubted(first, candidates))
        .filter(first -> first.evidence() >= LinkWeights.PROPOSED);
  }

  private static Candidate doubted(Candidate first, List<Candidate> all) {
    boolean rival =
        all.stream()
            .anyMatch(
                other ->
                    !other.isSameTable(first)
                        && other.evidence() > first.evidence() - LinkWeights.AS_GOOD);
    return rival ? first.and(LinkWeights.AMBIGUOUS, "but another table fits as well") : first;
  }

  private static ProposedLink declared(Known table, TableFacts.Declared key) {
    return new ProposedLink(
        table.name(),
        key.columns(),
        key.to(),
        key.key(),
        true,
        Link.Kind.SHARED,
        1,
        List.of("the database declares it"));
  }
}

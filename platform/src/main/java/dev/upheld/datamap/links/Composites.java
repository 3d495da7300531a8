package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links to a key of several columns: {@code (order_id, line_no)}. All of them must be here by name
 * and type, and the names must speak of that table: two tables that both point at a third and at a
 * fourth do not point at each other.
 */
final class Composites {
  private static final Set<TypeFamily> IN_KEYS =
      Set.of(TypeFamily.WHOLE, TypeFamily.DECIMAL, TypeFamily.TEXT, TypeFamily.UUID);

  private static final int MOST_COLUMNS = 5;

  private final Schema schema;
  private final NamedCandidates named;

  /** The longest key first, and of those with the same the table with the shortest name. */
  private final List<Target> targets;

  private record Target(Known table, List<String> key) {}

  Composites(Schema schema, NamedCandidates named) {
    this.schema = schema;
    this.named = named;
    this.targets =
        schema.tables().stream()
            .flatMap(table -> keys(table).stream().map(key -> new Target(table, key)))
            .sorted(
                Comparator.comparingInt((Target target) -> -target.key().size())
                    .thenComparingInt(target -> target.table().words().size())
                    .thenComparing(target -> target.table().name()))
            .toList();
  }

  /**
   * @param single what the columns point at one by one
   * @param done sets of columns with a declared link
   */
  List<ProposedLink> of(Known from, List<Candidate> single, Set<List<String>> done) {
    List<ProposedLink> links = new ArrayList<>();
    List<Set<String>> taken = new ArrayList<>();
    for (Target target : targets) {
      Known to = target.table();
      if (to.equals(from) || single.stream().anyMatch(c -> c.to().equals(to))) {
        continue;
      }
      Optional<List<String>> here = here(from, to, target.key());
      boolean free =
          here.isPresent()
              && !done.contains(here.get())
              && taken.stream().noneMatch(columns -> columns.containsAll(here.get()))
              && !isPeer(from, to, here.get())
              && speaksOf(from, to, target.key(), here.get());
      if (free) {
        taken.add(Set.copyOf(here.get()));
        links.add(link(from, here.get(), to, target.key()));
      }
    }
    return links;
  }

  /** Whether a key of several columns already leads where one of its columns points. */
  boolean implies(List<ProposedLink> wholeKeys, Candidate single) {
    for (ProposedLink link : wholeKeys) {
      int at = link.fromColumns().indexOf(single.column());
      Known through = at < 0 ? null : schema.byName().get(link.to());
      if (through != null
          && link.toColumns().equals(through.facts().primaryKey())
          && through.facts().column(link.toColumns().get(at)).stream()
              .flatMap(column -> named.of(through, column).stream().limit(1))
              .anyMatch(single::isSamePair)) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> keys(Known to) {
    List<List<String>> keys = new ArrayList<>();
    keys.add(to.facts().primaryKey());
    to.facts().uniques().stream()
        .sorted((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)))
        .forEach(keys::add);
    return keys.stream().filter(key -> key.size() > 1 && key.size() <= MOST_COLUMNS).toList();
  }

  private static Optional<List<String>> here(Known from, Known to, List<String> key) {
    List<String> here = new ArrayList<>();
    for (String there : key) {
      Optional<Column> target = to.facts().column(there).filter(c -> IN_KEYS.contains(c.family()));
      Optional<String> match = target.flatMap(column -> match(from, to, column));
      if (match.isEmpty() || here.contains(match.get())) {
        return Optional.empty();
      }
      here.add(match.get());
    }
    return Optional.of(here);
  }

  private static Optional<String> match(Known from, Known to, Column target) {
    List<String> name = to.wordsOf(target.name());
    List<String> full = new ArrayList<>(to.words());
    full.addAll(name);
    Optional<String> prefixed = named(from, target, full);
    return prefixed.isPresent() ? prefixed : named(from, target, name);
  }

  private static Optional<String> named(Known from, Column target, List<String> words) {
    return from.facts().columns().stream()
        .filter(column -> KeyFit.types(column, target).isPresent())
        .filter(column -> Stems.same(from.wordsOf(column.name()), words))
        .map(Column::name)
        .sorted()
        .findFirst();
  }

  /**
   * Whether a column that is the other table's own, and points nowhere from there, is called after
   * it here; or this table is a part of that one, and has its primary key.
   */
  private boolean speaksOf(Known from, Known to, List<String> key, List<String> here) {
    List<String> table = to.words();
    boolean part =
        key.equals(to.facts().primaryKey())
            && from.words().size() > table.size()
            && Stems.same(from.words().subList(0, table.size()), table);
    for (int i = 0; i < key.size(); i++) {
      List<String> words = from.wordsOf(here.get(i));
      boolean called = !Stems.same(words, to.wordsOf(key.get(i))) || isCalledAfter(words, table);
      if ((part || called) && !pointsOn(to, key.get(i)) && !isAlone(words, to, key)) {
        return true;
      }
    }
    return false;
  }

  /** Other tables have the column without the rest of the key: it leads somewhere by itself. */
  private boolean isAlone(List<String> words, Known to, List<String> key) {
    return schema.withColumn(words).stream()
            .filter(table -> !table.equals(to) && here(table, to, key).isEmpty())
            .limit(2)
            .count()
        > 1;
  }

  /** {@code line_no}, or {@code order_line_no}, in a table of order lines; {@code job_name}. */
  private boolean isCalledAfter(List<String> words, List<String> table) {
    int bare = words.size() - 1;
    return bare > 0
        && ((Reading.isKeyWord(words.getLast()) && Naming.endsTable(words.subList(0, bare), table))
            || (bare == 1
                && (Commonplace.is(words.getLast()) || People.isKind(words.getLast()))
                && table.stream().anyMatch(w -> Stems.same(w, words.getFirst()))
                && !schema.isModule(words.getFirst())));
  }

  /** The columns are this table's own key as well: the two stand side by side. */
  private boolean isPeer(Known from, Known to, List<String> here) {
    Set<String> columns = Set.copyOf(here);
    boolean own =
        Set.copyOf(from.facts().primaryKey()).equals(columns)
            || from.facts().uniques().stream().anyMatch(u -> Set.copyOf(u).equals(columns));
    return own
        && (from.words().size() <= to.words().size()
            || here.stream().noneMatch(c -> isCalledAfter(from.wordsOf(c), to.words())));
  }

  private boolean pointsOn(Known table, String column) {
    return table.facts().column(column).stream()
        .flatMap(c -> named.of(table, c).stream().limit(1))
        .anyMatch(candidate -> candidate.evidence() >= LinkWeights.PROPOSED);
  }

  private static ProposedLink link(Known from, List<String> here, Known to, List<String> key) {
    TableName target = to.name();
    return new ProposedLink(
        from.name(),
        here,
        target,
        key,
        false,
        Link.Kind.SHARED,
        LinkWeights.confidence(LinkWeights.WHOLE_KEY),
        List.of("all columns of a key over there are here by name and type"));
  }
}

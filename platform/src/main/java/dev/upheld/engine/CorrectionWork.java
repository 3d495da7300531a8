package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Was;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.engine.CorrectionPlan.Cells;
import dev.upheld.engine.CorrectionPlan.Stay;
import dev.upheld.engine.CorrectionPlan.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which values of one system change for a correction, chosen in sets within one transaction: what
 * the person's own row holds, what else of theirs holds the same wrong value, and whatever names
 * such a row by it. Plan and act run the very same code.
 */
final class CorrectionWork {
  private static final int VALUES = 1_000;

  private final ActSession session;
  private final SystemWork work;
  private final Correcting.Asked asked;
  private final String system;
  private final Reach reach;
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Map<String, Stay> stays = new TreeMap<>();
  private int sets;

  CorrectionWork(Correcting.Asked asked, String system, SystemWork work, Reach reach) {
    this.asked = asked;
    this.system = system;
    this.work = work;
    this.reach = reach;
    this.session = work.session();
    this.sets = work.graph().nodes().size();
  }

  /**
   * One column with the rows in which it changes.
   *
   * @param link whether it changes because it names rows by that value
   */
  record Target(String place, Description.Column column, String word, RowSet set, boolean link) {}

  List<Target> targets() {
    return targets.values().stream().filter(t -> rows(t.set()) > 0).toList();
  }

  ActSession session() {
    return session;
  }

  String becomes(Target target) {
    return value(target.word()).to();
  }

  private Correction.Value value(String word) {
    return Optional.ofNullable(asked.correction().values().get(word)).orElseThrow();
  }

  /** The plan's words for it. */
  List<Cells> cells() {
    return targets().stream()
        .map(
            t ->
                new Cells(
                    t.place(),
                    t.set().table().toString(),
                    t.column().name(),
                    t.word(),
                    rows(t.set()),
                    t.link()))
        .toList();
  }

  List<Stay> stays() {
    return List.copyOf(stays.values());
  }

  private long rows(RowSet set) {
    return session.fates(set).getOrDefault(RowSet.FREE, 0L);
  }

  /** Chooses; changes nothing but sets of its own. */
  void choose() {
    Map<String, Set<String>> were = were();
    for (Node node : work.gathering().gathered()) {
      node.place().ifPresent(place -> choose(node, place, were));
    }
    follow();
  }

  /** What is wrong: as was said, or what the person is known by and their own rows hold. */
  private Map<String, Set<String>> were() {
    Map<String, Set<String>> were = new TreeMap<>();
    asked
        .correction()
        .values()
        .forEach(
            (word, value) -> {
              Set<String> known = new LinkedHashSet<>();
              value.from().ifPresent(known::add);
              if (value.from().isEmpty()) {
                known.addAll(alone(word));
                known.addAll(asked.held().getOrDefault(word, Set.of()));
                work.gathering().gathered().stream()
                    .filter(Node::isPeople)
                    .forEach(n -> known.addAll(held(n, word)));
              }
              known.remove(value.to());
              were.put(word, known);
            });
    return were;
  }

  /** What the person's own rows hold here, by word; of words whose wrong value was not said. */
  Map<String, Set<String>> own() {
    Map<String, Set<String>> own = new TreeMap<>();
    asked
        .correction()
        .values()
        .forEach(
            (word, value) -> {
              if (value.from().isEmpty()) {
                work.gathering().gathered().stream()
                    .filter(Node::isPeople)
                    .forEach(
                        n ->
                            own.computeIfAbsent(word, w -> new LinkedHashSet<>())
                                .addAll(held(n, word)));
              }
            });
    return own;
  }

  /** By what the person was found; of several, it has to be said which is wrong. */
  private List<String> alone(String word) {
    String right = Gathering.fold(value(word).to());
    List<String> given =
        asked.subject().identifiers().getOrDefault(word, List.of()).stream()
            .filter(v -> !Gathering.fold(v).equals(right))
            .toList();
    if (given.size() > 1) {
      throw EngineProblem.AMBIGUOUS.because(
          "The person is known by several values for " + word + ".", "Say which one is wrong.");
    }
    return given;
  }

  /** What a person's own row holds; several that differ are never all taken for wrong. */
  private Set<String> held(Node node, String word) {
    Set<String> held = new LinkedHashSet<>();
    Set<String> folded = new LinkedHashSet<>();
    List<String> columns = columns(node, word);
    for (String column : columns) {
      for (String value : session.values(node.set(), column, VALUES)) {
        if (!value.isBlank()) {
          held.add(value);
          folded.add(Gathering.fold(value));
        }
      }
    }
    folded.remove(Gathering.fold(value(word).to()));
    if (folded.size() > 1 || (columns.size() > 1 && folded.isEmpty() && held.isEmpty())) {
      throw EngineProblem.AMBIGUOUS.because(
          node.id()
              + " in "
              + system
              + " has several columns or values for "
              + word
              + ": "
              + String.join(", ", columns)
              + ".",
          "Say which value is wrong, or correct it there by hand.");
    }
    return held;
  }

  /** Columns of the word that change by machine. */
  private List<String> columns(Node node, String word) {
    return node.place().orElseThrow().fields().values().stream()
        .filter(f -> f.isWhole() && f.word().equals(word))
        .map(Field::column)
        .toList();
  }

  private void choose(Node node, Place place, Map<String, Set<String>> were) {
    Map<String, String> records = reach.records(place);
    asked
        .carriers()
        .columns(system, place.id())
        .forEach((column, word) -> choose(node, column, word, new Left(were, records)));
    aside(node, place);
  }

  /** What is known to be wrong, and what stays whatever it holds. */
  private record Left(Map<String, Set<String>> were, Map<String, String> records) {}

  private void choose(Node node, String column, String word, Left left) {
    Description.Column live = live(node, column);
    String field = field(node, column);
    Set<String> wrong = left.were().getOrDefault(word, Set.of());
    boolean fills =
        node.isPeople()
            && value(word).from().isEmpty()
            && columns(node, word).equals(List.of(column));
    if (wrong.isEmpty() && !fills) {
      return;
    }
    RowSet set = fresh(node.set());
    long found =
        session.choose(
            node.set(),
            set,
            column,
            new Was(fills ? List.of() : List.copyOf(wrong), becomes(word)));
    if (left.records().containsKey(field)) {
      stays(new Stay(node.id(), field, word, found, Why.RECORD, left.records().get(field)));
    } else if (node.set().key().contains(column)) {
      stays(new Stay(node.id(), field, word, found, Why.KEY, ""));
    } else if (!FitsColumn.isWritten(live)) {
      stays(new Stay(node.id(), field, word, found, Why.TYPE, live.sqlType()));
    } else {
      targets.put(
          key(node.set().table(), column),
          merged(new Target(node.id(), live, word, set, !columns(node, word).contains(column))));
    }
    others(node, column, word, fills ? 0 : found);
  }

  private String becomes(String word) {
    return value(word).to();
  }

  /** Two places of one table with one column: both sets' rows change, in one set. */
  private Target merged(Target target) {
    Target known = targets.get(key(target.set().table(), target.column().name()));
    if (known == null) {
      return target;
    }
    session.choose(
        target.set(), known.set(), target.column().name(), new Was(List.of(), becomes(target)));
    return known;
  }

  /** Rows of theirs that hold something else, and rows of others that name the person. */
  private void others(Node node, String column, String word, long found) {
    String field = field(node, column);
    if (!node.isPeople()) {
      RowSet any = fresh(node.set());
      long all = session.choose(node.set(), any, column, new Was(List.of(), becomes(word)));
      stays(new Stay(node.id(), field, word, all - found, Why.OTHER_VALUE, ""));
    }
    long named = session.fates(node.set()).getOrDefault(Fate.NAMED_IN, 0L);
    stays(new Stay(node.id(), field, word, named, Why.NAMED, ""));
  }

  private void stays(Stay stay) {
    if (stay.rows() > 0) {
      stays.put(at(stay.place(), stay.field(), stay.why()), stay);
    }
  }

  private static String at(String place, String field, Why why) {
    return place + '\u001f' + field + '\u001f' + why;
  }

  /** What the machine cannot correct: parts of documents, and what was made from the value. */
  private void aside(Node node, Place place) {
    Map<String, String> terms = asked.workspace().terms();
    long rows = rows(node.set());
    place
        .fields()
        .forEach(
            (name, field) -> {
              for (String word : asked.correction().values().keySet()) {
                boolean same = field.word().equals(word);
                boolean kind =
                    terms.getOrDefault(field.word(), "").equals(terms.getOrDefault(word, "-"));
                if (same && !field.isWhole()) {
                  stays(new Stay(node.id(), name, word, rows, Why.INSIDE, ""));
                } else if (kind
                    && !same
                    && !asked.correction().values().containsKey(field.word())) {
                  stays(new Stay(node.id(), name, word, rows, Why.DERIVED, ""));
                }
              }
            });
  }

  /** Whatever names a row by the value that changes has to name it by the new one. */
  private void follow() {
    List<Target> open = new ArrayList<>(targets.values());
    int level = 0;
    while (!open.isEmpty()) {
      List<Target> next = new ArrayList<>();
      for (Target target : open) {
        for (Node node : work.graph().nodes()) {
          if (node.set().table().equals(target.set().table())) {
            follow(target, node, level, next);
          }
        }
      }
      open = next;
      level++;
    }
  }

  private void follow(Target target, Node node, int level, List<Target> next) {
    List<String> key = List.of(target.column().name());
    for (Graph.Pointer pointer : work.graph().pointers(node)) {
      if (pointer.key().equals(key)) {
        TableName table = pointer.pointing().table();
        String column = pointer.pointing().columns().getFirst();
        if (isKept(table, column)) {
          continue;
        }
        Target into =
            targets.computeIfAbsent(key(table, column), k -> pointing(table, column, target));
        if (session.follow(target.set(), key, into.set(), List.of(column), level) > 0) {
          next.add(into);
        }
      }
    }
  }

  /** Whether it was decided that this column stays. */
  private boolean isKept(TableName table, String column) {
    return work.graph().nodes().stream()
        .filter(n -> n.set().table().equals(table))
        .anyMatch(
            n ->
                stays.containsKey(at(n.id(), field(n, column), Why.RECORD))
                    || stays.containsKey(at(n.id(), field(n, column), Why.KEY)));
  }

  private Target pointing(TableName table, String column, Target from) {
    Description.Table live =
        session
            .describe()
            .table(table)
            .orElseThrow(
                () -> EngineProblem.MAP.because("Table " + table + " is gone.", "Plan again."));
    String place = work.graph().ofTable(table).map(Node::id).orElse(table.toString());
    List<String> key = work.graph().ofTable(table).map(n -> n.set().key()).orElseGet(live::key);
    if (key.isEmpty() || key.contains(column)) {
      throw EngineProblem.STRUCTURE.because(
          "Rows of "
              + table
              + " name corrected rows by "
              + column
              + ", and cannot be changed by"
              + " machine because nothing else names them.",
          "Give the table a primary key of its own, or correct it by hand.");
    }
    Description.Column held = live.column(column).orElseThrow();
    return new Target(place, held, from.word(), opened(new RowSet(++sets, live.name(), key)), true);
  }

  private RowSet fresh(RowSet of) {
    return opened(new RowSet(++sets, of.table(), of.key()));
  }

  private RowSet opened(RowSet set) {
    session.open(set);
    return set;
  }

  private static String key(TableName table, String column) {
    return table + "\u001f" + column;
  }

  private static Description.Column live(Node node, String column) {
    return node.table()
        .column(column)
        .orElseThrow(
            () ->
                EngineProblem.MAP.because(
                    "Column " + column + " of " + node.set().table() + " is not there.",
                    "Correct the data map, or bring the column back."));
  }

  private static String field(Node node, String column) {
    return node.place().stream()
        .flatMap(p -> p.fields().entrySet().stream())
        .filter(e -> e.getValue().isWhole() && e.getValue().column().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(column);
  }
}

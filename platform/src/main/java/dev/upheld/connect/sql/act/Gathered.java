package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Slice;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The sets of rows that one session gathered, and what is known of them without asking: above all
 * which are empty, as most are, and need no statement.
 */
final class Gathered {
  /** From so many rows on the server is told of them: it takes an unknown set for large. */
  private static final int MANY = 1;

  /** Rows from which on another way than row by row may be better even by an index. */
  private static final int LARGE = 20_000;

  private final ActLine line;
  private final ActWords words;
  private final Supplier<SetTexts> texts;
  private final Map<Integer, Long> sizes = new HashMap<>();
  private final Map<Integer, Long> told = new HashMap<>();
  private final Set<Integer> keyed = new HashSet<>();

  /** Sets in which some rows are not free. */
  private final Set<Integer> judged = new HashSet<>();

  /** Sets that have a table of their own, unless the transaction that made it was rolled back. */
  private final Set<Integer> made = new HashSet<>();

  /** How many rows of which fate there are, where it was asked and nothing changed since. */
  private final Map<Integer, Map<Integer, Long>> known = new HashMap<>();

  Gathered(ActLine line, ActWords words, Supplier<SetTexts> texts) {
    this.line = line;
    this.words = words;
    this.texts = texts;
  }

  void open(RowSet set) {
    int number = set.number();
    sizes.remove(number);
    told.remove(number);
    keyed.remove(number);
    judged.remove(number);
    known.remove(number);
    boolean again = !made.add(number);
    SetTexts by = texts.get();
    List<String> opening = again ? new SliceTexts(by).open(set) : by.open(set);
    opening.forEach(text -> line.plain(gathering(set), text));
  }

  boolean isEmpty(RowSet set) {
    return made.contains(set.number()) && isFirst(set);
  }

  private static String gathering(RowSet set) {
    return "gathering rows of " + set.table();
  }

  /** Whether the next rows are the first ones. */
  boolean isFirst(RowSet set) {
    return sizes.getOrDefault(set.number(), 0L) == 0;
  }

  /** Adds what a statement selects; how many were not there before. */
  long add(RowSet set, Bound statement) {
    long before = sizes.getOrDefault(set.number(), 0L);
    if (before > 0 && keyed.add(set.number())) {
      texts.get().more(set).ifPresent(text -> line.plain(gathering(set), text));
    }
    long counted = line.change(gathering(set), statement);
    long after =
        words.countsAdded()
            ? before + counted
            : line.number(
                gathering(set), Bound.of("select count(*) from " + words.rows(set.number())));
    sizes.put(set.number(), after);
    known.remove(set.number());
    return after - before;
  }

  /** Lets the server know how large a set is, before it has to choose a way by that. */
  void weigh(RowSet set) {
    long size = sizes.getOrDefault(set.number(), 0L);
    if (size >= MANY && size >= 2 * told.getOrDefault(set.number(), 0L)) {
      words.grown(words.rows(set.number())).ifPresent(text -> line.plain(gathering(set), text));
      told.put(set.number(), size);
    }
  }

  /** The same for all sets that have a say in what points at rows. */
  void weigh(Pointing by, RowSet at) {
    weigh(at);
    by.own().forEach(this::weigh);
  }

  /** Few rows that an index finds need no choice. */
  void weighRows(RowSet set) {
    if (sizes.getOrDefault(set.number(), 0L) >= LARGE || !texts.get().isIndexed(set)) {
      weigh(set);
    }
  }

  /** Notes that so many rows of a set were held, and says so. */
  long held(RowSet set, long rows) {
    if (rows > 0) {
      known.remove(set.number());
      judged.add(set.number());
    }
    return rows;
  }

  void turn(RowSet set, int from, int to) {
    if (!isEmpty(set)) {
      judged.add(set.number());
      known.remove(set.number());
      String rows = words.rows(set.number());
      String text = "update " + rows + " set fate = " + to + " where fate = " + from;
      line.change(gathering(set), Bound.of(text));
    }
  }

  Map<Integer, Long> fates(RowSet set) {
    if (!judged.contains(set.number())) {
      return isFirst(set) ? Map.of() : Map.of(RowSet.FREE, sizes.get(set.number()));
    }
    String text = "select fate, count(*) from " + words.rows(set.number()) + " group by fate";
    return known.computeIfAbsent(set.number(), _ -> fates(set, Bound.of(text)));
  }

  Map<Integer, Long> fates(RowSet set, String after) {
    return fates(set, new SliceTexts(texts.get()).fates(set, after));
  }

  private Map<Integer, Long> fates(RowSet set, Bound text) {
    return line.ask(
        gathering(set),
        text,
        0,
        result -> {
          Map<Integer, Long> fates = new TreeMap<>();
          while (result.next()) {
            fates.put(result.getInt(1), result.getLong(2));
          }
          return Collections.unmodifiableMap(fates);
        });
  }

  long take(RowSet from, RowSet into, Slice slice) {
    SliceTexts slices = new SliceTexts(texts.get());
    slices.open(into).forEach(text -> line.plain(gathering(from), text));
    long taken = line.change(gathering(from), slices.take(from, into, slice));
    told.remove(into.number());
    sizes.put(into.number(), taken);
    judged.add(into.number());
    known.remove(into.number());
    return taken;
  }

  String last(RowSet slice) {
    return line.ask(
        gathering(slice),
        new SliceTexts(texts.get()).last(slice),
        0,
        row -> row.next() ? String.valueOf(row.getString(1)) : "");
  }

  void gone(RowSet set, RowSet slice) {
    judged.add(set.number());
    known.remove(set.number());
    line.change(gathering(set), new SliceTexts(texts.get()).gone(set, slice));
  }

  int depth(RowSet set) {
    if (isEmpty(set)) {
      return -1;
    }
    String text =
        "select coalesce(max(level), -1) from " + words.rows(set.number()) + " where fate = 0";
    return (int) line.number(gathering(set), Bound.of(text));
  }

  /** Nothing is known any more. */
  void clear() {
    sizes.clear();
    told.clear();
    keyed.clear();
    judged.clear();
    made.clear();
    known.clear();
  }

  /** What was asked may be otherwise, as where a transaction was taken back. */
  void askAgain() {
    known.clear();
  }
}

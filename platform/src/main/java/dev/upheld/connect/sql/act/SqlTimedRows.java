package dev.upheld.connect.sql.act;

import dev.upheld.connect.Spans;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Keeping;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.connect.act.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;

/**
 * Rows past their time, in a list that lives as long as the session.
 *
 * @param add adds what a statement selects to a set, and tells how many
 * @param held notes that so many rows of a set were held
 */
record SqlTimedRows(
    ActSession session,
    ActLine line,
    SetTexts sets,
    ToLongBiFunction<RowSet, Bound> add,
    ToLongBiFunction<RowSet, Long> held)
    implements TimedRows {

  private TimedTexts texts() {
    return new TimedTexts(sets);
  }

  @Override
  public long list(RowSet of, Keeping keeping) {
    String doing = "listing rows of " + of.table() + " past their time";
    texts().list(of, keeping).forEach(text -> line.plain(doing, text));
    return line.number(doing, texts().size());
  }

  @Override
  public long take(RowSet into, Piece piece) {
    forget(List.of(into));
    session.open(into);
    return add.applyAsLong(into, texts().take(into, piece));
  }

  @Override
  public Optional<Removed> removeSome(RowSet of, Keeping keeping, long atMost) {
    return texts().removeSome(of, keeping, atMost).map(text -> removed(of, keeping, atMost, text));
  }

  private Removed removed(RowSet of, Keeping keeping, long atMost, Bound text) {
    long rows = line.change("deleting rows of " + of.table(), text);
    boolean more =
        sets.words().deletesWhole()
            ? rows >= atMost
            : rows > 0 || isAny(of, texts().any(of, keeping));
    return new Removed(rows, more);
  }

  private boolean isAny(RowSet of, Bound text) {
    return line.number("looking for rows of " + of.table() + " past their time", text) > 0;
  }

  @Override
  public OptionalLong remove(RowSet of, Piece piece, Keeping keeping) {
    return texts()
        .remove(of, piece, keeping)
        .map(text -> OptionalLong.of(line.change("deleting rows of " + of.table(), text)))
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public Map<Integer, Long> keepBack(RowSet set, Piece piece, int from) {
    if (session.fates(set).keySet().stream().noneMatch(fate -> fate >= from)) {
      return Map.of();
    }
    String doing = "keeping rows of " + set.table() + " back";
    Map<Integer, Long> kept =
        line.ask(
            doing,
            texts().held(set, piece, from),
            0,
            row -> {
              Map<Integer, Long> fates = new TreeMap<>();
              while (row.next()) {
                fates.put(row.getInt(1), row.getLong(2));
              }
              return fates;
            });
    line.change(doing, texts().keepBack(set, piece, from));
    return kept;
  }

  @Override
  public long hold(RowSet set, Keeping keeping, int fate) {
    if (session.isEmpty(set)) {
      return 0;
    }
    String doing = "judging the age of rows of " + set.table();
    line.plain(doing, texts().helper(set, keeping));
    long rows = line.change(doing, sets.holdHelped(set, Turn.free(fate)));
    line.plain(doing, sets.dropHelper());
    return held.applyAsLong(set, rows);
  }

  @Override
  public long hold(RowSet set, Collection<Match> any, int fate) {
    if (any.isEmpty() || session.isEmpty(set)) {
      return 0;
    }
    Bound text = texts().hold(set, new ArrayList<>(any), fate);
    return held.applyAsLong(
        set, line.change("looking whose rows of " + set.table() + " are", text));
  }

  @Override
  public long holdKeys(RowSet set, List<List<String>> keys, int fate) {
    if (set.key().size() == 1) {
      List<String> values = keys.stream().map(List::getFirst).toList();
      return hold(set, List.of(new Match(set.key().getFirst(), values, false)), fate);
    }
    return keys.isEmpty() || session.isEmpty(set)
        ? 0
        : held.applyAsLong(
            set,
            line.change(
                "looking which rows of " + set.table() + " are meant",
                texts().holdKeys(set, keys, fate)));
  }

  @Override
  public long hold(RowSet set, Spans spans, int fate) {
    if (session.isEmpty(set)) {
      return 0;
    }
    Bound text = new SpanTexts(sets).hold(set, spans, fate);
    return held.applyAsLong(
        set, line.change("looking which rows of " + set.table() + " are on hold", text));
  }

  @Override
  public long count(RowSet set, Spans spans, int below) {
    if (session.isEmpty(set)) {
      return 0;
    }
    String doing = "looking which rows of " + set.table() + " are on hold";
    return line.number(doing, new SpanTexts(sets).count(set, spans, below));
  }

  @Override
  public long count(RowSet of, Spans spans) {
    return line.number("counting rows of " + of.table(), new SpanTexts(sets).count(of, spans));
  }

  @Override
  public long holdOwners(RowSet owners, List<String> key, Pointers by, int from) {
    if (session.isEmpty(owners) || session.isEmpty(by.rows())) {
      return 0;
    }
    Bound text = texts().holdOwners(owners, key, by, from);
    return held.applyAsLong(owners, line.change("holding rows of " + owners.table(), text));
  }

  @Override
  public void forget(Collection<RowSet> gathered) {
    gathered.forEach(
        set -> line.plain("forgetting rows of " + set.table(), sets.words().drop(sets.rows(set))));
  }
}

package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.Keeping;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows.Piece;
import dev.upheld.connect.act.TimedRows.Pointers;
import dev.upheld.connect.sql.PastRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements over rows past their time; {@code d} is the list of them in each. */
record TimedTexts(SetTexts sets) {
  /** Tells the list apart from sets, of which no system has as many. */
  private static final int LIST = 1_000_000;

  private String rows() {
    return sets.words().rows(LIST);
  }

  private PastRows past(RowSet set) {
    return new PastRows(sets.catalogue(), sets.dialect(), set.table(), set.key());
  }

  /** Makes the list, and lets the server know how long it is. */
  List<String> list(RowSet of, Keeping keeping) {
    String keys = keys(of, "p.");
    String select =
        "select row_number() over (order by "
            + keys
            + ") as n, "
            + keys
            + ", 0 as fate from ("
            + past(of).past(keeping)
            + ") as p";
    List<String> texts = new ArrayList<>();
    texts.add(sets.words().drop(rows()));
    texts.addAll(sets.words().open(rows(), List.of("n"), select));
    sets.words().more(rows(), List.of("n")).ifPresent(texts::add);
    sets.words().grown(rows()).ifPresent(texts::add);
    return texts;
  }

  Bound any(RowSet of, Keeping keeping) {
    return Bound.of("select count(*) from (" + past(of).past(keeping) + " limit 1) as p");
  }

  Bound size() {
    return Bound.of("select count(*) from " + rows());
  }

  private static String keys(RowSet set, String prefix) {
    return SetTexts.keyNames(set).stream().map(k -> prefix + k).collect(Collectors.joining(", "));
  }

  private static String within(Piece piece) {
    return "d.n > " + piece.after() + " and d.n <= " + piece.upTo();
  }

  Bound take(RowSet into, Piece piece) {
    String select =
        "select "
            + keys(into, "d.")
            + ", 0, 0 from "
            + rows()
            + " as d join "
            + sets.relation(into.table())
            + " as t on "
            + sets.same(into, "t", "d")
            + " where "
            + within(piece)
            + " and d.fate = 0";
    return Bound.of(sets.add(into, select, true));
  }

  Optional<Bound> removeSome(RowSet of, Keeping keeping, long atMost) {
    String called = sets.words().calledAlone(of.table());
    return new PastRows(sets.catalogue(), sets.dialect(), of.table(), of.key(), called)
        .test(keeping)
        .map(past -> sets.words().deleteSome(sets.relation(of.table()), past, atMost))
        .map(Bound::of);
  }

  /** What to lock while {@link #removeSome} is all there is to do. */
  ActWords.Locks locks(ActLine line, RowSet of, Keeping keeping, long atMost) {
    return past(of)
        .notPast(keeping)
        .flatMap(_ -> removeSome(of, keeping, atMost))
        .map(
            delete ->
                line.sending(
                    "asking how rows of " + of.table() + " are found",
                    c -> sets.words().locks(c, delete.text())))
        .orElse(ActWords.Locks.ROWS);
  }

  Optional<Bound> remove(RowSet of, Piece piece, Keeping keeping) {
    return past(of)
        .test(keeping)
        .map(
            past ->
                Bound.of(
                    sets.words()
                        .delete(
                            sets.relation(of.table()),
                            "t",
                            List.of(new Joined(rows(), "d", sets.same(of, "t", "d"))),
                            within(piece) + " and d.fate = 0 and " + past)));
  }

  private static String listed(RowSet set) {
    return SetTexts.keyNames(set).stream()
        .map(k -> "d." + k + " = s." + k)
        .collect(Collectors.joining(" and "));
  }

  Bound held(RowSet set, Piece piece, int from) {
    return Bound.of(
        "select s.fate, count(*) from "
            + rows()
            + " as d join "
            + sets.rows(set)
            + " as s on "
            + listed(set)
            + " where "
            + within(piece)
            + " and s.fate >= "
            + from
            + " group by s.fate");
  }

  Bound keepBack(RowSet set, Piece piece, int from) {
    return Bound.of(
        sets.words()
            .update(
                rows(),
                "d",
                sets.words().assigned("d", "fate") + " = s.fate",
                List.of(new Joined(sets.rows(set), "s", listed(set))),
                within(piece) + " and s.fate >= " + from));
  }

  /** The rows to be held, in a table of their own: no server may change what it reads. */
  String helper(RowSet set, Keeping keeping) {
    String kept = past(set).kept(keeping, sets.rows(set), RowSet.FREE);
    return "create temporary table " + sets.helper() + " as " + kept;
  }

  Bound hold(RowSet set, List<Match> any, int fate) {
    Bound match = sets.any(set.table(), any);
    String text =
        sets.words()
            .update(
                sets.rows(set),
                "s",
                sets.words().assigned("s", "fate") + " = " + fate,
                List.of(new Joined(sets.relation(set.table()), "t", sets.same(set, "t", "s"))),
                "s.fate = 0 and " + match.text());
    return new Bound(text, match.values());
  }

  Bound holdKeys(RowSet set, List<List<String>> keys, int fate) {
    String columns =
        set.key().stream()
            .map(k -> sets.words().text(sets.column("t", k)))
            .collect(Collectors.joining(", ", "(", ")"));
    String one = set.key().stream().map(_ -> "?").collect(Collectors.joining(", ", "(", ")"));
    String all = keys.stream().map(_ -> one).collect(Collectors.joining(", "));
    String text =
        sets.words()
            .update(
                sets.rows(set),
                "s",
                sets.words().assigned("s", "fate") + " = " + fate,
                List.of(new Joined(sets.relation(set.table()), "t", sets.same(set, "t", "s"))),
                "s.fate = 0 and " + columns + " in (" + all + ")");
    return new Bound(text, keys.stream().<Object>flatMap(List::stream).toList());
  }

  Bound holdOwners(RowSet owners, List<String> key, Pointers by, int from) {
    SetTexts.Target target = sets.target(owners, key);
    List<Joined> joined = new ArrayList<>(target.joined());
    String points = sets.pairs(by.rows().table(), by.columns(), target.fields());
    joined.add(new Joined(sets.relation(by.rows().table()), "c", points));
    joined.add(new Joined(sets.rows(by.rows()), "x", sets.same(by.rows(), "c", "x")));
    return Bound.of(
        sets.words()
            .update(
                sets.rows(owners),
                "s",
                sets.words().assigned("s", "fate") + " = x.fate",
                joined,
                "s.fate = 0 and x.fate >= " + from));
  }
}

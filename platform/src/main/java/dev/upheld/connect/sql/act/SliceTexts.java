package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that take rows of a set into another one; {@code s} is the set in each. */
record SliceTexts(SetTexts sets) {

  List<String> open(RowSet into) {
    List<String> texts = new ArrayList<>();
    texts.add(sets.words().drop(sets.rows(into)));
    texts.addAll(sets.open(into));
    return texts;
  }

  Bound take(RowSet from, RowSet into, Slice slice) {
    String fates =
        slice.fates().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    List<Object> values = new ArrayList<>();
    String after =
        slice
            .after()
            .map(
                mark -> {
                  values.add(mark);
                  return " and " + mark(from) + " > ?";
                })
            .orElse("");
    String select =
        "select "
            + String.join(", ", keys(from))
            + ", s.level, s.fate from "
            + sets.rows(from)
            + " as s where s.fate in ("
            + fates
            + ")"
            + after
            + " order by "
            + (slice.after().isPresent() ? mark(from) : "s.level desc")
            + " limit "
            + slice.atMost();
    return new Bound(sets.add(into, select, true), values);
  }

  Bound last(RowSet slice) {
    return Bound.of("select max(" + mark(slice) + ") from " + sets.rows(slice) + " as s");
  }

  Bound fates(RowSet set, String after) {
    return new Bound(
        "select fate, count(*) from "
            + sets.rows(set)
            + " as s where "
            + mark(set)
            + " > ? group by fate",
        List.of(after));
  }

  Bound gone(RowSet set, RowSet slice) {
    String same =
        SetTexts.keyNames(set).stream()
            .map(k -> "s." + k + " = x." + k)
            .collect(Collectors.joining(" and "));
    return Bound.of(
        sets.words()
            .update(
                sets.rows(set),
                "s",
                sets.words().assigned("s", "fate") + " = " + RowSet.GONE,
                List.of(new Joined(sets.rows(slice), "x", same)),
                "s.fate = " + RowSet.FREE));
  }

  private static List<String> keys(RowSet set) {
    return SetTexts.keyNames(set).stream().map(k -> "s." + k).toList();
  }

  private String mark(RowSet set) {
    return sets.words().keyMark(keys(set));
  }
}

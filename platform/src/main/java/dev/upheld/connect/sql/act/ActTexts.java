package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The statements that change rows; names as in {@link SetTexts}. */
record ActTexts(SetTexts sets) {
  private ActWords words() {
    return sets.words();
  }

  Bound act(Act act) {
    return switch (act) {
      case Act.Detach detach -> detach(detach);
      case Act.Change change -> change(change);
      case Act.Delete delete -> delete(delete);
      case Act.Copy copy -> copy(copy);
      case Act.Total total -> total(total);
      case Act.DeleteOwned(var table, var by, int except) ->
          new OwnedTexts(sets).delete(table, by, except);
    };
  }

  /** What it does, in the present tense. */
  static String doing(Act act) {
    return switch (act) {
      case Act.Detach d -> "detaching rows of " + d.pointing().table();
      case Act.Change c -> "changing rows of " + c.set().table();
      case Act.Delete d -> "deleting rows of " + d.set().table();
      case Act.Copy c -> "copying rows into " + c.into();
      case Act.Total t -> "adding up rows into " + t.totals().into();
      case Act.DeleteOwned d -> "deleting rows of " + d.table();
    };
  }

  private Bound detach(Act.Detach detach) {
    Pointing by = detach.pointing();
    SetTexts.Target target = sets.target(detach.at(), detach.key());
    List<Joined> joined = new ArrayList<>();
    String points = sets.pairs(by.table(), by.columns(), target.fields());
    if (target.joined().isEmpty()) {
      joined.add(new Joined(sets.rows(detach.at()), "s", points));
    } else {
      joined.add(new Joined(sets.relation(detach.at().table()), "t", points));
      joined.add(new Joined(sets.rows(detach.at()), "s", sets.same(detach.at(), "t", "s")));
    }
    String set =
        detach.clear().stream()
            .map(c -> words().assigned("c", c) + " = null")
            .collect(Collectors.joining(", "));
    return Bound.of(
        words()
            .update(sets.relation(by.table()), "c", set, joined, "s.fate = 0" + sets.remains(by)));
  }

  private Bound change(Act.Change change) {
    RowSet set = change.set();
    Description.Table table = sets.table(set.table());
    List<Bound> each = new ArrayList<>();
    for (Map.Entry<String, Rewrite> entry : new TreeMap<>(change.columns()).entrySet()) {
      Description.Column column = sets.catalogue().column(table, "t", entry.getKey()).column();
      Bound becomes = words().rewritten(sets.column("t", entry.getKey()), column, entry.getValue());
      each.add(becomes.within(words().assigned("t", entry.getKey()) + " = ", ""));
    }
    Bound values = Bound.joined(each, ", ");
    String fates =
        change.fates().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    String text =
        words()
            .update(
                sets.relation(set.table()),
                "t",
                values.text(),
                List.of(new Joined(sets.rows(set), "s", sets.same(set, "t", "s"))),
                "s.fate in (" + fates + ")");
    return new Bound(text, values.values());
  }

  private Bound copy(Act.Copy copy) {
    RowSet set = copy.set();
    List<String> there = new ArrayList<>(copy.columns());
    List<String> here =
        copy.columns().stream()
            .map(c -> sets.live(set.table(), "t", c))
            .collect(Collectors.toCollection(ArrayList::new));
    copy.columns().forEach(c -> sets.live(copy.into(), "c", c));
    List<Object> values = new ArrayList<>();
    copy.clock()
        .ifPresent(
            clock -> {
              int at = there.indexOf(clock);
              if (at >= 0) {
                here.set(at, "coalesce(" + here.get(at) + ", " + words().instant() + ")");
              } else {
                there.add(clock);
                here.add(words().instant());
              }
            });
    return new Bound(
        "insert into "
            + sets.relation(copy.into())
            + " ("
            + there.stream().map(words()::name).collect(Collectors.joining(", "))
            + ")"
            + words().givenKeys()
            + " select "
            + String.join(", ", here)
            + " from "
            + sets.rows(set)
            + " as s join "
            + sets.relation(set.table())
            + " as t on "
            + sets.same(set, "t", "s")
            + " where s.fate = "
            + copy.fate()
            + " and not exists (select 1 from "
            + sets.relation(copy.into())
            + " as c where "
            + sameKey(copy)
            + ")",
        values);
  }

  private String sameKey(Act.Copy copy) {
    return copy.set().key().stream()
        .map(k -> sets.live(copy.into(), "c", k) + " = " + sets.column("t", k))
        .collect(Collectors.joining(" and "));
  }

  /** Rows of the set that are not there, or are there under their key and not the same. */
  Bound unlike(Act.Copy copy) {
    RowSet set = copy.set();
    String same =
        copy.columns().stream()
            .filter(c -> !set.key().contains(c) && !copy.clock().equals(Optional.of(c)))
            .map(c -> same(words().text(sets.column("t", c)), words().text(sets.column("c", c))))
            .map(each -> " and " + each)
            .collect(Collectors.joining());
    return Bound.of(
        "select count(*) from "
            + sets.rows(set)
            + " as s join "
            + sets.relation(set.table())
            + " as t on "
            + sets.same(set, "t", "s")
            + " where s.fate = "
            + copy.fate()
            + " and not exists (select 1 from "
            + sets.relation(copy.into())
            + " as c where "
            + sameKey(copy)
            + same
            + ")");
  }

  private static String same(String here, String there) {
    return "coalesce(" + here + " = " + there + ", " + here + " is null and " + there + " is null)";
  }

  private Bound total(Act.Total total) {
    RowSet set = total.set();
    Totals totals = total.totals();
    List<String> there = new ArrayList<>(totals.group());
    List<String> here = new ArrayList<>();
    for (Totals.By by : totals.by()) {
      String column = sets.live(set.table(), "t", by.from());
      here.add(by.grain().map(grain -> words().firstDay(grain, column)).orElse(column));
    }
    String groups = String.join(", ", here);
    there.add(totals.count());
    here.add("count(*)");
    totals
        .sums()
        .forEach(
            (column, from) -> {
              there.add(column);
              here.add("coalesce(sum(" + sets.live(set.table(), "t", from) + "), 0)");
            });
    there.forEach(c -> sets.live(totals.into(), "c", c));
    String select =
        "select "
            + String.join(", ", here)
            + " from "
            + sets.rows(set)
            + " as s join "
            + sets.relation(set.table())
            + " as t on "
            + sets.same(set, "t", "s")
            + " where s.fate = "
            + total.fate()
            + " group by "
            + groups;
    int group = totals.by().size();
    return Bound.of(words().addUp(sets.relation(totals.into()), there, group, select));
  }

  private Bound delete(Act.Delete delete) {
    RowSet set = delete.set();
    String level = delete.level() < 0 ? "" : " and s.level = " + delete.level();
    return Bound.of(
        words()
            .delete(
                sets.relation(set.table()),
                "t",
                List.of(new Joined(sets.rows(set), "s", sets.same(set, "t", "s"))),
                "s.fate = 0" + level));
  }
}

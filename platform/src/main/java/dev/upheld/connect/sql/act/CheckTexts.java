package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.Check;
import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements that ask what a rule would say of rows as they would be; they change nothing. */
record CheckTexts(SetTexts sets) {

  /** Empty where the act changes no column. */
  Optional<Bound> forbidden(Act act, Check check) {
    return switch (act) {
      case Act.Change change -> Optional.of(forbidden(change, check));
      case Act.Detach detach -> Optional.of(forbidden(detach, check));
      case Act.Copy _, Act.Total _, Act.Delete _, Act.DeleteOwned _ -> Optional.empty();
    };
  }

  private Bound forbidden(Act.Change change, Check check) {
    RowSet set = change.set();
    String fates =
        change.fates().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    String from =
        sets.rows(set)
            + " as s join "
            + sets.relation(set.table())
            + " as t on "
            + sets.same(set, "t", "s")
            + " where s.fate in ("
            + fates
            + ")";
    return counted(check, become(set.table(), "t", change.columns(), check), from);
  }

  private Bound forbidden(Act.Detach detach, Check check) {
    Pointing by = detach.pointing();
    SetTexts.Target target = sets.target(detach.at(), detach.key());
    String from =
        target.from()
            + " join "
            + sets.relation(by.table())
            + " as c on "
            + sets.pairs(by.table(), by.columns(), target.fields())
            + " where s.fate = 0"
            + sets.remains(by);
    Map<String, Rewrite> columns = new HashMap<>();
    detach.clear().forEach(column -> columns.put(column, new Rewrite.Null()));
    return counted(check, become(by.table(), "c", columns, check), from);
  }

  private static Bound counted(Check check, Bound columns, String from) {
    return columns.within(
        "select count(*) from (select ",
        " from " + from + ") as q where not (" + check.condition() + ")");
  }

  /** The columns of the rule as they would be, by their own names; of their own types. */
  private Bound become(TableName table, String alias, Map<String, Rewrite> columns, Check check) {
    List<Bound> each = new ArrayList<>();
    for (String name : check.columns()) {
      if (sets.table(table).column(name).isEmpty()) {
        continue;
      }
      Column column = sets.catalogue().column(sets.table(table), alias, name).column();
      String field = sets.column(alias, name);
      Rewrite rewrite = columns.get(name);
      Bound becomes =
          rewrite == null
              ? Bound.of(field)
              : sets.words()
                  .rewritten(field, column, rewrite)
                  .within("case when true then ", " else " + field + " end");
      each.add(becomes.within("", " as " + sets.words().name(name)));
    }
    return Bound.joined(each, ", ");
  }
}

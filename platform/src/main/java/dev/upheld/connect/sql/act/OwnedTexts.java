package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.Belonging;
import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.stream.Collectors;

/** The statements over rows that belong to a set and have none of their own; {@code c} in each. */
record OwnedTexts(SetTexts sets) {

  Bound count(TableName table, List<String> key, List<Belonging> by, int except) {
    if (by.size() == 1) {
      return Bound.of("select count(*)" + owned(table, by.getFirst(), except));
    }
    String keys = key.stream().map(k -> sets.live(table, "c", k)).collect(Collectors.joining(", "));
    String all =
        by.stream()
            .map(b -> "select " + keys + owned(table, b, except))
            .collect(Collectors.joining(" union "));
    return Bound.of("select count(*) from (" + all + ") as u");
  }

  private String owned(TableName table, Belonging by, int except) {
    return " from "
        + sets.rows(by.owners())
        + " as s join "
        + sets.relation(table)
        + " as c on "
        + pairs(table, by)
        + " where s.fate <> "
        + except;
  }

  private String pairs(TableName table, Belonging by) {
    return sets.pairs(table, by.columns(), sets.target(by.owners(), by.owners().key()).fields());
  }

  Bound delete(TableName table, Belonging by, int except) {
    return Bound.of(
        sets.words()
            .delete(
                sets.relation(table),
                "c",
                List.of(new Joined(sets.rows(by.owners()), "s", pairs(table, by))),
                "s.fate <> " + except));
  }
}

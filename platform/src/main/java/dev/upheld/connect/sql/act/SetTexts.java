package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Owner;
import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Turn;
import dev.upheld.connect.act.Was;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Dialect;
import dev.upheld.connect.sql.MeantRows;
import dev.upheld.datamap.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements over sets. In each, {@code t} is the table itself, {@code s} its set, {@code c} a
 * table that points, {@code x} the set of that one.
 */
record SetTexts(Catalogue catalogue, ActWords words, Dialect dialect, Instant now) {
  private static final String HELPER = "upheld_held";

  private static final Set<Description.Type> SEARCHED =
      Set.of(
          Description.Type.TEXT,
          Description.Type.JSON,
          Description.Type.ARRAY,
          Description.Type.BYTES,
          Description.Type.OTHER);

  Description.Table table(TableName name) {
    return catalogue.table(name);
  }

  /** Whether an index finds the rows of the set. */
  boolean isIndexed(RowSet set) {
    Description.Table table = table(set.table());
    int width = set.key().size();
    return table.key().equals(set.key())
        || table.indexes().stream()
            .map(Description.Index::columns)
            .anyMatch(c -> c.size() >= width && set.key().containsAll(c.subList(0, width)));
  }

  String relation(TableName name) {
    return words.relation(table(name).name());
  }

  String rows(RowSet set) {
    return words.rows(set.number());
  }

  String column(String alias, String column) {
    return alias + "." + words.name(column);
  }

  /** The column, which must be there. */
  String live(TableName table, String alias, String column) {
    catalogue.column(table(table), alias, column);
    return column(alias, column);
  }

  /** Columns that can hold words. */
  List<String> searched(TableName name) {
    return table(name).columns().stream()
        .filter(Description.Column::readable)
        .filter(c -> SEARCHED.contains(c.type()))
        .map(Description.Column::name)
        .toList();
  }

  Bound containing(TableName name, List<String> columns, List<String> any) {
    Description.Table table = table(name);
    List<Bound> each = new ArrayList<>();
    for (String column : columns) {
      Description.Column found = catalogue.column(table, "t", column).column();
      each.add(
          words
              .containing(column("t", column), found, any)
              .within("sum(case when ", " then 1 else 0 end)"));
    }
    return Bound.joined(each, ", ").within("select ", " from " + relation(name) + " as t");
  }

  static String keyName(int index) {
    return "k" + (index + 1);
  }

  private static String keyNames(RowSet set, String prefix) {
    return IntStream.range(0, set.key().size())
        .mapToObj(i -> prefix + keyName(i))
        .collect(Collectors.joining(", "));
  }

  private String keys(RowSet set, String alias) {
    return set.key().stream().map(k -> column(alias, k)).collect(Collectors.joining(", "));
  }

  /** The row of the table and of its set are the same. */
  String same(RowSet set, String table, String gathered) {
    return IntStream.range(0, set.key().size())
        .mapToObj(i -> column(table, set.key().get(i)) + " = " + gathered + "." + keyName(i))
        .collect(Collectors.joining(" and "));
  }

  List<String> open(RowSet set) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < set.key().size(); i++) {
      columns.add(live(set.table(), "t", set.key().get(i)) + " as " + keyName(i));
    }
    String select =
        "select "
            + String.join(", ", columns)
            + ", 0 as level, 0 as fate from "
            + relation(set.table())
            + " as t where 1 = 0";
    return words.open(rows(set), keyNames(set), select);
  }

  static List<String> keyNames(RowSet set) {
    return IntStream.range(0, set.key().size()).mapToObj(SetTexts::keyName).toList();
  }

  /** What to send before rows are added to a set that has some. */
  Optional<String> more(RowSet set) {
    return words.more(rows(set), keyNames(set));
  }

  String add(RowSet set, String select, boolean first) {
    return words.add(rows(set), keyNames(set, "") + ", level, fate", select, first);
  }

  Bound find(RowSet set, List<Match> any, boolean first) {
    Bound where = any(set.table(), any).within("", only(set, "t"));
    String before =
        "select " + keys(set, "t") + ", 0, 0 from " + relation(set.table()) + " as t where ";
    return new Bound(add(set, before + where.text(), first), where.values());
  }

  /** Keeps to the rows that the set may hold. */
  String only(RowSet set, String alias) {
    return set.only()
        .map(
            condition ->
                " and ("
                    + keys(set, alias)
                    + ") in ("
                    + new MeantRows(catalogue, dialect, set.table(), set.key()).text(condition, now)
                    + ")")
        .orElse("");
  }

  Bound any(TableName table, List<Match> any) {
    Description.Table live = table(table);
    List<Bound> each = new ArrayList<>();
    for (Match match : any) {
      Description.Column column = catalogue.column(live, "t", match.column()).column();
      each.add(words.among(column("t", match.column()), column, match));
    }
    return Bound.joined(each, " or ").within("(", ")");
  }

  Bound matching(RowSet set, List<Match> any, int heldFrom) {
    Bound where = any(set.table(), any);
    String gathered = "select 1 from " + rows(set) + " as s where " + same(set, "t", "s");
    return where.within(
        "select count(*) from " + relation(set.table()) + " as t where ",
        " and not exists (" + gathered + " and s.fate >= " + heldFrom + ")");
  }

  /** From the rows of one set on a level to those of another that point at them. */
  record Step(RowSet from, List<String> key, RowSet into, List<String> columns, int level) {}

  /** Rows {@code c} that point at rows of {@code from}. */
  Bound follow(Step step, boolean first) {
    RowSet from = step.from();
    List<String> key = step.key();
    RowSet into = step.into();
    List<String> columns = step.columns();
    int level = step.level();
    Target target = target(from, key);
    String select =
        "select "
            + (key.equals(from.key()) ? "" : "distinct ")
            + keys(into, "c")
            + ", "
            + (level + 1)
            + ", 0 from "
            + target.from()
            + " join "
            + relation(into.table())
            + " as c on "
            + pairs(into.table(), columns, target.fields())
            + " where s.fate = 0 and s.level = "
            + level
            + only(into, "c");
    return Bound.of(add(into, select, first));
  }

  /** Free rows of a set whose column was this and is not yet what it is to become. */
  Bound choose(RowSet from, RowSet into, String name, Was was, boolean first) {
    Description.Column live = catalogue.column(table(from.table()), "t", name).column();
    String column = column("t", name);
    Bound where =
        new Bound(
            "(" + column + " is null or " + words.text(column) + " <> ?)", List.of(was.becomes()));
    if (!was.any().isEmpty()) {
      where = Bound.joined(List.of(held(column, live, was.any()), where), " and ");
    }
    String select =
        "select "
            + keyNames(from, "s.")
            + ", 0, 0 from "
            + rows(from)
            + " as s join "
            + relation(from.table())
            + " as t on "
            + same(from, "t", "s")
            + " where s.fate = 0 and ";
    return new Bound(add(into, select + where.text(), first), where.values());
  }

  private Bound held(String column, Description.Column live, List<String> any) {
    if (live.type() != Description.Type.DATE) {
      return words.among(column, live, new Match(live.name(), any, true));
    }
    List<Bound> each =
        any.stream().map(v -> new Bound(words.text(column) + " = ?", List.of(v))).toList();
    return Bound.joined(each, " or ").within("(", ")");
  }

  /** A set, and the fields that are pointed at: those of the set itself where its key is meant. */
  record Target(String from, List<String> fields, List<Joined> joined) {}

  Target target(RowSet set, List<String> key) {
    String rows = rows(set) + " as s";
    if (key.equals(set.key())) {
      List<String> fields =
          IntStream.range(0, key.size()).mapToObj(i -> "s." + keyName(i)).toList();
      return new Target(rows, fields, List.of());
    }
    List<String> fields = key.stream().map(k -> live(set.table(), "t", k)).toList();
    String relation = relation(set.table());
    String same = same(set, "t", "s");
    return new Target(
        rows + " join " + relation + " as t on " + same,
        fields,
        List.of(new Joined(relation, "t", same)));
  }

  String pairs(TableName table, List<String> columns, List<String> fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      pairs.add(live(table, "c", columns.get(i)) + " = " + fields.get(i));
    }
    return String.join(" and ", pairs);
  }

  String values(RowSet set, String column, int atMost) {
    String text = words.text(live(set.table(), "t", column));
    return "select distinct "
        + text
        + " from "
        + rows(set)
        + " as s join "
        + relation(set.table())
        + " as t on "
        + same(set, "t", "s")
        + " where "
        + column("t", column)
        + " is not null limit "
        + atMost;
  }

  String lock(RowSet set) {
    return words.locked(
        "select 1 from "
            + rows(set)
            + " as s join "
            + relation(set.table())
            + " as t on "
            + same(set, "t", "s"));
  }

  String helper() {
    return HELPER;
  }

  String helperRead() {
    return words.rows(0);
  }

  String dropHelper() {
    return words.drop(helperRead());
  }

  Bound holdHelped(RowSet set, Turn turn) {
    String on =
        IntStream.range(0, set.key().size())
            .mapToObj(i -> "s." + keyName(i) + " = h." + keyName(i))
            .collect(Collectors.joining(" and "));
    return Bound.of(
        words.update(
            rows(set),
            "s",
            words.assigned("s", "fate") + " = " + turn.to(),
            List.of(new Joined(helperRead(), "h", on)),
            "s.fate = " + turn.from()));
  }

  /** That the pointing row remains: it was not gathered, or something holds it. */
  String remains(Pointing by) {
    return unless(by, "x.fate = 0");
  }

  private String unless(Pointing by, String which) {
    return by.own().stream()
        .map(
            own ->
                " and not exists (select 1 from "
                    + rows(own)
                    + " as x where "
                    + same(own, "c", "x")
                    + " and "
                    + which
                    + ")")
        .collect(Collectors.joining());
  }

  Bound pointing(Pointing by, RowSet at, List<String> key, int heldFrom) {
    Target target = target(at, key);
    return Bound.of(
        "select count(*) from "
            + target.from()
            + " join "
            + relation(by.table())
            + " as c on "
            + pairs(by.table(), by.columns(), target.fields())
            + " where s.fate = 0"
            + unless(by, "x.fate < " + heldFrom));
  }

  Bound holdPointedAt(RowSet set, List<String> key, Pointing by, int fate) {
    Target target = target(set, key);
    List<Joined> joined = new ArrayList<>(target.joined());
    joined.add(
        new Joined(relation(by.table()), "c", pairs(by.table(), by.columns(), target.fields())));
    return Bound.of(
        words.update(
            rows(set),
            "s",
            words.assigned("s", "fate") + " = " + fate,
            joined,
            "s.fate = 0" + remains(by)));
  }

  Bound holdSame(RowSet set, RowSet other, boolean free, int fate) {
    String here = same(set, "t", "s");
    return Bound.of(
        words.update(
            rows(set),
            "s",
            words.assigned("s", "fate") + " = " + fate,
            List.of(
                new Joined(relation(set.table()), "t", here),
                new Joined(rows(other), "x", same(other, "t", "x"))),
            "s.fate = 0 and x.fate " + (free ? "= 0" : "> 0")));
  }

  Bound holdOwnedByOthers(RowSet set, List<Owner> owners, int fate) {
    List<String> named = new ArrayList<>();
    StringBuilder ours = new StringBuilder();
    for (Owner owner : owners) {
      named.add(
          owner.columns().stream()
              .map(c -> live(set.table(), "t", c) + " is not null")
              .collect(Collectors.joining(" and ", "(", ")")));
      owner
          .rows()
          .ifPresent(
              o ->
                  ours.append(" and not exists (")
                      .append(owning(owner.columns(), o, owner.key()))
                      .append(")"));
    }
    return Bound.of(
        words.update(
            rows(set),
            "s",
            words.assigned("s", "fate") + " = " + fate,
            List.of(new Joined(relation(set.table()), "t", same(set, "t", "s"))),
            "s.fate = 0 and s.level = 0 and (" + String.join(" or ", named) + ")" + ours));
  }

  private String owning(List<String> columns, RowSet owners, List<String> key) {
    String from = rows(owners) + " as x";
    List<String> fields = new ArrayList<>();
    if (key.equals(owners.key())) {
      IntStream.range(0, key.size()).forEach(i -> fields.add("x." + keyName(i)));
    } else {
      from += " join " + relation(owners.table()) + " as o on " + same(owners, "o", "x");
      key.forEach(k -> fields.add(live(owners.table(), "o", k)));
    }
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      pairs.add(column("t", columns.get(i)) + " = " + fields.get(i));
    }
    return "select 1 from " + from + " where x.fate <= 0 and " + String.join(" and ", pairs);
  }

  Bound left(RowSet set, int fate) {
    return Bound.of(
        "select count(*) from "
            + rows(set)
            + " as s join "
            + relation(set.table())
            + " as t on "
            + same(set, "t", "s")
            + " where s.fate = "
            + fate);
  }

  /** Counts one key at most that more than one row has. */
  Bound severalOfOneKey(RowSet set) {
    String keys = keyNames(set).stream().map(k -> "s." + k).collect(Collectors.joining(", "));
    return Bound.of(
        "select count(*) from (select 1 as several from "
            + rows(set)
            + " as s join "
            + relation(set.table())
            + " as t on "
            + same(set, "t", "s")
            + " group by "
            + keys
            + " having count(*) > 1 limit 1) as k");
  }

  String scan(TableName name, List<String> columns) {
    return "select 0" + texts(name, columns) + " from " + relation(name) + " as t";
  }

  private String texts(TableName name, List<String> columns) {
    return columns.stream()
        .map(c -> ", " + words.text(live(name, "t", c)))
        .collect(Collectors.joining());
  }

  String read(RowSet set, List<String> columns) {
    String values = texts(set.table(), columns);
    return "select s.fate"
        + values
        + " from "
        + rows(set)
        + " as s join "
        + relation(set.table())
        + " as t on "
        + same(set, "t", "s")
        + " order by "
        + keyNames(set, "s.");
  }
}

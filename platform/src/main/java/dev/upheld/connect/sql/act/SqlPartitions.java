package dev.upheld.connect.sql.act;

import dev.upheld.connect.act.Keeping;
import dev.upheld.connect.act.Partitions;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.sql.PastRows;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Partitions of tables of an SQL server. */
record SqlPartitions(ActLine line, SetTexts sets, PartWords words) implements Partitions {
  private PastRows rows(TableName table) {
    return new PastRows(sets.catalogue(), sets.dialect(), table, List.of());
  }

  @Override
  public Over over(RowSet of, Keeping keeping) {
    Optional<String> still = rows(of.table()).notYet(keeping);
    if (still.isEmpty() || rows(of.table()).test(keeping).isEmpty()) {
      return Over.NONE;
    }
    String doing = "looking for partitions of " + of.table();
    return line.transaction(
        false,
        () -> {
          List<Partition> whole =
              line.sending(doing, c -> words.without(c, of.table(), still.get()));
          Optional<String> needs =
              whole.isEmpty()
                  ? Optional.empty()
                  : line.sending(doing, c -> words.needs(c, of.table(), whole));
          return new Over(whole, needs);
        });
  }

  @Override
  public boolean isThere(RowSet of, String partition) {
    String doing = "looking for partitions of " + of.table();
    return line.transaction(false, () -> line.number(doing, words.isThere(of.table(), partition)))
        > 0;
  }

  @Override
  public boolean atOnce() {
    return words.atOnce();
  }

  @Override
  public <T> T locked(Partition partition, Collection<TableName> beside, Supplier<T> work) {
    String doing = "locking " + named(partition);
    return line.transaction(
        true,
        () -> {
          try {
            words.lock(partition, beside).forEach(text -> line.plain(doing, text));
            T result = work.get();
            line.sending(doing, SqlPartitions::committed);
            return result;
          } finally {
            words.unlock().ifPresent(this::unlock);
          }
        });
  }

  private void unlock(String text) {
    try {
      line.plain("unlocking", text);
    } catch (ProblemException e) {
      // the line is gone, and its locks with it; why the work ended is what counts
    }
  }

  private static boolean committed(Connection open) throws SQLException {
    open.commit();
    return true;
  }

  private static String named(Partition partition) {
    return "partition " + partition.name() + " of " + partition.parent();
  }

  @Override
  public Counted count(RowSet of, Partition partition, Keeping keeping) {
    // the bounds said that it is early enough; its name may be that of another one by now
    PastRows rows = rows(of.table());
    String doing = "counting rows of " + named(partition);
    String from = " from " + words.from(partition);
    Optional<String> notPast = rows.notPast(keeping);
    if (notPast.isPresent()) { // an index says so at once; judging row by row takes longer
      long all = line.number(doing, Bound.of("select count(*)" + from));
      long not = line.number(doing, Bound.of("select count(*)" + from + " where " + notPast.get()));
      return new Counted(all, all - not);
    }
    String past = "count(case when " + rows.test(keeping).orElse("false") + " then 1 end)";
    return line.ask(
        doing,
        Bound.of("select count(*), " + past + from),
        0,
        row -> row.next() ? new Counted(row.getLong(1), row.getLong(2)) : new Counted(0, 0));
  }

  @Override
  public boolean isWanted(RowSet of, Partition partition, Keeping keeping) {
    Optional<String> kept = rows(of.table()).kept(keeping);
    return kept.isEmpty()
        || isAny(
            "judging rows of " + named(partition), words.from(partition) + " where " + kept.get());
  }

  @Override
  public boolean isPointedAt(
      Partition partition, List<String> key, TableName by, List<String> columns) {
    List<String> fields = key.stream().map(k -> sets.column("t", k)).toList();
    String pairs = sets.pairs(by, columns, fields);
    return isAny(
        "counting rows of " + by + " that point at " + named(partition),
        sets.relation(by) + " as c join " + words.from(partition) + " on " + pairs);
  }

  private boolean isAny(String doing, String from) {
    return line.number(doing, Bound.of("select 1 from " + from + " limit 1")) > 0;
  }

  @Override
  public List<String> values(RowSet of, Partition partition, String column) {
    String field = sets.live(of.table(), "t", column);
    Bound text =
        Bound.of(
            "select distinct "
                + sets.words().text(field)
                + " from "
                + words.from(partition)
                + " where "
                + field
                + " is not null limit "
                + MANY);
    return line.ask(
        "reading the links of " + named(partition),
        text,
        0,
        result -> {
          List<String> values = new ArrayList<>();
          while (result.next()) {
            values.add(result.getString(1));
          }
          return List.copyOf(values);
        });
  }

  @Override
  public void keep() {
    line.sending("remembering an act", SqlPartitions::committed);
  }

  @Override
  public void drop(Partition partition, boolean pointed) {
    String doing = "dropping " + named(partition);
    words.drop(partition, pointed).forEach(text -> line.plain(doing, text));
  }
}

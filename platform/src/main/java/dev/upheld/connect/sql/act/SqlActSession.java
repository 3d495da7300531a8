package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.Due;
import dev.upheld.connect.Sight;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Belonging;
import dev.upheld.connect.act.Check;
import dev.upheld.connect.act.Held;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.Owner;
import dev.upheld.connect.act.Partitions;
import dev.upheld.connect.act.Pointing;
import dev.upheld.connect.act.Remembered;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.Slice;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.act.TimedRows;
import dev.upheld.connect.act.Turn;
import dev.upheld.connect.act.Was;
import dev.upheld.connect.sql.Catalogue;
import dev.upheld.connect.sql.Engine;
import dev.upheld.connect.sql.Faults;
import dev.upheld.connect.sql.HeldRows;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers and changes rows of an SQL database, whatever the server. */
public final class SqlActSession implements ActSession {
  private static final int PIECE = 1_000;

  /** From so many rows on the server is told of them: it takes an unknown set for large. */
  private static final int MANY = 1;

  /** Rows from which on another way than row by row may be better even by an index. */
  private static final int LARGE = 20_000;

  private final Engine engine;
  private final ActWords words;
  private final ActLine line;
  private final Instant now;
  private final Map<Integer, Long> sizes = new HashMap<>();
  private final Map<Integer, Long> told = new HashMap<>();
  private final Set<Integer> keyed = new HashSet<>();

  /** Sets in which some rows are not free. */
  private final Set<Integer> judged = new HashSet<>();

  /** Sets that have a table of their own, unless the transaction that made it was rolled back. */
  private final Set<Integer> made = new HashSet<>();

  private final Live live;
  private final Memory memory;
  private @Nullable SetTexts texts;

  private SqlActSession(
      Faults faults, Engine engine, ActWords words, Catalogues catalogues, Instant now) {
    this.now = now;
    this.engine = engine;
    this.words = words;
    this.line = new ActLine(engine, words, faults);
    this.live = new Live(line, engine, words, catalogues);
    this.memory = new Memory(line, words);
  }

  /**
   * Connects.
   *
   * @param catalogues that earlier sessions read
   * @param now what conditions on time are measured against
   * @throws ProblemException when the system cannot be reached or refuses
   */
  public static ActSession open(
      Faults faults, Engine engine, ActWords words, Catalogues catalogues, Instant now) {
    return new SqlActSession(faults, engine, words, catalogues, now);
  }

  private SetTexts texts() {
    SetTexts known = texts;
    if (known == null) {
      Catalogue found = live.catalogue();
      known = new SetTexts(found, words, engine.dialect(found), now);
      texts = known;
    }
    return known;
  }

  @Override
  public Description describe() {
    return live.catalogue().description();
  }

  @Override
  public Structure structure() {
    return live.structure();
  }

  @Override
  public Sight sight(Set<TableName> tables) {
    return line.sending("looking what it sees", c -> engine.sight(c, tables));
  }

  @Override
  public boolean remembers() {
    return describe().table(words.memory()).isPresent();
  }

  @Override
  public String rememberingScript() {
    return words.memoryScript();
  }

  @Override
  public Optional<Remembered> remembered(String act) {
    return memory.of(act);
  }

  @Override
  public Optional<Remembered> lastRemembered(String begin) {
    return memory.last(begin);
  }

  @Override
  public <T> T inOne(Supplier<T> work) {
    return line.transaction(true, work);
  }

  @Override
  public <T> T inVain(Supplier<T> work) {
    return line.transaction(false, work);
  }

  @Override
  public void remember(String act, String plan, String figures) {
    memory.add(act, plan, figures);
  }

  @Override
  public void open(RowSet set) {
    int number = set.number();
    sizes.remove(number);
    told.remove(number);
    keyed.remove(number);
    judged.remove(number);
    boolean again = !made.add(number);
    List<String> texts = again ? new SliceTexts(texts()).open(set) : texts().open(set);
    texts.forEach(text -> line.plain(gathering(set), text));
  }

  private static String gathering(RowSet set) {
    return "gathering rows of " + set.table();
  }

  @Override
  public long find(RowSet set, List<Match> any) {
    return add(set, texts().find(set, any, isFirst(set)));
  }

  @Override
  public long follow(RowSet from, List<String> key, RowSet into, List<String> columns, int level) {
    weigh(from);
    SetTexts.Step step = new SetTexts.Step(from, key, into, columns, level);
    return add(into, texts().follow(step, isFirst(into)));
  }

  @Override
  public long choose(RowSet from, RowSet into, String column, Was was) {
    weighRows(from);
    return add(into, texts().choose(from, into, column, was, isFirst(into)));
  }

  private boolean isFirst(RowSet set) {
    return sizes.getOrDefault(set.number(), 0L) == 0;
  }

  private long add(RowSet set, Bound statement) {
    long before = sizes.getOrDefault(set.number(), 0L);
    if (before > 0 && keyed.add(set.number())) {
      texts().more(set).ifPresent(text -> line.plain(gathering(set), text));
    }
    long counted = line.change(gathering(set), statement);
    long after =
        words.countsAdded()
            ? before + counted
            : line.number(
                gathering(set), Bound.of("select count(*) from " + words.rows(set.number())));
    sizes.put(set.number(), after);
    return after - before;
  }

  /** Lets the server know how large a set is, before it has to choose a way by that. */
  private void weigh(RowSet set) {
    long size = sizes.getOrDefault(set.number(), 0L);
    if (size >= MANY && size >= 2 * told.getOrDefault(set.number(), 0L)) {
      words.grown(words.rows(set.number())).ifPresent(text -> line.plain(gathering(set), text));
      told.put(set.number(), size);
    }
  }

  private void weigh(Pointing by, RowSet at) {
    weigh(at);
    by.own().forEach(this::weigh);
  }

  /** Few rows that an index finds need no choice. */
  private void weighRows(RowSet set) {
    if (sizes.getOrDefault(set.number(), 0L) >= LARGE || !texts().isIndexed(set)) {
      weigh(set);
    }
  }

  @Override
  public List<String> values(RowSet set, String column, int atMost) {
    weighRows(set);
    return line.ask(
        "reading the links of " + set.table(),
        Bound.of(texts().values(set, column, atMost)),
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
  public void lock(RowSet set) {
    weighRows(set);
    line.ask("locking rows of " + set.table(), Bound.of(texts().lock(set)), PIECE, this::toTheEnd);
  }

  private boolean toTheEnd(ResultSet result) throws SQLException {
    while (result.next()) {
      // only the lock is wanted
    }
    return true;
  }

  @Override
  public Held hold(RowSet set, Due past, Turn turn, Instant now, ZoneId zone) {
    weigh(set);
    SetTexts by = texts();
    HeldRows held =
        new HeldRows(by.catalogue(), by.dialect(), set.table(), set.key(), by.rows(set));
    String doing = "judging the age of rows of " + set.table();
    String select = held.text(past, turn.from(), now, zone);
    line.plain(doing, "create temporary table " + texts().helper() + " as " + select);
    Held result =
        line.ask(
            doing,
            Bound.of("select count(*), count(at), min(at), max(at) from " + texts().helperRead()),
            0,
            row -> {
              row.next();
              long rows = row.getLong(1);
              return new Held(
                  rows, rows - row.getLong(2), HeldRows.instant(row, 3), HeldRows.instant(row, 4));
            });
    held(set, line.change(doing, texts().holdHelped(set, turn)));
    line.plain(doing, texts().dropHelper());
    return result;
  }

  @Override
  public TimedRows timed() {
    return new SqlTimedRows(this, line, texts(), this::add, this::held);
  }

  @Override
  public Partitions partitions() {
    return new SqlPartitions(line, texts(), words.parts());
  }

  @Override
  public long holdPointedAt(RowSet set, List<String> key, Pointing by, int fate) {
    weigh(by, set);
    return held(
        set,
        line.change("holding rows of " + set.table(), texts().holdPointedAt(set, key, by, fate)));
  }

  @Override
  public long holdSame(RowSet set, RowSet other, boolean free, int fate) {
    weigh(set);
    weigh(other);
    return held(
        set,
        line.change(
            "comparing sets of rows of " + set.table(), texts().holdSame(set, other, free, fate)));
  }

  @Override
  public long holdOwnedByOthers(RowSet set, List<Owner> owners, int fate) {
    weigh(set);
    owners.forEach(o -> o.rows().ifPresent(this::weigh));
    return held(
        set,
        line.change(
            "looking whose rows of " + set.table() + " are",
            texts().holdOwnedByOthers(set, owners, fate)));
  }

  private long held(RowSet set, long rows) {
    if (rows > 0) {
      judged.add(set.number());
    }
    return rows;
  }

  @Override
  public void turn(RowSet set, int from, int to) {
    judged.add(set.number());
    line.change(
        gathering(set),
        Bound.of(
            "update " + words.rows(set.number()) + " set fate = " + to + " where fate = " + from));
  }

  @Override
  public Map<Integer, Long> fates(RowSet set) {
    if (!judged.contains(set.number())) {
      return isFirst(set) ? Map.of() : Map.of(RowSet.FREE, sizes.get(set.number()));
    }
    return fates(
        set, Bound.of("select fate, count(*) from " + words.rows(set.number()) + " group by fate"));
  }

  @Override
  public Map<Integer, Long> fates(RowSet set, String after) {
    return fates(set, new SliceTexts(texts()).fates(set, after));
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
          return fates;
        });
  }

  @Override
  public long take(RowSet from, RowSet into, Slice slice) {
    SliceTexts slices = new SliceTexts(texts());
    slices.open(into).forEach(text -> line.plain(gathering(from), text));
    long taken = line.change(gathering(from), slices.take(from, into, slice));
    told.remove(into.number());
    sizes.put(into.number(), taken);
    judged.add(into.number());
    return taken;
  }

  @Override
  public String last(RowSet slice) {
    return line.ask(
        gathering(slice),
        new SliceTexts(texts()).last(slice),
        0,
        row -> row.next() ? String.valueOf(row.getString(1)) : "");
  }

  @Override
  public void gone(RowSet set, RowSet slice) {
    judged.add(set.number());
    line.change(gathering(set), new SliceTexts(texts()).gone(set, slice));
  }

  @Override
  public int depth(RowSet set) {
    String text =
        "select coalesce(max(level), -1) from " + words.rows(set.number()) + " where fate = 0";
    return (int) line.number(gathering(set), Bound.of(text));
  }

  @Override
  public long pointing(Pointing by, RowSet at, List<String> key, int heldFrom) {
    weigh(by, at);
    return line.number(
        "counting rows of " + by.table() + " that point at " + at.table(),
        texts().pointing(by, at, key, heldFrom));
  }

  @Override
  public long owned(TableName table, List<String> key, List<Belonging> by, int except) {
    by.forEach(b -> weigh(b.owners()));
    return line.number(
        "counting rows of " + table, new OwnedTexts(texts()).count(table, key, by, except));
  }

  @Override
  public long left(RowSet set, int fate) {
    weighRows(set);
    return line.number("counting what is left in " + set.table(), texts().left(set, fate));
  }

  @Override
  public long matching(RowSet set, List<Match> any, int heldFrom) {
    weigh(set);
    return line.number("searching " + set.table(), texts().matching(set, any, heldFrom));
  }

  @Override
  public Map<String, Long> containing(TableName table, List<String> any) {
    return new Searching(line, texts()).containing(table, any);
  }

  @Override
  public long act(Act act) {
    switch (act) {
      case Act.Detach d -> weigh(d.pointing(), d.at());
      case Act.Change c -> weighRows(c.set());
      case Act.Delete d -> weighRows(d.set());
      case Act.Copy c -> weighRows(c.set());
      case Act.Total t -> weighRows(t.set());
      case Act.DeleteOwned d -> weigh(d.by().owners());
    }
    return line.change(ActTexts.doing(act), new ActTexts(texts()).act(act));
  }

  @Override
  public long unlike(Act.Copy copy) {
    return line.number("comparing rows of " + copy.into(), new ActTexts(texts()).unlike(copy));
  }

  @Override
  public List<Check> checks(Set<TableName> tables) {
    return line.sending("reading its checks", c -> words.checks(c, tables));
  }

  @Override
  public long forbidden(Act act, Check check) {
    return new CheckTexts(texts()).forbidden(act, check).map(line::numberOrNone).orElse(0L);
  }

  @Override
  public String text(Act act) {
    return new ActTexts(texts()).act(act).text();
  }

  @Override
  public void read(RowSet set, List<String> columns, Rows sink) {
    weighRows(set);
    Bound text = Bound.of(texts().read(set, columns));
    rows("reading rows of " + set.table(), text, live.columns(set.table(), columns), sink);
  }

  @Override
  public void scan(TableName table, List<String> columns, Rows sink) {
    Bound text = Bound.of(texts().scan(table, columns));
    rows("reading " + table, text, live.columns(table, columns), sink);
  }

  private void rows(String doing, Bound text, List<Description.Column> columns, Rows sink) {
    line.ask(doing, text, Pieces.FIRST, result -> Pieces.read(result, columns, sink));
  }

  @Override
  public boolean renew() {
    sizes.clear();
    told.clear();
    keyed.clear();
    judged.clear();
    made.clear();
    live.renew();
    texts = null;
    return line.renew();
  }

  @Override
  public void cancel() {
    line.stop();
  }

  @Override
  public void close() {
    line.close();
  }
}

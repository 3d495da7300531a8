package dev.upheld.connect.sql.act;

import dev.upheld.connect.Description;
import dev.upheld.connect.Due;
import dev.upheld.connect.Sight;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Belonging;
import dev.upheld.connect.act.Check;
import dev.upheld.connect.act.Held;
import dev.upheld.connect.act.Keeping;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers and changes rows of an SQL database, whatever the server. */
public final class SqlActSession implements ActSession {
  private static final int PIECE = 1_000;

  private final Engine engine;
  private final ActWords words;
  private final ActLine line;
  private final Instant now;
  private final Live live;
  private final Memory memory;
  private final Gathered gathered;
  private @Nullable SetTexts texts;

  private SqlActSession(
      Faults faults, Engine engine, ActWords words, Catalogues catalogues, Instant now) {
    this.now = now;
    this.engine = engine;
    this.words = words;
    this.line = new ActLine(engine, words, faults);
    this.live = new Live(line, engine, words, catalogues);
    this.memory = new Memory(line, words);
    this.gathered = new Gathered(line, words, this::texts);
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
    gathered.askAgain();
    return line.transaction(true, work);
  }

  @Override
  public <T> T removing(RowSet of, Keeping keeping, long atMost, Supplier<T> work) {
    gathered.askAgain();
    return line.transaction(true, new TimedTexts(texts()).locks(line, of, keeping, atMost), work);
  }

  @Override
  public <T> T inVain(Supplier<T> work) {
    gathered.askAgain();
    return line.transaction(false, work);
  }

  @Override
  public void remember(String act, String plan, String figures) {
    memory.add(act, plan, figures);
  }

  @Override
  public void open(RowSet set) {
    gathered.open(set);
  }

  @Override
  public boolean namesSeveral(RowSet set) {
    String doing = "looking whether keys of " + set.table() + " name single rows";
    return !gathered.isEmpty(set) && line.number(doing, texts().severalOfOneKey(set)) > 0;
  }

  @Override
  public boolean isEmpty(RowSet set) {
    return gathered.isEmpty(set);
  }

  @Override
  public long find(RowSet set, List<Match> any) {
    return gathered.add(set, texts().find(set, any, gathered.isFirst(set)));
  }

  @Override
  public long follow(RowSet from, List<String> key, RowSet into, List<String> columns, int level) {
    if (gathered.isEmpty(from)) {
      return 0;
    }
    gathered.weigh(from);
    SetTexts.Step step = new SetTexts.Step(from, key, into, columns, level);
    return gathered.add(into, texts().follow(step, gathered.isFirst(into)));
  }

  @Override
  public long choose(RowSet from, RowSet into, String column, Was was) {
    if (gathered.isEmpty(from)) {
      return 0;
    }
    gathered.weighRows(from);
    return gathered.add(into, texts().choose(from, into, column, was, gathered.isFirst(into)));
  }

  @Override
  public List<String> values(RowSet set, String column, int atMost) {
    if (gathered.isEmpty(set)) {
      return List.of();
    }
    gathered.weighRows(set);
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
    if (!gathered.isEmpty(set)) {
      gathered.weighRows(set);
      Bound text = Bound.of(texts().lock(set));
      line.ask("locking rows of " + set.table(), text, PIECE, this::toTheEnd);
    }
  }

  private boolean toTheEnd(ResultSet result) throws SQLException {
    while (result.next()) {
      // only the lock is wanted
    }
    return true;
  }

  @Override
  public Held hold(RowSet set, Due past, Turn turn, Instant now, ZoneId zone) {
    if (gathered.isEmpty(set)) {
      return Held.NOTHING;
    }
    gathered.weigh(set);
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
    gathered.held(set, line.change(doing, texts().holdHelped(set, turn)));
    line.plain(doing, texts().dropHelper());
    return result;
  }

  @Override
  public TimedRows timed() {
    return new SqlTimedRows(this, line, texts(), gathered::add, gathered::held);
  }

  @Override
  public Partitions partitions() {
    return new SqlPartitions(line, texts(), words.parts());
  }

  @Override
  public long holdPointedAt(RowSet set, List<String> key, Pointing by, int fate) {
    if (gathered.isEmpty(set)) {
      return 0;
    }
    gathered.weigh(by, set);
    return gathered.held(
        set,
        line.change("holding rows of " + set.table(), texts().holdPointedAt(set, key, by, fate)));
  }

  @Override
  public long holdSame(RowSet set, RowSet other, boolean free, int fate) {
    if (gathered.isEmpty(set) || gathered.isEmpty(other)) {
      return 0;
    }
    gathered.weigh(set);
    gathered.weigh(other);
    return gathered.held(
        set,
        line.change(
            "comparing sets of rows of " + set.table(), texts().holdSame(set, other, free, fate)));
  }

  @Override
  public long holdOwnedByOthers(RowSet set, List<Owner> owners, int fate) {
    if (gathered.isEmpty(set)) {
      return 0;
    }
    gathered.weigh(set);
    owners.forEach(o -> o.rows().ifPresent(gathered::weigh));
    return gathered.held(
        set,
        line.change(
            "looking whose rows of " + set.table() + " are",
            texts().holdOwnedByOthers(set, owners, fate)));
  }

  @Override
  public void turn(RowSet set, int from, int to) {
    gathered.turn(set, from, to);
  }

  @Override
  public Map<Integer, Long> fates(RowSet set) {
    return gathered.fates(set);
  }

  @Override
  public Map<Integer, Long> fates(RowSet set, String after) {
    return gathered.fates(set, after);
  }

  @Override
  public long take(RowSet from, RowSet into, Slice slice) {
    return gathered.take(from, into, slice);
  }

  @Override
  public String last(RowSet slice) {
    return gathered.last(slice);
  }

  @Override
  public void gone(RowSet set, RowSet slice) {
    gathered.gone(set, slice);
  }

  @Override
  public int depth(RowSet set) {
    return gathered.depth(set);
  }

  @Override
  public long pointing(Pointing by, RowSet at, List<String> key, int heldFrom) {
    if (gathered.isEmpty(at)) {
      return 0;
    }
    gathered.weigh(by, at);
    return line.number(
        "counting rows of " + by.table() + " that point at " + at.table(),
        texts().pointing(by, at, key, heldFrom));
  }

  @Override
  public long owned(TableName table, List<String> key, List<Belonging> by, int except) {
    by.forEach(b -> gathered.weigh(b.owners()));
    return line.number(
        "counting rows of " + table, new OwnedTexts(texts()).count(table, key, by, except));
  }

  @Override
  public long left(RowSet set, int fate) {
    if (gathered.isEmpty(set)) {
      return 0;
    }
    gathered.weighRows(set);
    return line.number("counting what is left in " + set.table(), texts().left(set, fate));
  }

  @Override
  public long matching(RowSet set, List<Match> any, int heldFrom) {
    gathered.weigh(set);
    return line.number("searching " + set.table(), texts().matching(set, any, heldFrom));
  }

  @Override
  public Map<String, Long> containing(TableName table, List<String> any) {
    return new Searching(line, texts()).containing(table, any);
  }

  @Override
  public long act(Act act) {
    switch (act) {
      case Act.Detach d -> gathered.weigh(d.pointing(), d.at());
      case Act.Change c -> gathered.weighRows(c.set());
      case Act.Delete d -> gathered.weighRows(d.set());
      case Act.Copy c -> gathered.weighRows(c.set());
      case Act.Total t -> gathered.weighRows(t.set());
      case Act.DeleteOwned d -> gathered.weigh(d.by().owners());
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
    gathered.weighRows(set);
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
    gathered.clear();
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

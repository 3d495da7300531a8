package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Match;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.act.TimedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Looks who has rows that will go, and where they are written to.
 *
 * @param way to the addresses
 * @param halt asked between two pieces
 * @param sink gets the rows of a piece, after its transaction
 */
public record Foretelling(Way way, BooleanSupplier halt, Consumer<List<Row>> sink) {
  /** Rows that are held in memory at once. */
  private static final int PIECE = 5_000;

  /** The number of a set of its own, of which no system has as many. */
  private static final int ADDRESSES = 999_998;

  private static final int MANY = 2_000;

  /**
   * How an address is found from a row.
   *
   * @param column of the row: the address itself, or what names its person elsewhere
   * @param through where the person has an address; empty where the row has it
   */
  public record Way(String column, Optional<Through> through) {}

  /**
   * Rows that hold addresses.
   *
   * @param place its id, in the same system
   * @param by the column that names the person
   * @param address the column with the address
   */
  public record Through(String place, String by, String address) {}

  /**
   * A row that will go.
   *
   * @param key its key, as text
   * @param address as it is written there, personal data; empty where there is none
   */
  public record Row(String key, Optional<String> address) {
    @Override
    public String toString() {
      return "Row";
    }
  }

  Expired each(ActSession session, ExpiryBatch batch) {
    long rows = session.inOne(batch::list);
    Expired sum = Expired.NOTHING;
    long after = 0;
    while (after < rows && !halt.getAsBoolean()) {
      TimedRows.Piece piece = new TimedRows.Piece(after, Math.min(rows, after + PIECE));
      List<Row> found = new ArrayList<>();
      sum = sum.plus(session.inVain(() -> judged(session, batch, piece, found)));
      sink.accept(found);
      after = piece.upTo();
    }
    return sum.of(rows, after >= rows);
  }

  private Expired judged(
      ActSession session, ExpiryBatch batch, TimedRows.Piece piece, List<Row> found) {
    Expired judged = batch.judge(piece);
    RowSet set = batch.rows();
    List<String> columns = new ArrayList<>(set.key());
    columns.add(way.column());
    Map<String, Optional<String>> points = new TreeMap<>();
    session.read(
        set,
        columns,
        (fate, values) -> {
          if (fate == Fate.GOES || fate == Fate.FIELDS_END) {
            String key =
                RowKeys.whole(values.subList(0, set.key().size())).map(RowKeys::text).orElseThrow();
            points.put(key, values.getLast());
          }
        });
    Map<String, String> addresses =
        way.through().map(t -> addresses(session, batch, t, points)).orElse(Map.of());
    points.forEach(
        (key, at) ->
            found.add(
                new Row(
                    key,
                    way.through().isEmpty()
                        ? at
                        : at.flatMap(p -> Optional.ofNullable(addresses.get(p))))));
    return judged;
  }

  private static Map<String, String> addresses(
      ActSession session,
      ExpiryBatch batch,
      Through through,
      Map<String, Optional<String>> points) {
    RowSet place =
        batch
            .rows(through.place())
            .orElseThrow(() -> new IllegalArgumentException("no place of that name"));
    RowSet set = new RowSet(ADDRESSES, place.table(), place.key(), place.only());
    List<String> people = points.values().stream().flatMap(Optional::stream).distinct().toList();
    session.open(set);
    for (int from = 0; from < people.size(); from += MANY) {
      List<String> some = people.subList(from, Math.min(people.size(), from + MANY));
      session.find(set, List.of(new Match(through.by(), some, false)));
    }
    Map<String, String> addresses = new HashMap<>();
    session.read(
        set,
        List.of(through.by(), through.address()),
        (_, values) ->
            values
                .getFirst()
                .ifPresent(p -> values.getLast().ifPresent(a -> addresses.putIfAbsent(p, a))));
    session.timed().forget(List.of(set));
    return addresses;
  }
}

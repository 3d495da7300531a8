package dev.upheld.engine.residue;

import dev.upheld.connect.SiftSink;
import dev.upheld.register.Tombstone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Looks at each value of one table; keeps counts. Used by one thread. */
final class TableSearch implements SiftSink {
  private static final int LOOK = 4_096;

  private final Sieve sieve;
  private final String system;
  private final List<Searched> columns;
  private final boolean dated;
  private final BooleanSupplier halt;
  private final Map<At, long[]> counts = new LinkedHashMap<>();
  private final Map<At, Tombstone> row = new LinkedHashMap<>();
  private final Set<String> telling;
  private long rows;

  private record At(int column, String erasure) {}

  /**
   * @param dated whether rows come with the instant they were written
   * @param halt asked now and then; true ends the search with a {@link CancellationException}
   */
  TableSearch(
      Sieve sieve, String system, List<Searched> columns, boolean dated, BooleanSupplier halt) {
    this.sieve = sieve;
    this.system = system;
    this.columns = columns;
    this.dated = dated;
    this.halt = halt;
    this.telling = sieve.words();
  }

  @Override
  public void value(int at, byte[] value) {
    Searched column = columns.get(at);
    byte[] given = value;
    if (!column.words().isEmpty()) {
      given = Words.plain(value, column.text());
      long bounds = Words.bounds(given);
      look(at, column.words(), given, (int) (bounds >> 32), (int) bounds);
    }
    if (column.free()) {
      Words.visit(given, column.text(), (bytes, from, to) -> look(at, telling, bytes, from, to));
    }
  }

  private void look(int at, Set<String> words, byte[] bytes, int from, int to) {
    if (to > from && to - from <= Words.LONGEST && sieve.passes(bytes, from, to)) {
      sieve.of(bytes, from, to, words).stream()
          .filter(t -> !columns.get(at).number() || t.system().equals(system))
          .max(
              Comparator.comparing((Tombstone t) -> t.system().equals(system))
                  .thenComparing(Tombstone::erased))
          .ifPresent(t -> row.merge(new At(at, t.erasure()), t, (a, b) -> a));
    }
  }

  @Override
  public void end(OptionalLong written) {
    if (!row.isEmpty()) {
      row.forEach(
          (at, tombstone) -> {
            long[] count = counts.computeIfAbsent(at, a -> new long[2]);
            count[0]++;
            if (written.isPresent() && written.getAsLong() > tombstone.erased().getEpochSecond()) {
              count[1]++;
            }
          });
      row.clear();
    }
    if (++rows % LOOK == 0 && halt.getAsBoolean()) {
      throw new CancellationException("asked to stop");
    }
  }

  List<TableSeen.Hit> hits() {
    List<TableSeen.Hit> hits = new ArrayList<>();
    counts.forEach(
        (at, count) -> {
          Searched column = columns.get(at.column());
          hits.add(
              new TableSeen.Hit(
                  column.name(), at.erasure(), column.number(), dated, count[0], count[1]));
        });
    hits.sort(Comparator.comparing(TableSeen.Hit::column).thenComparing(TableSeen.Hit::erasure));
    return hits;
  }

  /**
   * A column that is searched.
   *
   * @param words of the identifiers it holds as a whole, as the data map or a foreign key says
   * @param number whether those are numbers a system gives to people
   * @param free whether anything may stand in it
   * @param text whether it is text for certain
   */
  record Searched(String name, Set<String> words, boolean number, boolean free, boolean text) {
    Searched {
      words = words.stream().collect(Collectors.toUnmodifiableSet());
    }
  }
}

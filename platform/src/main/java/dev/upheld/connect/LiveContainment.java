package dev.upheld.connect;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.Containment;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Compares columns of one live system without moving a value: by the smallest hashes of each, read
 * once per column and kept as numbers in memory. Two columns that share values share small hashes,
 * so the share among those is the share among all, give or take a few in a hundred.
 *
 * <p>The system hashes and sorts the column, so tables with more rows than stated are left alone; a
 * table whose size it does not know is asked within the statement's time limit.
 */
public final class LiveContainment implements Containment {
  private static final int KEPT = 5_000;

  /** Of fewer common small hashes nothing is concluded, unless they are all there are. */
  private static final int ENOUGH = 20;

  /** One or two values are found in many places. */
  private static final int FEW = 3;

  private static final int HEX = 16;
  private static final int HEX_OF_A_LONG = 15;

  /** The smallest hashes of a column in ascending order, and whether they are all. */
  private static final class Sketch {
    private final long[] hashes;
    private final boolean whole;

    Sketch(long[] hashes, boolean whole) {
      this.hashes = hashes;
      this.whole = whole;
    }
  }

  private record Place(TableName table, String column) {}

  private final Session session;
  private final long mostRows;
  private final int mostColumns;
  private int read;
  private final Map<Place, Optional<Sketch>> sketches = new HashMap<>();

  /**
   * @param mostRows tables that are known to have more are left alone
   * @param mostColumns after so many columns nothing more is read, and only those are compared
   */
  public LiveContainment(Session session, long mostRows, int mostColumns) {
    this.session = session;
    this.mostRows = mostRows;
    this.mostColumns = mostColumns;
  }

  /** How many columns were read so far. */
  public int columns() {
    return read;
  }

  @Override
  public OptionalDouble of(
      TableName from, List<String> fromColumns, TableName to, List<String> toColumns) {
    if (fromColumns.size() != 1 || toColumns.size() != 1) {
      return OptionalDouble.empty();
    }
    Optional<Sketch> here = sketch(new Place(from, fromColumns.getFirst()));
    if (here.isEmpty() || here.get().hashes.length < FEW) {
      return OptionalDouble.empty();
    }
    Optional<Sketch> there = sketch(new Place(to, toColumns.getFirst()));
    return there.isEmpty() ? OptionalDouble.empty() : share(here.get(), there.get());
  }

  private static OptionalDouble share(Sketch here, Sketch there) {
    if (there.hashes.length == 0) {
      return OptionalDouble.empty();
    }
    long reach = there.whole ? Long.MAX_VALUE : there.hashes[there.hashes.length - 1];
    long compared = Arrays.stream(here.hashes).takeWhile(hash -> hash <= reach).count();
    boolean all = there.whole && here.whole;
    if (compared == 0 || (!all && compared < ENOUGH)) {
      return OptionalDouble.empty();
    }
    long found =
        Arrays.stream(here.hashes)
            .takeWhile(hash -> hash <= reach)
            .filter(hash -> Arrays.binarySearch(there.hashes, hash) >= 0)
            .count();
    return OptionalDouble.of((double) found / compared);
  }

  private Optional<Sketch> sketch(Place place) {
    return sketches.computeIfAbsent(place, this::read);
  }

  private Optional<Sketch> read(Place place) {
    long rows = session.describe().table(place.table()).map(Description.Table::estimate).orElse(0L);
    if (rows > mostRows || read >= mostColumns) {
      return Optional.empty();
    }
    read++;
    long[] hashes = new long[KEPT];
    int[] seen = {0};
    try {
      session.ask(
          new Question.Fingerprint(
              place.table(),
              place.column(),
              hash -> {
                if (seen[0] < KEPT) {
                  hashes[seen[0]] = Long.parseLong(hash.substring(0, HEX_OF_A_LONG), HEX);
                }
                return seen[0]++ < KEPT;
              }),
          Progress.SILENT);
    } catch (ProblemException unread) {
      if (unread.problems().stream().allMatch(p -> isAboutTheColumn(p.code()))) {
        return Optional.empty();
      }
      throw unread;
    }
    int kept = Math.min(seen[0], KEPT);
    return Optional.of(new Sketch(Arrays.copyOf(hashes, kept), seen[0] <= KEPT));
  }

  /** Whether another column may still answer. */
  private static boolean isAboutTheColumn(Object code) {
    return code == ConnectProblem.DENIED
        || code == ConnectProblem.GONE
        || code == ConnectProblem.TIMED_OUT
        || code == ConnectProblem.UNFIT;
  }
}

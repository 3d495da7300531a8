package dev.upheld.connect;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.IdentityColumn;
import dev.upheld.datamap.links.SharedValues;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares columns of two live systems without moving a value: each hashes and sorts its own, in
 * small letters and without blanks around, and the smallest hashes are held side by side in memory.
 * Each column is read at most once.
 */
public final class LiveSharedValues implements SharedValues {
  private static final int KEPT = 5_000;
  private static final int HEX = 16;
  private static final int HEX_OF_A_LONG = 15;

  /** Whole numbers below this are row numbers, years and counts more often than anybody's own. */
  private static final int SMALL_NUMBERS = 100_000;

  private final Side here;
  private final Side there;
  private final Consumer<IdentityColumn> reading;
  private long[] small = {};

  /**
   * @param mostRows tables that are known to have more are left alone
   * @param mostColumns of each side; after so many nothing more is read
   * @param reading is told of each column before it is read
   */
  public LiveSharedValues(
      Session here,
      Session there,
      long mostRows,
      int mostColumns,
      Consumer<IdentityColumn> reading) {
    this.here = new Side(here, mostRows, mostColumns);
    this.there = new Side(there, mostRows, mostColumns);
    this.reading = reading;
  }

  @Override
  public Optional<Seen> of(IdentityColumn one, IdentityColumn other) {
    return here.sketch(one)
        .flatMap(mine -> there.sketch(other).flatMap(mine::overlap))
        .map(o -> new Seen(o.share(), o.compared(), o.common().size(), isSmall(o.common())));
  }

  private boolean isSmall(List<Long> common) {
    if (small.length == 0) {
      small = smallNumbers();
    }
    long numbers = common.stream().filter(h -> Arrays.binarySearch(small, h) >= 0).count();
    return 2 * numbers > common.size();
  }

  /** What small whole numbers become: no secret is kept by a hash of one, so it may be told. */
  private static long[] smallNumbers() {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      long[] hashes = new long[SMALL_NUMBERS];
      for (int i = 0; i < SMALL_NUMBERS; i++) {
        byte[] text = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
        hashes[i] = number(HexFormat.of().formatHex(md5.digest(text)));
      }
      Arrays.sort(hashes);
      return hashes;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  private static long number(String hash) {
    return Long.parseLong(hash.substring(0, HEX_OF_A_LONG), HEX);
  }

  /** One system, and what was read of it. */
  private final class Side {
    private record Named(TableName table, String column) {}

    private final Session session;
    private final long mostRows;
    private final int mostColumns;
    private int columns;
    private final Map<Named, Optional<Sketch>> sketches = new HashMap<>();

    Side(Session session, long mostRows, int mostColumns) {
      this.session = session;
      this.mostRows = mostRows;
      this.mostColumns = mostColumns;
    }

    Optional<Sketch> sketch(IdentityColumn column) {
      return sketches.computeIfAbsent(
          new Named(column.table(), column.column()), named -> read(column));
    }

    private Optional<Sketch> read(IdentityColumn column) {
      Optional<Description.Table> table = session.describe().table(column.table());
      boolean readable =
          table
              .filter(t -> t.estimate() <= mostRows)
              .flatMap(t -> t.column(column.column()))
              .filter(Description.Column::readable)
              .isPresent();
      if (!readable || columns >= mostColumns) {
        return Optional.empty();
      }
      columns++;
      reading.accept(column);
      long[] hashes = new long[KEPT];
      int[] seen = {0};
      try {
        session.ask(
            Question.Fingerprint.folded(
                column.table(),
                column.column(),
                hash -> {
                  if (seen[0] < KEPT) {
                    hashes[seen[0]] = number(hash);
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
      return Optional.of(
          new Sketch(Arrays.copyOf(hashes, Math.min(seen[0], KEPT)), seen[0] <= KEPT));
    }

    /** Whether another column may still answer. */
    private static boolean isAboutTheColumn(Object code) {
      return code == ConnectProblem.DENIED
          || code == ConnectProblem.GONE
          || code == ConnectProblem.TIMED_OUT
          || code == ConnectProblem.UNFIT;
    }
  }
}

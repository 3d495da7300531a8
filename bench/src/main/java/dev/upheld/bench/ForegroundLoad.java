package dev.upheld.bench;

import dev.upheld.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Clients of a shop: each looks up a visit, notes one of its own and moves an amount, commits, and
 * thinks for two milliseconds.
 */
final class ForegroundLoad {
  static final int CLIENTS = 4;
  private static final long THINKS = Duration.ofMillis(2).toNanos();
  private static final int ACCOUNTS = 10_000;

  private final TestDatabase database;
  private final int visits;
  private final AtomicInteger next;

  /**
   * @param visits how many there are, by their numbers from 1
   */
  ForegroundLoad(TestDatabase database, int visits) {
    this.database = database;
    this.visits = visits;
    this.next = new AtomicInteger(visits);
  }

  /** What clients felt: the slowest of a hundred transactions, and how many there were. */
  record Felt(long p99Nanos, double perSecond) {}

  /** All clients at work for a time. */
  Felt run(Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      Callable<long[]> client = () -> client(end);
      long[] took =
          clients.invokeAll(IntStream.range(0, CLIENTS).mapToObj(i -> client).toList()).stream()
              .map(Future::resultNow)
              .flatMapToLong(LongStream::of)
              .sorted()
              .toArray();
      return new Felt(took[took.length * 99 / 100], took.length / (time.toNanos() / 1e9));
    }
  }

  private long[] client(long end) throws SQLException {
    long[] took = new long[100_000];
    int count = 0;
    try (Connection connection = database.connect();
        PreparedStatement look = connection.prepareStatement("select ip from visit where id = ?");
        PreparedStatement note =
            connection.prepareStatement(
                "insert into visit (id, seen_at, ip, page) values (?, '2026-11-22 10:00:00',"
                    + " '10.1.1.1', '/new')");
        PreparedStatement move =
            connection.prepareStatement("update account set balance = balance + 1 where id = ?")) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < end && count < took.length) {
        long since = System.nanoTime();
        look.setInt(1, 1 + ThreadLocalRandom.current().nextInt(visits));
        look.executeQuery().close();
        note.setInt(1, next.incrementAndGet());
        note.executeUpdate();
        move.setInt(1, 1 + ThreadLocalRandom.current().nextInt(ACCOUNTS));
        move.executeUpdate();
        connection.commit();
        took[count++] = System.nanoTime() - since;
        LockSupport.parkNanos(THINKS);
      }
    }
    return Arrays.copyOf(took, count);
  }
}

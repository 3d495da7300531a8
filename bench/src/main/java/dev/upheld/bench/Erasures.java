package dev.upheld.bench;

import dev.upheld.bench.ErasureDatabase.Size;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Planned;
import dev.upheld.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How fast people are erased, against the SQL that somebody would write who knows the tables. The
 * servers do not wait for the disk, except PostgreSQL where row by row is measured.
 */
final class Erasures implements Benchmark {
  /** Rows in the database; $UPHELD_BENCH_ROWS makes it larger or smaller. */
  private static final long ROWS =
      Long.parseLong(System.getenv().getOrDefault("UPHELD_BENCH_ROWS", "2000000"));

  private static final int TABLES = 14;
  private static final int SMALL = 100_000;
  private static final int SUBJECT = 20_000;
  private static final int MIDDLING = 2_000;
  private static final int BATCH = 1_000;
  private static final int FEW = 100;
  private static final int RUNS = 5;

  /** What is measured. */
  enum Kind {
    ERASURE("erasure", "one person of 20,000 rows in 15 tables erased, against hand-written SQL"),
    BATCH("erasure-batch", "1,000 people of 100 rows erased at once, against one of them alone"),
    PLAN("plan", "an erasure planned over 200 tables"),
    GROWTH("growth", "one person of 2,000 rows erased from many rows and from 100,000");

    private final String title;
    private final String what;

    Kind(String title, String what) {
      this.title = title;
      this.what = what;
    }
  }

  private final Kind kind;

  Erasures(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return kind.title;
  }

  @Override
  public String what() {
    return kind.what + "; $UPHELD_BENCH_ROWS rows in all, " + ROWS;
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Map.Entry<String, TestServer> server : Servers.all().entrySet()) {
      switch (kind) {
        case ERASURE -> erasure(server.getKey(), server.getValue(), report);
        case BATCH -> batch(server.getKey(), server.getValue(), report);
        case PLAN -> plan(server.getKey(), server.getValue(), report);
        case GROWTH -> growth(server.getKey(), server.getValue(), report);
      }
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** Seconds from the approved plan to the commit. */
  private static double act(ErasureDatabase database, Workspace workspace) {
    Planned planned = database.plan(workspace, List.of(database.next()));
    long since = System.nanoTime();
    database.act(planned);
    return said("act", seconds(since));
  }

  private static double whole(ErasureDatabase database, Workspace workspace) {
    long since = System.nanoTime();
    database.act(database.plan(workspace, List.of(database.next())));
    return said("plan and act", seconds(since));
  }

  private static double byHand(ErasureDatabase database) throws Exception {
    int customer = database.next();
    long since = System.nanoTime();
    database.byHand(customer);
    return said("by hand", seconds(since));
  }

  private static double said(String what, double seconds) {
    System.err.printf("  %s %.3f s%n", what, seconds);
    return seconds;
  }

  private static void erasure(String server, TestServer on, Report report) throws Exception {
    int people = 4 * (Rounds.PAIRS + 1) + 2;
    long since = System.nanoTime();
    try (ErasureDatabase database =
        ErasureDatabase.create(on, new Size(TABLES, ROWS, people, SUBJECT))) {
      report.figure(server + "rows", (double) ROWS);
      report.figure(server + "filled-seconds", seconds(since));
      Workspace workspace = database.workspace();
      double acting = Rounds.medianRatio(() -> act(database, workspace), () -> byHand(database));
      report.atLeast(server + "act-speed-of-hand-written", 1 / acting, 0.7);
      double all = Rounds.medianRatio(() -> whole(database, workspace), () -> byHand(database));
      report.atLeast(server + "plan-act-verify-speed-of-hand-written", 1 / all, 0.5);
      database.durable();
      int customer = database.next();
      long loop = System.nanoTime();
      database.rowByRow(customer);
      double rowByRow = said("row by row", seconds(loop));
      double ours = act(database, workspace);
      report.atLeast(server + "act-times-row-by-row", rowByRow / ours, 50);
    }
  }

  private static void batch(String server, TestServer on, Report report) throws Exception {
    int people = (RUNS + 1) * 2 + 2 * BATCH;
    try (ErasureDatabase database =
        ErasureDatabase.create(on, new Size(TABLES, ROWS / 2, people, FEW))) {
      Workspace workspace = database.workspace();
      double alone = Rounds.median(RUNS, () -> whole(database, workspace));
      List<Integer> all = java.util.stream.Stream.generate(database::next).limit(BATCH).toList();
      long since = System.nanoTime();
      database.act(database.plan(workspace, all));
      double batch = said("batch", seconds(since));
      report.figure(server + "one-alone-seconds", alone);
      report.figure(server + "batch-seconds", batch);
      report.atMost(server + "per-person-of-one-alone", batch / BATCH / alone, 0.1);
    }
  }

  private static void plan(String server, TestServer on, Report report) throws Exception {
    try (ErasureDatabase database =
        ErasureDatabase.create(on, new Size(199, SMALL, RUNS + 1, FEW * 4))) {
      Workspace workspace = database.workspace();
      double seconds =
          Rounds.median(
              RUNS,
              () -> {
                long since = System.nanoTime();
                database.plan(workspace, List.of(database.next()));
                return said("plan", seconds(since));
              });
      report.atMost(server + "seconds", seconds, 1);
    }
  }

  private static void growth(String server, TestServer on, Report report) throws Exception {
    int people = Rounds.PAIRS + 1;
    try (ErasureDatabase small =
            ErasureDatabase.create(on, new Size(TABLES, SMALL, people, MIDDLING));
        ErasureDatabase large =
            ErasureDatabase.create(on, new Size(TABLES, ROWS, people, MIDDLING))) {
      Workspace one = small.workspace();
      Workspace two = large.workspace();
      report.figure(server + "rows", (double) ROWS);
      report.atMost(
          server + "times", Rounds.medianRatio(() -> act(large, two), () -> act(small, one)), 1.5);
    }
  }
}

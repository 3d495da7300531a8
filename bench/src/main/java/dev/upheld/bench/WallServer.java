package dev.upheld.bench;

import dev.upheld.app.serve.Server;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.edge.cli.ServerStarter.Order;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Snapshot;
import dev.upheld.probe.keep.Statement;
import dev.upheld.probe.keep.Teller;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** The server with a year of history behind it; started as a process of its own. */
final class WallServer {
  private static final int DAYS = 365;

  private WallServer() {}

  /**
   * @param args the workspace
   */
  public static void main(String[] args) throws InterruptedException {
    Workspace workspace =
        Workspaces.read(Path.of(args[0]), References.machine()).workspace().orElseThrow();
    remember(Snapshot.of(workspace));
    Order order =
        new Order(
            workspace,
            Optional.empty(),
            Map.of("listen.port", "0", "proof.every", "30 days"),
            System.getenv(),
            true);
    try (Server server = Server.start(order, InstantSource.system(), Progress.SILENT)) {
      System.out.println("promises " + workspace.promises().size());
      System.out.println(server.wayIn().orElseThrow());
      new CountDownLatch(1).await();
    }
  }

  /** A measurement of every promise on every day, some of them broken on some days. */
  private static void remember(Snapshot snapshot) {
    Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    AtomicReference<Instant> now = new AtomicReference<>(today.minus(DAYS, ChronoUnit.DAYS));
    InstantSource clock = now::get;
    try (Store store = Store.open(new StoreAddress.Embedded(StoreHome.own()), Progress.SILENT)) {
      Keeper keeper =
          new Keeper(
              store, new Journal(store, clock), clock, promise -> Freshness.daily(), Teller.NOBODY);
      keeper.register(snapshot.company(), snapshot.statements());
      for (int day = DAYS; day > 0; day--) {
        Instant at = today.minus(day, ChronoUnit.DAYS).plus(23, ChronoUnit.HOURS);
        now.set(at);
        int number = day;
        keeper.keep(snapshot.statements().stream().map(s -> evidence(s, at, number)).toList());
      }
    }
  }

  private static Evidence evidence(Statement statement, Instant at, int day) {
    int dice = Math.floorMod(statement.claim().promise().hashCode() * 31 + day * 17, 97);
    Outcome outcome = dice == 0 ? Outcome.VIOLATED : dice == 1 ? Outcome.UNSEEN : Outcome.CLEAN;
    return new Evidence(
        statement.claim().promise(),
        statement.claim().digest(),
        Evidence.Source.PROBE,
        outcome,
        "12 of 3,400 rows are past their limit.",
        List.of(new Figure("rows", "3400", "main/customer")),
        new Coverage(1, 1, 3_400),
        at,
        Duration.ofMillis(40),
        List.of(),
        List.of(),
        Optional.empty());
  }
}

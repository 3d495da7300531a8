package dev.upheld.duty.retention;

import dev.upheld.app.serve.ResidueWork;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the released rules in a process of its own, and stops for ever between two batches. */
final class RetentionTurnMain {
  static final String STOPPED = "STOPPED";

  private RetentionTurnMain() {}

  /**
   * @param args the workspace, the store's address, its owner and its run role
   */
  public static void main(String[] args) {
    Workspace workspace =
        Workspaces.read(
                Path.of(args[0]),
                References.machine().overlaid(Map.of("SECRET", System.getenv("SHOP_SECRET"))))
            .workspace()
            .orElseThrow();
    Secret<String> password = Secret.of(System.getenv("STORE_SECRET"));
    StoreAddress address = new StoreAddress.External(args[1], args[2], password, args[3], password);
    AtomicInteger asked = new AtomicInteger();
    try (Store store = Store.open(address, Progress.SILENT)) {
      InstantSource clock = () -> RetentionShop.NOW;
      Retaining.Books books = new Retaining.Books(store, new Journal(store, clock));
      new Retaining(
              new Retaining.Parts(
                  Optional.of(books),
                  new Expiring(RetentionShop::open, Barring.NONE, clock),
                  ResidueWork::open,
                  clock))
          .run(
              workspace,
              Optional.empty(),
              new Retaining.Way(
                  new Pace.Way(Duration.ofSeconds(1), 1, 0, d -> {}),
                  () -> asked.incrementAndGet() > 3 && stop(),
                  Progress.SILENT));
    }
  }

  private static boolean stop() {
    System.out.println(STOPPED);
    System.out.flush();
    try {
      new CountDownLatch(1).await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

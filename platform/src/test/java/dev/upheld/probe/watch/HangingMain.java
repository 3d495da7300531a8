package dev.upheld.probe.watch;

import dev.upheld.job.Jobs;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Outcome;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** A server that begins to measure, says so, and never ends. */
final class HangingMain {
  private HangingMain() {}

  /** Arguments: address, owner, run, password of both. */
  public static void main(String[] args) {
    Secret<String> password = Secret.of(args[3]);
    Store store =
        Stores.open(new StoreAddress.External(args[0], args[1], password, args[2], password));
    InstantSource system = InstantSource.system();
    new Watched(store, system)
        .work(p -> hang())
        .plan(new Jobs(store, Watched.FAST, system))
        .start();
  }

  private static Outcome hang() {
    System.out.println("MEASURING");
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Outcome.VIOLATED;
  }
}

package dev.upheld.job;

import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** A process that takes a job, says so, and never ends it. */
final class HoldingMain {
  private HoldingMain() {}

  /** Arguments: address, owner, run, password of both. */
  public static void main(String[] args) {
    Secret<String> password = Secret.of(args[3]);
    Store store =
        Stores.open(new StoreAddress.External(args[0], args[1], password, args[2], password));
    new Jobs(store, JobsTest.FAST, InstantSource.system())
        .onDemand("slow", Retry.USUAL, run -> hold(run))
        .every("tick", java.time.Duration.ofHours(1), run -> hold(run))
        .start();
  }

  private static void hold(JobRun run) {
    System.out.println("TOOK " + run.id());
    System.out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

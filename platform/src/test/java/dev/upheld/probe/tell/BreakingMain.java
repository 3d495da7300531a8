package dev.upheld.probe.tell;

import dev.upheld.journal.Journal;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.keep.Keeper;
import dev.upheld.probe.keep.Sample;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Freshness;
import dev.upheld.verdict.Outcome;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** A server whose promise breaks and mends as fast as it can, until it is killed. */
final class BreakingMain {
  private BreakingMain() {}

  /** Arguments: address, owner, run, password of both. */
  public static void main(String[] args) {
    Secret<String> password = Secret.of(args[3]);
    Store store =
        Stores.open(new StoreAddress.External(args[0], args[1], password, args[2], password));
    InstantSource clock = InstantSource.system();
    Webhook hook =
        new Webhook(
            "main",
            URI.create("https://hook.example/"),
            Secret.of("0123456789abcdef0123456789abcdef"),
            Set.of());
    Webhooks webhooks =
        new Webhooks(store, clock, URI.create("https://upheld.example"), List.of(hook));
    Keeper keeper =
        new Keeper(store, new Journal(store, clock), clock, p -> Freshness.daily(), webhooks);
    keeper.register("nimbus", List.of(Sample.statement(Sample.VISITS, 1)));
    for (int i = 0; ; i++) {
      Outcome outcome = i % 2 == 0 ? Outcome.VIOLATED : Outcome.CLEAN;
      keeper.keep(List.of(Sample.probe(Sample.VISITS, 1, outcome, clock.instant())));
      System.out.println("KEPT " + i);
      System.out.flush();
    }
  }
}

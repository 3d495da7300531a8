package dev.upheld.journal;

import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A process that writes one entry after the other until it is killed, and says which are there. */
final class WriterMain {
  private WriterMain() {}

  /** Arguments: address, owner, run, password of both. */
  public static void main(String[] args) {
    Secret<String> password = Secret.of(args[3]);
    try (Store store =
        Stores.open(new StoreAddress.External(args[0], args[1], password, args[2], password))) {
      Journal journal = new Journal(store, InstantSource.system());
      while (true) {
        EntryId id = journal.append(List.of(Draft.of("a.b", Map.of()))).getFirst();
        System.out.println("ACK " + id.sequence());
        System.out.flush();
      }
    }
  }
}

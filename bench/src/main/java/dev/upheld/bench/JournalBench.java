package dev.upheld.bench;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.JournalExport;
import dev.upheld.journal.JournalVerifier;
import dev.upheld.journal.Verification;
import dev.upheld.kernel.Progress;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import dev.upheld.testing.TestFolders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Writing the journal durably, exporting it, and verifying the export. */
final class JournalBench implements Benchmark {
  private static final int BATCH = 500;
  private static final int BATCHES = 400;
  private static final int SINGLES = 1_000;
  private static final int ROUNDS = 5;
  private static final double TARGET_WRITES = 5_000;
  private static final double TARGET_VERIFIED = 100_000;

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public String what() {
    return "Entries per second on the embedded store, each batch of "
        + BATCH
        + " on the disk before the next; verified per second, of "
        + BATCH * BATCHES;
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    Path home = TestFolders.create("bench-journal");
    try (Store store =
        Store.open(new StoreAddress.Embedded(new StoreHome(home)), Progress.SILENT)) {
      Journal journal = new Journal(store, InstantSource.system());
      SigningKeys keys = SigningKeys.in(home.resolve("keys"));
      try (Checkpoints seals =
          new Checkpoints(journal, keys, home.resolve("checkpoints"), InstantSource.system())) {
        measure(journal, seals, keys, home, report);
      }
    } finally {
      TestFolders.delete(home);
    }
  }

  private static void measure(
      Journal journal, Checkpoints seals, SigningKeys keys, Path home, Report report)
      throws Exception {
    write(journal, seals, BATCHES / 10);
    report.atLeast(
        "entries-per-second-in-batches",
        BATCH * BATCHES / seconds(() -> write(journal, seals, BATCHES)),
        TARGET_WRITES);
    report.figure("entries-per-second-single", SINGLES / seconds(() -> singles(journal, SINGLES)));
    Path file = home.resolve("journal.jsonl");
    double exporting =
        seconds(
            () -> {
              try (OutputStream to = Files.newOutputStream(file)) {
                return new JournalExport(
                        journal,
                        seals.all(),
                        keys.published(),
                        InstantSource.system(),
                        Progress.SILENT)
                    .write(to);
              }
            });
    long entries = journal.head().sequence();
    report.figure("exported-per-second", entries / exporting);
    report.figure("bytes-per-entry", (double) Files.size(file) / entries);
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rates.add(entries / seconds(() -> verify(file, entries)));
    }
    rates.sort(Double::compare);
    report.atLeast("verified-per-second", rates.get(ROUNDS / 2), TARGET_VERIFIED);
  }

  /** With a checkpoint now and then, as the server makes them. */
  private static long write(Journal journal, Checkpoints seals, int batches) {
    for (int i = 0; i < batches; i++) {
      List<Draft> batch = new ArrayList<>();
      for (int n = 0; n < BATCH; n++) {
        batch.add(evidence(i * BATCH + n));
      }
      journal.append(batch);
      if (i % 50 == 49) {
        seals.write();
      }
    }
    return batches;
  }

  private static Draft evidence(int number) {
    return Draft.of(
        "evidence.probe",
        Map.of(
            "promise",
            "acme/activity-" + number % 500 + "/keep",
            "digest",
            "5f2c1d0e8a7b4c3d9e6f",
            "outcome",
            "holds",
            "looked",
            1_000_000L + number,
            "found",
            0L));
  }

  private static long singles(Journal journal, int count) {
    for (int i = 0; i < count; i++) {
      journal.append(List.of(evidence(i)));
    }
    return count;
  }

  private static long verify(Path file, long entries) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Verification found = JournalVerifier.verify(in);
      if (!found.isIntact() || found.entries() != entries) {
        throw new IllegalStateException("the journal does not verify: " + found.faults());
      }
      return found.entries();
    }
  }

  private static double seconds(Callable<?> work) throws Exception {
    long from = System.nanoTime();
    work.call();
    return (System.nanoTime() - from) / 1e9;
  }
}

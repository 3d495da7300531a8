package dev.upheld.connect.vault;

import dev.upheld.connect.Description;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends rows of an archive, and stops for ever at one step. */
final class VaultKilledMain {
  static final String STOPPED = "STOPPED";
  static final Instant LIMIT = Instant.parse("2025-11-22T12:00:00Z");
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** The only clock of the rows. */
  static final Clock.Column ENDED = new Clock.Column("ended_at", Clock.Reading.NATIVE);

  private VaultKilledMain() {}

  /**
   * @param args the folder, the number of the step to stop at, and the run
   */
  public static void main(String[] args) {
    AtomicInteger moment = new AtomicInteger();
    int at = Integer.parseInt(args[1]);
    run(
        Path.of(args[0]),
        UUID.fromString(args[2]),
        () -> {
          if (moment.incrementAndGet() == at) {
            System.out.println(STOPPED);
            System.out.flush();
            forEver();
          }
        });
  }

  private static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static VaultActs.Fates run(Path folder, UUID run, Runnable moment) {
    try (VaultActs acts = Vault.of(system(folder), moment).acts(place())) {
      return acts.run(
          new VaultActs.Wanted(List.of(over()), Map.of(), () -> false), run, () -> false);
    }
  }

  static Question.CountDue over() {
    return new Question.CountDue(
        table(),
        new Due.Before(new BoundClock("contract-end", ENDED, BoundClock.Missing.NOT_YET), LIMIT),
        Optional.empty(),
        List.of(),
        NOW,
        ZoneOffset.UTC);
  }

  static TableName table() {
    return TableName.parse("contract");
  }

  static SystemEntry system(Path folder) {
    return new SystemEntry(
        "vault",
        Optional.of(
            new Endpoint(
                SystemEntry.VAULT,
                "",
                0,
                folder.toString(),
                "",
                Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                Map.of(),
                Duration.ofMinutes(1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ZoneOffset.UTC,
        Location.wholeFile("systems.yaml"));
  }

  static Place place() {
    return new Place(
        "contract",
        table(),
        Set.of("contracts"),
        Optional.of("archive"),
        List.of("id"),
        Map.of("customers", "customer_id"),
        Map.of("contract-end", new BoundClock("contract-end", ENDED, BoundClock.Missing.NOT_YET)),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Map.of(),
        Set.of("id", "customer_id", "ended_at"),
        Location.wholeFile("datamap/vault.yaml"));
  }

  /** A file with these rows, each an id and the end of its contract; nobody confirmed it. */
  static Draft.Written written(Path folder, List<List<String>> rows) {
    Draft draft =
        Vault.of(system(folder))
            .begin(
                place(),
                new VaultHeader(
                    UUID.randomUUID(),
                    "contract",
                    new VaultHeader.From("shop", "rule", "act"),
                    List.of(
                        new VaultHeader.Column("id", Description.Type.WHOLE),
                        new VaultHeader.Column("customer_id", Description.Type.WHOLE),
                        new VaultHeader.Column("ended_at", Description.Type.TIMESTAMP)),
                    List.of("id"),
                    ZoneOffset.UTC,
                    Optional.empty()));
    rows.forEach(
        row ->
            draft.row(
                List.of(
                    Optional.of(row.getFirst()),
                    Optional.of("c" + row.getFirst()),
                    Optional.of(row.getLast()).filter(t -> !t.equals("-")))));
    return draft.finish();
  }
}

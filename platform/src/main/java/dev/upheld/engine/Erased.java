package dev.upheld.engine;

import dev.upheld.register.Fingerprints;
import dev.upheld.register.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is remembered of an erasure, without remembering whom. */
public final class Erased {
  private Erased() {}

  /**
   * One tombstone for each system and identifier: those that were given, and the numbers by which
   * systems knew the person, which an older copy has even where an address changed since.
   *
   * @param backups how long the oldest backup lives
   * @return empty where the receipt is not whole, or the erasure repeated an older one: the older
   *     one's tombstones stand
   */
  public static List<Tombstone> tombstones(
      Planned planned, Receipt receipt, Fingerprints fingerprints, Duration backups) {
    ErasureOrder order = planned.order();
    if (!receipt.isWhole() || order.again().isPresent()) {
      return List.of();
    }
    TreeMap<String, TreeSet<String>> known = new TreeMap<>();
    Stream.of(planned.subject().identifiers().entrySet(), planned.numbers().entrySet())
        .flatMap(s -> s.stream())
        .forEach(e -> known.computeIfAbsent(e.getKey(), w -> new TreeSet<>()).addAll(e.getValue()));
    Tombstone.Reach reach = new Tombstone.Reach(order.ground().id(), order.keep(), order.erase());
    List<Tombstone> tombstones = new ArrayList<>();
    for (SystemReceipt system : receipt.systems()) {
      Instant at = system.at().orElseThrow();
      known.forEach(
          (word, values) ->
              values.stream()
                  .map(value -> fingerprints.of(word, value))
                  .distinct()
                  .forEach(
                      print ->
                          tombstones.add(
                              new Tombstone(
                                  receipt.plan(),
                                  system.system(),
                                  word,
                                  print,
                                  at,
                                  reach,
                                  at.plus(backups)))));
    }
    return List.copyOf(tombstones);
  }
}

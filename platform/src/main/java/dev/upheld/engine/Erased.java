package dev.upheld.engine;

import dev.upheld.register.Deferral;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Rest;
import dev.upheld.register.Tombstone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                  .flatMap(value -> Spellings.of(value).stream())
                  .distinct()
                  .forEach(
                      value ->
                          tombstones.add(
                              new Tombstone(
                                  receipt.plan(),
                                  system.system(),
                                  word,
                                  fingerprints.of(word, value),
                                  at,
                                  reach,
                                  at.plus(backups),
                                  Optional.of(fingerprints.tag(value))))));
    }
    return List.copyOf(tombstones);
  }

  /** What stayed of the person by plan, in each system, as the systems themselves remember it. */
  public static List<Rest> rests(Receipt receipt) {
    List<Rest> rests = new ArrayList<>();
    for (SystemReceipt system : receipt.systems()) {
      if (system.isDone() && !system.figures().isEmpty()) {
        TreeMap<String, Stayed> tables = new TreeMap<>();
        for (JsonNode step : JSON.readTree(system.figures())) {
          tables.computeIfAbsent(step.path("table").asString(""), t -> new Stayed()).add(step);
        }
        tables.forEach(
            (table, stayed) ->
                stayed.rest(receipt.plan(), system.system(), table).ifPresent(rests::add));
      }
    }
    return List.copyOf(rests);
  }

  /**
   * What is to be erased later, because a duty keeps it until a day: one for each system.
   *
   * @param tombstones who it was
   */
  public static List<Deferral> deferrals(Receipt receipt, List<Tombstone> tombstones) {
    List<Deferral> deferrals = new ArrayList<>();
    for (SystemReceipt system : receipt.systems()) {
      List<Tombstone> people =
          tombstones.stream().filter(t -> t.system().equals(system.system())).toList();
      if (system.isDone() && !system.figures().isEmpty() && !people.isEmpty()) {
        Optional<LocalDate> due =
            JSON.readTree(system.figures())
                .valueStream()
                .flatMap(step -> step.path("kept").valueStream())
                .map(duty -> duty.path("first").asString(duty.path("until").asString("")))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .min(LocalDate::compareTo);
        due.map(
                day ->
                    new Deferral(
                        receipt.plan(), system.system(), day, people, stayed(receipt, system)))
            .ifPresent(deferrals::add);
      }
    }
    return List.copyOf(deferrals);
  }

  private static Map<String, Long> stayed(Receipt receipt, SystemReceipt system) {
    TreeMap<String, Long> stayed = new TreeMap<>();
    rests(receipt).stream()
        .filter(r -> r.system().equals(system.system()))
        .forEach(r -> stayed.merge(r.table(), r.kept() + r.shells(), Long::sum));
    return stayed;
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Rows of one table that stayed. */
  private static final class Stayed {
    private long kept;
    private long shells;
    private boolean endless;
    private Optional<LocalDate> until = Optional.empty();
    private final Set<String> reasons = new TreeSet<>();

    void add(JsonNode step) {
      long ended = step.path("ended").asLong(0);
      shells += ended + step.path("emptied").asLong(0);
      long unreached = step.path("notReached").asLong(0);
      step.path("stays").forEach(why -> reasons.add(why.asString("")));
      kept += unreached + (step.path("stays").isEmpty() ? 0 : ended);
      endless |= unreached > 0 || !step.path("stays").isEmpty();
      for (JsonNode duty : step.path("kept")) {
        kept += duty.path("rows").asLong(0);
        reasons.add(duty.path("reason").asString(""));
        String day = duty.path("until").asString("");
        if (day.isEmpty() || duty.path("notBegun").asLong(0) > 0) {
          endless = true;
        } else {
          LocalDate end = LocalDate.parse(day);
          until = Optional.of(until.filter(end::isBefore).orElse(end));
        }
      }
    }

    Optional<Rest> rest(String erasure, String system, String table) {
      return kept + shells == 0
          ? Optional.empty()
          : Optional.of(
              new Rest(
                  erasure,
                  system,
                  table,
                  kept,
                  shells,
                  until.filter(day -> !endless),
                  List.copyOf(reasons)));
    }
  }
}

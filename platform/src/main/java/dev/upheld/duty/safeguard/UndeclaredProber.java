package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.Drift;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for personal data in tables that the data map does not bind, those it ignores among them:
 * what a person knew of them may not be so any more. Views are left out: they show what their
 * tables hold.
 */
final class UndeclaredProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof HoldOnly && promise.header().activity().isEmpty();
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    PlanBuilder plan = new PlanBuilder(scene);
    List<SystemEntry> systems =
        scene.systems().stream()
            .filter(e -> e.access().isPresent() || e.unreachable().isPresent())
            .toList();
    if (systems.isEmpty()) {
      plan.gap("", "No system can be asked. Declare the databases in systems.yaml.");
    }
    for (SystemEntry entry : systems) {
      if (plan.system(entry)) {
        Description live = scene.description(entry.id()).orElseThrow();
        live.blind().forEach(blind -> plan.gap(entry.id(), blind));
        outside(entry.id(), live, scene.map())
            .forEach((table, said) -> look(entry.id(), table, said, plan));
        structure(entry.id(), live, scene, plan);
      }
    }
    return plan.build();
  }

  /** Tables that no place binds, with what the data map says of their columns. */
  private static Map<Table, Said> outside(String system, Description live, DataMap map) {
    Map<Table, Said> outside = new LinkedHashMap<>();
    live.tables().stream()
        .filter(t -> t.kind() != TableKind.VIEW)
        .filter(t -> !isBound(system, t, live, map))
        .forEach(
            t -> outside.put(t, isIgnored(system, t, live, map) ? Said.IGNORED : Said.NOTHING));
    return outside;
  }

  private static boolean isBound(String system, Table table, Description live, DataMap map) {
    return map.places().getOrDefault(system, Map.of()).values().stream()
        .anyMatch(p -> live.table(p.table()).filter(table::equals).isPresent());
  }

  private static boolean isIgnored(String system, Table table, Description live, DataMap map) {
    return map.ignored().getOrDefault(system, Map.of()).keySet().stream()
        .anyMatch(name -> live.table(name).filter(table::equals).isPresent());
  }

  /** Keys that lead to mapped tables, and ignored tables that are gone. */
  private static void structure(String system, Description live, Scene scene, PlanBuilder plan) {
    DataMap map = scene.map();
    Structure structure = new Structure(live, map.places().getOrDefault(system, Map.of()), plan);
    outside(system, live, map).entrySet().stream()
        .filter(e -> e.getValue() == Said.IGNORED)
        .forEach(
            e -> structure.keys(new Spot(system, system + "/" + e.getKey().name(), e.getKey())));
    map.ignored().getOrDefault(system, Map.of()).keySet().stream()
        .filter(name -> live.table(name).isEmpty())
        .forEach(
            name ->
                plan.drift(
                    new Drift(
                        system,
                        Drift.written(name),
                        Optional.empty(),
                        Drift.Kind.GONE_TABLE,
                        Nature.NOT_PERSONAL,
                        Optional.empty(),
                        "The table "
                            + name
                            + " is ignored by the data map, and not there any more.")));
  }

  private static void look(String system, Table table, Said said, PlanBuilder plan) {
    String where = NewTables.where(system, table);
    plan.where(where);
    new TableLook(system, where, table, plan).at(KnownColumns.all(table, said));
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    UnknownColumns columns =
        new UnknownColumns(plan, scene, (spot, column, sample) -> Optional.empty());
    replies.forEach(columns::read);
    long systems = plan.wheres().stream().filter(w -> scene.system(w).isPresent()).count();
    long tables =
        scene.descriptions().entrySet().stream()
            .flatMap(e -> outside(e.getKey(), e.getValue(), scene.map()).values().stream())
            .filter(Said.NOTHING::equals)
            .count();
    Observation seen =
        columns.observe(
            "Nothing personal lies outside the data map in "
                + systems
                + (systems == 1 ? " system" : " systems")
                + (tables == 0
                    ? ": every table is bound or ignored."
                    : "; " + tables + " tables are neither bound nor ignored."));
    return seen.drifting(NewTables.folded(seen.drift(), fresh(scene), columns::sawAll));
  }

  /** Tables the map does not speak of at all, by system; not even as a proposal. */
  private static Map<String, List<Table>> fresh(Scene scene) {
    Map<String, List<Table>> fresh = new LinkedHashMap<>();
    scene
        .descriptions()
        .forEach(
            (system, live) -> {
              Set<Table> proposed =
                  scene.map().proposed().getOrDefault(system, Map.of()).values().stream()
                      .flatMap(p -> live.table(p.table()).stream())
                      .collect(Collectors.toSet());
              fresh.put(
                  system,
                  outside(system, live, scene.map()).entrySet().stream()
                      .filter(e -> e.getValue() == Said.NOTHING)
                      .map(Map.Entry::getKey)
                      .filter(t -> !proposed.contains(t))
                      .toList());
            });
    return fresh;
  }
}

package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import java.util.List;
import java.util.Map;

/**
 * Looks for personal data in tables that the data map neither binds nor ignores. Views are left
 * out: they show what their tables hold.
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
        live.tables().stream()
            .filter(t -> t.kind() != TableKind.VIEW)
            .filter(t -> !isKnown(entry.id(), t, live, scene.map()))
            .forEach(table -> ask(entry.id(), table, plan));
      }
    }
    return plan.build();
  }

  private static boolean isKnown(String system, Table table, Description live, DataMap map) {
    boolean bound =
        map.places().getOrDefault(system, Map.of()).values().stream()
            .anyMatch(p -> live.table(p.table()).filter(table::equals).isPresent());
    boolean ignored =
        map.ignored().getOrDefault(system, Map.of()).keySet().stream()
            .anyMatch(name -> live.table(name).filter(table::equals).isPresent());
    return bound || ignored;
  }

  private static void ask(String system, Table table, PlanBuilder plan) {
    String where = system + "/" + table.name();
    plan.where(where);
    for (Column column : table.columns()) {
      if (ColumnSample.isWorthwhile(column)) {
        plan.ask(system, where, new ColumnSample(system, table, column).question());
      } else {
        UnknownColumn.unseen(table, column).addTo(plan, where);
      }
    }
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    UnknownColumns columns = new UnknownColumns(plan, scene);
    replies.forEach(columns::read);
    long systems = plan.wheres().stream().filter(w -> scene.system(w).isPresent()).count();
    long tables = plan.wheres().size() - systems;
    return columns.observe(
        "Nothing personal lies outside the data map in "
            + systems
            + (systems == 1 ? " system" : " systems")
            + (tables == 0
                ? ": every table is bound or ignored."
                : "; " + tables + " tables are neither bound nor ignored."));
  }
}

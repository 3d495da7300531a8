package dev.upheld.edge.cli;

import dev.upheld.duty.retention.Day;
import dev.upheld.duty.retention.DueRows;
import dev.upheld.duty.retention.Planned;
import dev.upheld.duty.retention.Ran;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Rule;
import dev.upheld.duty.retention.Warnings;
import dev.upheld.engine.Expired;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What commands of retention say, for scripts. */
final class RetainJson {
  private RetainJson() {}

  static String plans(List<Planned> plans) {
    ObjectNode all = Json.object();
    ArrayNode rules = all.putArray("rules");
    for (Planned plan : plans) {
      ObjectNode node = rule(rules.addObject(), plan.rule());
      node.put("released", plan.release().isPresent());
      plan.due().ifPresent(due -> due(node.putObject("due"), due));
      plan.would().ifPresent(would -> expired(node.putObject("would"), would));
      ObjectNode parts = node.putObject("partitions");
      plan.whole().partitions().forEach(parts::put);
      plan.whole().needs().ifPresent(needs -> node.put("partitions-need", needs));
      node.put("remembers", plan.remembers());
      ArrayNode indexes = node.putArray("missing-indexes");
      plan.indexes().forEach(indexes::add);
      plan.warnings().ifPresent(w -> warnings(node.putObject("warnings"), w));
      plan.trouble().ifPresent(why -> node.put("trouble", why));
    }
    PlanTotals.of(plans).put(all.putObject("totals"));
    return Json.pretty(all);
  }

  static String runs(List<Ran> runs) {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("runs");
    runs.forEach(run -> ran(list.addObject(), run));
    return Json.pretty(all);
  }

  static String status(List<Retaining.Status> status) {
    ObjectNode all = Json.object();
    ArrayNode rules = all.putArray("rules");
    for (Retaining.Status one : status) {
      ObjectNode node = rule(rules.addObject(), one.rule());
      node.put("released", one.released());
      one.pause()
          .ifPresent(
              p ->
                  node.putObject("paused")
                      .put("since", p.since().toString())
                      .put("reason", p.reason()));
      Optional<Release> release = one.release();
      release.ifPresent(
          r ->
              node.putObject("release")
                  .put("digest", r.digest())
                  .put("at", r.released().toString())
                  .put("due", r.due())
                  .put("rows", r.rows()));
      one.warnings()
          .ifPresent(
              w ->
                  warnings(node.putObject("warnings"), w.figures())
                      .put("looked", w.began().toString())
                      .put("whole", w.isWhole()));
      ArrayNode runs = node.putArray("runs");
      one.runs().forEach(run -> ran(runs.addObject(), run));
    }
    return Json.pretty(all);
  }

  static String days(List<Day> days) {
    ObjectNode all = Json.object();
    ArrayNode rules = all.putArray("rules");
    for (Day day : days) {
      ObjectNode node = rules.addObject();
      node.put("rule", day.rule());
      node.put("day", day.day().toString());
      ArrayNode runs = node.putArray("runs");
      day.runs().forEach(run -> ran(runs.addObject(), run));
      day.due().ifPresent(due -> due(node.putObject("due"), due));
      ObjectNode done = node.putObject("done");
      day.done().forEach((place, tally) -> tally(done.putObject(place), tally));
      ObjectNode kept = node.putObject("kept-back");
      day.keptBack().forEach(kept::put);
      day.left().ifPresent(left -> due(node.putObject("left"), left));
      day.oldest().ifPresent(at -> node.put("oldest", at.toString()));
    }
    return Json.pretty(all);
  }

  private static ObjectNode warnings(ObjectNode node, Warnings.Figures found) {
    return node.put("due", found.due())
        .put("told", found.told())
        .put("fresh", found.fresh())
        .put("again", found.again())
        .put("unreached", found.unreached())
        .put("refused", found.refused());
  }

  private static void tally(ObjectNode node, Expired.Tally tally) {
    node.put("deleted", tally.deleted())
        .put("ended", tally.ended())
        .put("archived", tally.archived())
        .put("detached", tally.detached());
  }

  private static ObjectNode rule(ObjectNode node, Rule rule) {
    node.put("rule", rule.id());
    node.put("promise", rule.keep().id().toString());
    node.put("place", rule.where());
    node.put("then", rule.keep().then().id());
    node.put("digest", rule.digest());
    node.put("able", rule.expiry().isPresent());
    ArrayNode gaps = node.putArray("gaps");
    rule.gaps().forEach(gaps::add);
    return node;
  }

  private static void ran(ObjectNode node, Ran run) {
    node.put("run", run.id().toString());
    node.put("rule", run.rule());
    node.put("digest", run.digest());
    node.put("began", run.began().toString());
    run.ended().ifPresent(at -> node.put("ended", at.toString()));
    run.due().ifPresent(due -> due(node.putObject("due"), due));
    run.done().ifPresent(done -> expired(node.putObject("done"), done));
    run.left().ifPresent(left -> due(node.putObject("left"), left));
    run.trouble().ifPresent(why -> node.put("trouble", why));
  }

  private static void due(ObjectNode node, DueRows due) {
    node.put("rows", due.rows());
    node.put("past", due.past());
    node.put("unknown", due.unknown());
    node.put("future", due.future());
    node.put("exempt", due.exempt());
    node.put("about", due.about());
    due.oldest().ifPresent(at -> node.put("oldest", at.toString()));
  }

  private static void expired(ObjectNode node, Expired done) {
    node.put("listed", done.listed());
    ObjectNode places = node.putObject("places");
    done.places().forEach((place, tally) -> tally(places.putObject(place), tally));
    ObjectNode parts = node.putObject("partitions");
    done.partitions().forEach(parts::put);
    ObjectNode kept = node.putObject("kept-back");
    done.keptBack().forEach(kept::put);
    node.put("batches", done.batches());
    node.put("whole", done.whole());
  }
}

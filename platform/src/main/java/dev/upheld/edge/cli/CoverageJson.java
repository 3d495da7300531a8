package dev.upheld.edge.cli;

import dev.upheld.charter.model.Finding;
import dev.upheld.edge.cli.CoverageView.Part;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import dev.upheld.verdict.clause.Carrier;
import dev.upheld.verdict.clause.Clause;
import dev.upheld.verdict.clause.ClauseTable;
import dev.upheld.verdict.clause.Tally;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code coverage} as JSON: {@code workspaces[].clauses[]} and totals. */
final class CoverageJson {

  private CoverageJson() {}

  static String of(CoverageView view) {
    ObjectNode root = Json.object();
    root.put("asked", view.isAsked());
    totals(root.putObject("totals"), view.tally(), view.isAsked());
    root.put("listed", view.isListed());
    strings(root.putArray("missing"), view.missing());
    strings(root.putArray("unlisted"), view.unlisted());
    root.putObject("exit").put("code", view.exit()).put("reason", view.exitReason());
    ArrayNode workspaces = root.putArray("workspaces");
    view.parts().forEach(p -> workspaces.add(part(p)));
    return Json.pretty(root);
  }

  private static ObjectNode part(Part part) {
    ClauseTable table = part.table();
    ObjectNode node = Json.object();
    node.put("workspace", part.folder());
    node.put("company", part.company());
    node.put("listed", part.isListed());
    part.asked().ifPresent(at -> node.put("at", at.toString()));
    totals(node.putObject("totals"), table.tally(), part.asked().isPresent());
    strings(node.putArray("missing"), table.missing());
    strings(node.putArray("unlisted"), table.unlisted());
    ArrayNode clauses = node.putArray("clauses");
    table.clauses().forEach(c -> clauses.add(clause(c)));
    ArrayNode findings = node.putArray("findings");
    table.findings().forEach(f -> findings.add(Json.finding(f)));
    return node;
  }

  private static ObjectNode clause(Clause clause) {
    ObjectNode node = Json.object();
    node.put("id", clause.id());
    node.put("state", clause.backing().id());
    clause.verdict().ifPresent(v -> node.put("verdict", v.name()));
    ArrayNode promises = node.putArray("promises");
    clause.carriers().forEach(c -> promises.add(carrier(c)));
    strings(
        node.putArray("findings"),
        clause.findings().stream().map((Finding f) -> f.code().code()).distinct().toList());
    return node;
  }

  private static ObjectNode carrier(Carrier carrier) {
    ObjectNode node = Json.promise(carrier.promise());
    node.put("built", carrier.built());
    carrier.verdict().ifPresent(v -> node.put("verdict", v.name()));
    return node;
  }

  private static void totals(ObjectNode node, Tally tally, boolean asked) {
    node.put("clauses", tally.clauses());
    node.put("standing", tally.standing());
    for (Backing backing : Backing.values()) {
      node.put(backing.id(), tally.of(backing));
    }
    if (asked) {
      ObjectNode verdicts = node.putObject("verdicts");
      for (Verdict verdict : Verdict.values()) {
        verdicts.put(verdict.name().toLowerCase(Locale.ROOT), tally.of(verdict));
      }
    }
  }

  private static void strings(ArrayNode into, List<String> values) {
    values.forEach(into::add);
  }
}

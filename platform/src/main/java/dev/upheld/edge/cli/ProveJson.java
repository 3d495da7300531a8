package dev.upheld.edge.cli;

import dev.upheld.verdict.Verdict;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A run of {@code prove} as JSON: {@code promises[]} with verdict and evidence, and totals. */
final class ProveJson {

  private ProveJson() {}

  static String of(ProveView view) {
    ObjectNode root = Json.object();
    root.put("company", view.company());
    root.put("at", view.at().toString());
    root.put("seconds", view.took().toMillis() / 1000.0);
    ObjectNode totals = root.putObject("totals");
    totals.put("promises", view.lines().size());
    for (Verdict verdict : Verdict.values()) {
      totals.put(
          verdict.name().toLowerCase(Locale.ROOT),
          (int) view.lines().stream().filter(l -> l.verdict() == verdict).count());
    }
    totals.put("waiting", view.waiting().size());
    totals.put("findings", view.findings());
    root.putObject("exit").put("code", view.exit()).put("reason", view.exitReason());
    ArrayNode promises = root.putArray("promises");
    view.lines().forEach(l -> promises.add(line(l)));
    return Json.pretty(root);
  }

  private static ObjectNode line(ProveView.Line line) {
    ObjectNode node = Json.promise(line.promise());
    node.put("verdict", line.verdict().name());
    node.put("why", line.why());
    node.put("waiting", line.waiting());
    ArrayNode evidence = node.putArray("evidence");
    line.evidence().ifPresent(e -> evidence.add(Json.evidence(e)));
    return node;
  }
}

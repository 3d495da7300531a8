package dev.upheld.probe.tell;

import dev.upheld.probe.keep.Change;
import dev.upheld.verdict.Verdict;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The body of a webhook, and the link that every alert carries. */
final class Alert {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Alert() {}

  /** Where to read and act. */
  static String link(URI console, Change change) {
    String base = console.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        + "/promises/"
        + change.promise();
  }

  /** Of an event that is none of promises. */
  static String body(UUID id, String event, Map<String, Object> facts) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", id.toString());
    all.put("event", event);
    all.putAll(facts);
    return JSON.writeValueAsString(all);
  }

  static String body(UUID id, Change change, URI console) {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", id.toString());
    root.put("event", change.kind());
    root.put("promise", change.promise().toString());
    root.put("sentence", change.sentence());
    change.from().map(Verdict::name).ifPresent(v -> root.put("from", v));
    change.to().map(Verdict::name).ifPresent(v -> root.put("to", v));
    root.put("since", change.at().toString());
    root.put("why", change.why());
    root.put("link", link(console, change));
    return JSON.writeValueAsString(root);
  }
}

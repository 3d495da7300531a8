package dev.upheld.duty.retention;

import dev.upheld.engine.Expired;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a dry run saw: figures only.
 *
 * @param due what is due, counted from outside; empty where nobody could count
 * @param would what a run would do; empty where the rule cannot be carried out
 * @param remembers whether the system has a memory of acts
 * @param indexes indexes that would help
 * @param trouble why it could not be looked at
 * @param warnings whom it would tell that their data goes; empty where nobody is told
 */
public record Found(
    Optional<DueRows> due,
    Optional<Expired> would,
    boolean remembers,
    List<String> indexes,
    Optional<String> trouble,
    Optional<Warnings.Figures> warnings) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Found {
    indexes = List.copyOf(indexes);
  }

  /** Of a rule that tells nobody. */
  public Found(
      Optional<DueRows> due,
      Optional<Expired> would,
      boolean remembers,
      List<String> indexes,
      Optional<String> trouble) {
    this(due, would, remembers, indexes, trouble, Optional.empty());
  }

  static Found of(Planned plan) {
    return new Found(
        plan.due(),
        plan.would(),
        plan.remembers(),
        plan.indexes(),
        plan.trouble(),
        plan.warnings());
  }

  /** Nothing was seen, and why. */
  static Found failed(String why) {
    return new Found(Optional.empty(), Optional.empty(), false, List.of(), Optional.of(why));
  }

  String json() {
    ObjectNode node = JSON.createObjectNode();
    due.ifPresent(d -> node.put("due", d.json()));
    would.ifPresent(w -> node.put("would", w.json()));
    node.put("remembers", remembers);
    ArrayNode array = node.putArray("indexes");
    indexes.forEach(array::add);
    trouble.ifPresent(why -> node.put("trouble", why));
    warnings.ifPresent(w -> node.put("warnings", w.json()));
    return JSON.writeValueAsString(node);
  }

  static Found of(String json) {
    JsonNode node = JSON.readTree(json);
    List<String> indexes = new ArrayList<>();
    node.path("indexes").forEach(i -> indexes.add(i.asString()));
    return new Found(
        text(node, "due").map(DueRows::of),
        text(node, "would").map(Expired::of),
        node.path("remembers").asBoolean(false),
        indexes,
        text(node, "trouble"),
        text(node, "warnings").map(Warnings::figures));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.get(field).asString()) : Optional.empty();
  }
}

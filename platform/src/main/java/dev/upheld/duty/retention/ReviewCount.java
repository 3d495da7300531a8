package dev.upheld.duty.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was counted in a place that waits for reviews, by the account that may only read.
 *
 * @param digest of the rule that was counted
 * @param made when
 * @param counts empty where nobody could count
 * @param trouble why nobody could
 */
record ReviewCount(
    String rule,
    String digest,
    Instant made,
    Optional<Reviewing.Counts> counts,
    Optional<String> trouble) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static String json(Reviewing.Counts counts) {
    ObjectNode node = JSON.createObjectNode();
    node.put("rows", counts.rows());
    node.put("due", counts.due());
    counts.oldest().ifPresent(o -> node.put("oldest", o.toString()));
    ArrayNode ages = node.putArray("ages");
    counts.ages().forEach(a -> ages.addObject().put("years", a.years()).put("rows", a.rows()));
    return JSON.writeValueAsString(node);
  }

  static Reviewing.Counts counts(Instant made, String json) {
    JsonNode node = JSON.readTree(json);
    List<Reviewing.Age> ages = new ArrayList<>();
    node.path("ages")
        .forEach(
            a -> ages.add(new Reviewing.Age(a.path("years").asInt(), a.path("rows").asLong())));
    return new Reviewing.Counts(
        made,
        node.path("rows").asLong(),
        node.path("due").asLong(),
        node.has("oldest")
            ? Optional.of(Instant.parse(node.path("oldest").asString()))
            : Optional.empty(),
        ages);
  }
}

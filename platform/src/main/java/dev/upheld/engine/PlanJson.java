package dev.upheld.engine;

import dev.upheld.kernel.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans and receipts as JSON, always written the same way. */
public final class PlanJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlanJson() {}

  /** A plan, its digest first. */
  public static ObjectNode of(Plan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("digest", plan.digest());
    node.setAll(body(plan));
    return node;
  }

  /** A plan as it is kept between its making and its act; read back by {@link #kept(String)}. */
  public static String keep(Plan plan) {
    return JSON.writeValueAsString(plan);
  }

  /**
   * A plan that was kept.
   *
   * @throws dev.upheld.kernel.ProblemException when the text is no plan, or was changed
   */
  public static Plan kept(String text) {
    try {
      Plan plan = JSON.readValue(text, Plan.class);
      if (digest(plan).equals(plan.digest())) {
        return plan;
      }
    } catch (JacksonException | NullPointerException e) {
      // told below
    }
    throw EngineProblem.CHANGED.because(
        "The kept plan is not what was approved.", "Plan again, and approve the new plan.");
  }

  /** The digest of everything in a plan but the digest itself. */
  static String digest(Plan plan) {
    return Sha256.hex(text(body(plan)));
  }

  static String text(JsonNode node) {
    return JSON.writeValueAsString(node);
  }

  private static ObjectNode body(Plan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("company", plan.company());
    node.put("person", plan.person());
    node.put("right", "erasure");
    node.put("ground", plan.ground().id());
    node.put("map", plan.map());
    ArrayNode systems = node.putArray("systems");
    plan.systems().forEach(s -> systems.add(of(s)));
    strings(node, "undecided", plan.undecided());
    number(node, "round", plan.round());
    return node;
  }

  private static ObjectNode of(SystemPlan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("system", plan.system());
    node.put("remembers", plan.remembers());
    plan.partner()
        .ifPresent(
            partner -> {
              node.put("partner", partner.title());
              strings(node, "besides", partner.besides());
            });
    plan.units()
        .ifPresent(
            units -> {
              node.put("transactions", units.count());
              node.put("rowsInOne", units.most());
              number(node, "rowsTogether", units.together());
            });
    strings(node, "unreachable", plan.unreachable());
    node.set("places", steps(plan.steps()));
    return node;
  }

  /** What is done in one system, as it is remembered there. */
  static ArrayNode steps(List<PlaceStep> steps) {
    ArrayNode places = JSON.createArrayNode();
    steps.forEach(s -> places.add(of(s)));
    return places;
  }

  private static ObjectNode of(PlaceStep step) {
    ObjectNode node = JSON.createObjectNode();
    node.put("place", step.place());
    node.put("table", step.table());
    if (!step.mapped()) {
      node.put("by", "the database's own cascade");
    }
    PlaceStep.Counts counts = step.counts();
    number(node, "deleted", counts.deleted());
    number(node, "ended", counts.ended());
    number(node, "emptied", counts.husks());
    number(node, "namedIn", counts.named());
    number(node, "notReached", counts.untouched());
    if (!step.kept().isEmpty()) {
      ArrayNode kept = node.putArray("kept");
      step.kept().forEach(k -> kept.add(of(k)));
    }
    map(node, "fields", step.fields());
    map(node, "stays", step.stays());
    map(node, "detached", step.detached());
    map(node, "archived", step.archived());
    if (!step.triggers().isEmpty()) {
      strings(node, "triggers", step.triggers());
    }
    return node;
  }

  private static ObjectNode of(Kept kept) {
    ObjectNode node = JSON.createObjectNode();
    node.put("rows", kept.rows());
    node.put("reason", kept.reason());
    kept.first()
        .filter(first -> !kept.until().equals(Optional.of(first)))
        .ifPresent(first -> node.put("first", first.toString()));
    kept.until().ifPresent(until -> node.put("until", until.toString()));
    number(node, "notBegun", kept.open());
    return node;
  }

  private static void number(ObjectNode node, String name, long number) {
    if (number != 0) {
      node.put(name, number);
    }
  }

  private static void strings(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  private static void map(ObjectNode node, String name, Map<String, ?> map) {
    if (!map.isEmpty()) {
      ObjectNode object = node.putObject(name);
      map.forEach((key, value) -> object.set(key, JSON.valueToTree(value)));
    }
  }
}

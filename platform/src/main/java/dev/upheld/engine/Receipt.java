package dev.upheld.engine;

import dev.upheld.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a plan. Made from what the systems themselves remember, so that it is the same
 * however often the work was interrupted.
 *
 * @param plan digest of the plan
 */
public record Receipt(String plan, String person, List<SystemReceipt> systems) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Receipt {
    systems = List.copyOf(systems);
  }

  /** Whether all of it was done. */
  public boolean isWhole() {
    return systems.stream().allMatch(SystemReceipt::isDone);
  }

  /** The receipt as JSON, the same text for the same receipt. */
  public ObjectNode json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("receipt", 1);
    node.put("plan", plan);
    node.put("person", person);
    node.put("whole", isWhole());
    ArrayNode array = node.putArray("systems");
    for (SystemReceipt system : systems) {
      ObjectNode one = array.addObject();
      one.put("system", system.system());
      one.put("act", system.act());
      system.at().ifPresent(at -> one.put("at", at.toString()));
      if (system.isDone()) {
        one.set("done", JSON.readTree(system.figures()));
        one.put("leftAfter", 0);
      }
      if (!system.trouble().isEmpty()) {
        ArrayNode trouble = one.putArray("trouble");
        system.trouble().forEach(trouble::add);
      }
    }
    return node;
  }

  /** The receipt with the signature (Ed25519, Base64) over the text of its {@code receipt}. */
  public ObjectNode signed(SigningKey key) {
    String text = PlanJson.text(json());
    ObjectNode node = JSON.createObjectNode();
    node.put("receipt", text);
    node.put("key", key.id());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    node.put("signature", Base64.getEncoder().encodeToString(signature));
    return node;
  }
}

package dev.upheld.engine.drill;

import dev.upheld.crypto.SigningKey;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.residue.ResidueReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a drill went. Every list holds one sentence each.
 *
 * @param marker what stands in each text of the invented person
 * @param asked words of the identifiers they asked with
 * @param dry whether nothing was done but a look at what would be planted
 * @param lines what was planted, by place
 * @param excluded places that drills stay out of, and why
 * @param unreached places with personal data to which nothing leads from a mail address
 * @param unplanted places that could be given no row, and why
 * @param missing what was planted and not in the copy
 * @param left what was found after the erasure
 * @param trouble what could not be done or seen
 * @param uncleared what is left in a system, and by which word it is found
 * @param receipt of the erasure
 * @param residue what was searched afterwards
 */
public record DrillReport(
    String marker,
    Instant began,
    Instant ended,
    Set<String> asked,
    boolean dry,
    List<Line> lines,
    List<String> excluded,
    List<String> unreached,
    List<String> unplanted,
    List<String> missing,
    List<String> left,
    List<String> trouble,
    List<String> uncleared,
    Optional<Receipt> receipt,
    Optional<ResidueReport> residue) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public DrillReport {
    asked = Set.copyOf(asked);
    lines = List.copyOf(lines);
    excluded = List.copyOf(excluded);
    unreached = List.copyOf(unreached);
    unplanted = List.copyOf(unplanted);
    missing = List.copyOf(missing);
    left = List.copyOf(left);
    trouble = List.copyOf(trouble);
    uncleared = List.copyOf(uncleared);
  }

  /**
   * Rows of one place.
   *
   * @param planted rows of the invented person
   * @param copied of them, those that the copy held
   * @param erased of them, those that the erasure reached
   * @param left of them, those that it did not
   */
  public record Line(String system, String place, int planted, int copied, int erased, int left) {}

  /** Whether somebody like that would get everything, and be forgotten everywhere. */
  public boolean isGood() {
    return missing.isEmpty() && left.isEmpty() && uncleared.isEmpty();
  }

  /** Whether everything could be tried. */
  public boolean isWhole() {
    return unplanted.isEmpty() && trouble.isEmpty() && !lines.isEmpty();
  }

  /** As JSON, always written the same way; says that it is a drill before anything else. */
  public ObjectNode json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("drill", 1);
    node.put("marker", marker);
    node.put("began", began.toString());
    node.put("ended", ended.toString());
    node.put("good", isGood());
    node.put("whole", isWhole());
    ArrayNode places = node.putArray("places");
    for (Line line : lines) {
      ObjectNode one = places.addObject();
      one.put("system", line.system());
      one.put("place", line.place());
      one.put("planted", line.planted());
      one.put("copied", line.copied());
      one.put("erased", line.erased());
      one.put("left", line.left());
    }
    list(node, "missing", missing);
    list(node, "left", left);
    list(node, "notPlanted", unplanted);
    list(node, "notReachable", unreached);
    list(node, "leftOut", excluded);
    list(node, "trouble", trouble);
    list(node, "notCleared", uncleared);
    receipt.ifPresent(r -> node.set("erasure", r.json()));
    residue.ifPresent(r -> node.set("residue", r.json()));
    return node;
  }

  private static void list(ObjectNode node, String name, List<String> all) {
    ArrayNode array = node.putArray(name);
    all.forEach(array::add);
  }

  /** With the signature (Ed25519, Base64) over the text of its {@code receipt}. */
  public ObjectNode signed(SigningKey key) {
    String text = JSON.writeValueAsString(json());
    ObjectNode node = JSON.createObjectNode();
    node.put("drill", 1);
    node.put("receipt", text);
    node.put("key", key.id());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    node.put("signature", Base64.getEncoder().encodeToString(signature));
    return node;
  }
}

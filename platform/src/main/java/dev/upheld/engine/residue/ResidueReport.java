package dev.upheld.engine.residue;

import dev.upheld.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The second receipt of every erasure: what a search of all systems for all erased people saw.
 *
 * @param identifiers how many were looked for
 * @param backups the day the last backup that may hold anybody of them is gone; empty where nobody
 *     was erased
 */
public record ResidueReport(
    Instant began,
    Instant ended,
    int identifiers,
    Optional<LocalDate> backups,
    List<SystemResidue> systems) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public ResidueReport {
    systems = List.copyOf(systems);
  }

  /** Rows that nothing explains, in all systems. */
  public long left() {
    return systems.stream().mapToLong(SystemResidue::left).sum();
  }

  /** Whether something was left out that should have been searched. */
  public boolean isWhole() {
    return systems.stream().allMatch(s -> s.skipped().isEmpty());
  }

  /** As JSON, always written the same way. */
  public ObjectNode json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("residue", 1);
    node.put("began", began.toString());
    node.put("ended", ended.toString());
    node.put("identifiers", identifiers);
    backups.ifPresent(day -> node.put("backupsUntil", day.toString()));
    node.put("left", left());
    ArrayNode array = node.putArray("systems");
    for (SystemResidue system : systems) {
      ObjectNode one = array.addObject();
      one.put("system", system.system());
      one.put("tables", system.tables());
      one.put("columns", system.columns());
      one.put("rows", system.rows());
      ArrayNode skipped = one.putArray("skipped");
      system.skipped().forEach(skipped::add);
      ArrayNode alone = one.putArray("leftAlone");
      system.leftAlone().forEach(alone::add);
      ArrayNode findings = one.putArray("findings");
      system.findings().forEach(f -> finding(findings.addObject(), f));
    }
    return node;
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("table", finding.table());
    node.put("column", finding.column());
    node.put("left", finding.left());
    node.put("kept", finding.kept());
    finding.until().ifPresent(day -> node.put("keptUntil", day.toString()));
    ArrayNode reasons = node.putArray("reasons");
    finding.reasons().forEach(reasons::add);
    node.put("cameBack", finding.returned());
    node.put("ageUnknown", finding.unsure());
  }

  /** With the signature (Ed25519, Base64) over the text of its {@code receipt}. */
  public ObjectNode signed(SigningKey key) {
    String text = JSON.writeValueAsString(json());
    ObjectNode node = JSON.createObjectNode();
    node.put("receipt", text);
    node.put("key", key.id());
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    node.put("signature", Base64.getEncoder().encodeToString(signature));
    return node;
  }

  /** As it is kept; read back by {@link #kept}. */
  public String keep() {
    return JSON.writeValueAsString(this);
  }

  /** One that was kept. */
  public static ResidueReport kept(String text) {
    return JSON.readValue(text, ResidueReport.class);
  }
}

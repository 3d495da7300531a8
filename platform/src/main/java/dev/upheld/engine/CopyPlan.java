package dev.upheld.engine;

import dev.upheld.kernel.Sha256;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a copy of a person's data would hold. Names nobody.
 *
 * @param digest of all the rest
 * @param person keyed hash of their identifiers
 * @param map digest of the data map
 * @param scope everything, or what can be taken along
 * @param parts rows by place
 * @param withheld words of data that are secrets and handed out to nobody
 * @param away why a system is not known, one sentence each, beginning with its name
 */
public record CopyPlan(
    String digest,
    String person,
    String map,
    Exporting.Scope scope,
    List<Part> parts,
    List<String> withheld,
    List<String> away) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public CopyPlan {
    parts = List.copyOf(parts);
    withheld = List.copyOf(withheld);
    away = List.copyOf(away);
  }

  /** Rows of one place. */
  public record Part(String system, String place, long rows) {}

  /** All rows. */
  public long rows() {
    return parts.stream().mapToLong(Part::rows).sum();
  }

  /** The same with its digest. */
  CopyPlan sealed() {
    return with(Sha256.hex(with("").kept()));
  }

  private CopyPlan with(String other) {
    return new CopyPlan(other, person, map, scope, parts, withheld, away);
  }

  /** As it is kept; read back by {@link #of}. */
  public String kept() {
    return JSON.writeValueAsString(this);
  }

  /**
   * A plan that was kept.
   *
   * @throws dev.upheld.kernel.ProblemException when the text is no plan, or was changed
   */
  public static CopyPlan of(String text) {
    try {
      CopyPlan plan = JSON.readValue(text, CopyPlan.class);
      if (plan.sealed().digest().equals(plan.digest())) {
        return plan;
      }
    } catch (JacksonException | NullPointerException e) {
      // told below
    }
    throw EngineProblem.CHANGED.because(
        "The kept plan is not what was approved.", "Plan again, and approve the new plan.");
  }
}

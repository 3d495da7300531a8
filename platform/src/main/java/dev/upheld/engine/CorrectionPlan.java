package dev.upheld.engine;

import dev.upheld.kernel.Sha256;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a correction will change, in every system, and what it leaves. Holds no personal data, and
 * may be shown, kept and signed.
 *
 * @param digest of all the rest
 * @param company id of the company
 * @param person the identifiers as a hash with a key
 * @param change what is right, as a hash with a key
 * @param map digest of the data map it was made from
 * @param systems those whose rows are named by others come last
 * @param tell who received the data and is told by hand (GDPR Art. 19)
 * @param round how often an act of otherwise the same plan was done before
 */
public record CorrectionPlan(
    String digest,
    String company,
    String person,
    String change,
    String map,
    List<Part> systems,
    List<Recipient> tell,
    int round) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public CorrectionPlan {
    systems = List.copyOf(systems);
    tell = List.copyOf(tell);
  }

  /**
   * What happens in one system.
   *
   * @param remembers whether it has a memory of acts
   * @param cells what changes
   * @param stays what stays, and why
   * @param triggers code of the database's owner that runs with it, which is why it was not tried
   */
  public record Part(
      String system,
      boolean remembers,
      List<Cells> cells,
      List<Stay> stays,
      List<String> triggers) {
    public Part {
      cells = List.copyOf(cells);
      stays = List.copyOf(stays);
      triggers = List.copyOf(triggers);
    }

    /** Values that change. */
    public long changes() {
      return cells.stream().mapToLong(Cells::rows).sum();
    }
  }

  /**
   * One column that changes.
   *
   * @param place id in the data map, or the table's name where it is on no map
   * @param word of the charter
   * @param rows exactly how many
   * @param link whether it changes because it names the corrected rows by that value
   */
  public record Cells(
      String place, String table, String column, String word, long rows, boolean link) {}

  /** Why something stays as it is. */
  public enum Why {
    /** The row holds something else there, or nothing. */
    OTHER_VALUE,
    /** The row is another person's and only names this one. */
    NAMED,
    /** A law or a duty wants the record as it was made; a note completes it. */
    RECORD,
    /** A hash or another copy that was made from it. */
    DERIVED,
    /** It lies within a document. */
    INSIDE,
    /** The column is of a type that is not written from here. */
    TYPE,
    /** The column names its row. */
    KEY,
    /** The partner takes no correction from here. */
    PARTNER;

    /** Whether somebody has to look at it. */
    public boolean byHand() {
      return switch (this) {
        case OTHER_VALUE -> false;
        case NAMED, RECORD, DERIVED, INSIDE, TYPE, KEY, PARTNER -> true;
      };
    }
  }

  /**
   * What stays.
   *
   * @param field as the data map calls it
   * @param rows how many
   * @param reason the law or what else there is to say; may be empty
   */
  public record Stay(String place, String field, String word, long rows, Why why, String reason) {}

  /**
   * Who received the data.
   *
   * @param name as the charter says it; its word where the charter does not
   * @param activity title of the activity for which
   */
  public record Recipient(String name, String activity) {}

  /** Values that change, in all systems. */
  public long changes() {
    return systems.stream().mapToLong(Part::changes).sum();
  }

  /** The name of its act in one system. */
  public String act(String system) {
    return digest.substring(0, 40) + "/" + system;
  }

  /** The same with its digest. */
  CorrectionPlan sealed(int rounds) {
    CorrectionPlan bare =
        new CorrectionPlan("", company, person, change, map, systems, tell, rounds);
    return new CorrectionPlan(
        Sha256.hex(bare.kept()), company, person, change, map, systems, tell, rounds);
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
  public static CorrectionPlan of(String text) {
    try {
      CorrectionPlan plan = JSON.readValue(text, CorrectionPlan.class);
      if (plan.sealed(plan.round()).digest().equals(plan.digest())) {
        return plan;
      }
    } catch (JacksonException | NullPointerException e) {
      // told below
    }
    throw EngineProblem.CHANGED.because(
        "The kept plan is not what was approved.", "Plan again, and approve the new plan.");
  }
}

package dev.upheld.engine;

import java.util.List;

/**
 * What a restore brought back and should go again. Holds personal data in memory only: prints as
 * nothing.
 *
 * @param digest names all of it, to be approved
 * @param plans one for each person who is back
 * @param notes what was left alone for want of a clock, one sentence each
 * @param trouble people for whom no plan could be made, one sentence each
 */
public record Reapplied(
    String digest, List<Planned> plans, List<String> notes, List<String> trouble) {
  public Reapplied {
    plans = List.copyOf(plans);
    notes = List.copyOf(notes);
    trouble = List.copyOf(trouble);
  }

  @Override
  public String toString() {
    return "Reapplied[" + digest + "]";
  }
}

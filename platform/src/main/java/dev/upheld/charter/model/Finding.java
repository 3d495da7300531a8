package dev.upheld.charter.model;

import dev.upheld.charter.promise.LawRef;
import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Optional;

/**
 * A gap or contradiction in the charter itself, or a promise doubtful in law. Not a verdict, and
 * not an error: the charter can be used as it is.
 *
 * @param at where the charter says it, or should
 * @param sentence what was noticed, in one or two sentences for a data protection officer
 * @param activity the activity it concerns; empty when it concerns the company as a whole
 * @param clauses clause ids that stand there; may be empty
 * @param law what it touches; empty when it is a matter of the charter alone
 */
public record Finding(
    FindingCode code,
    Location at,
    String sentence,
    Optional<String> activity,
    List<String> clauses,
    List<LawRef> law) {
  public Finding {
    clauses = List.copyOf(clauses);
    law = List.copyOf(law);
  }
}

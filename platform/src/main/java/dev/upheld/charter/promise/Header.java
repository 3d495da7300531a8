package dev.upheld.charter.promise;

import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Optional;

/**
 * What every promise has.
 *
 * @param id stable name
 * @param clauses ids of the clauses of the source policy that this promise supports; may be empty
 * @param activity the activity it belongs to; empty for company-wide statements
 * @param sentence the promise in plain words, one sentence: in the charter's prevailing language
 *     where its texts have it, else in English
 * @param law what it rests on; empty when it rests on the promise alone
 * @param way how it is proved
 * @param at where the charter says it
 * @param owner who answers for it: a role or an address of the company; empty when nobody is named
 */
public record Header(
    PromiseId id,
    List<String> clauses,
    Optional<String> activity,
    String sentence,
    List<LawRef> law,
    Way way,
    Location at,
    Optional<String> owner) {
  public Header {
    clauses = List.copyOf(clauses);
    law = List.copyOf(law);
  }
}

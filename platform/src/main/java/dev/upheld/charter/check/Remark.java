package dev.upheld.charter.check;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.kernel.Problem;
import dev.upheld.law.LawKind;
import dev.upheld.law.LawReference;
import java.util.List;
import java.util.Optional;

/**
 * Something that goes against a norm. Law that was read in its source errs; guidance, and law that
 * was not read, warn.
 *
 * @param errs whether it stops the charter
 * @param error the code as an error
 * @param warning the code as a finding
 * @param sentence what is wrong
 * @param mend what to do
 */
record Remark(
    boolean errs,
    CharterCode error,
    FindingCode warning,
    Source source,
    Optional<String> activity,
    String sentence,
    String mend,
    List<LawRef> law) {

  /** The two codes a remark can have. */
  record Codes(CharterCode error, FindingCode warning) {}

  /** What goes against a norm. */
  static Remark against(LawReference norm, boolean mayBind, Codes codes, Place place, Words words) {
    return new Remark(
        norm.kind() == LawKind.LAW && mayBind,
        codes.error(),
        codes.warning(),
        place.source(),
        place.activity(),
        words.sentence(),
        words.mend(),
        List.of(LawContext.ref(norm)));
  }

  /** Where it stands. */
  record Place(Source source, Optional<String> activity) {}

  /** What is wrong and what to do. */
  record Words(String sentence, String mend) {}

  Problem problem() {
    String cited = law.isEmpty() ? "" : " (%s)".formatted(law.getFirst().citation());
    return Problem.at(source.at(), error, sentence + cited, mend);
  }

  Finding finding() {
    return new Finding(warning, source.at(), sentence, activity, source.clauses(), law);
  }
}

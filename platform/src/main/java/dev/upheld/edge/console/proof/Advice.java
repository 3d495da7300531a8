package dev.upheld.edge.console.proof;

import dev.upheld.charter.promise.Duty;
import dev.upheld.probe.board.PromiseFile;
import dev.upheld.verdict.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the page of a promise advises beyond the words that every promise of a duty has. */
final class Advice {
  /** Duties whose words have to fit several kinds of promises; the others say it all. */
  private static final Set<Duty> OF_SEVERAL_KINDS =
      EnumSet.of(Duty.SAFEGUARD, Duty.CONSENT, Duty.SUPPLIER, Duty.NOTICE);

  private Advice() {}

  static List<String> of(PromiseFile file) {
    return of(
        file.judgement().verdict(), file.judgement().why(), file.promise().duty(), file.mend());
  }

  /**
   * The advice that neither the banner nor the duty says already; first that of the kind, as the
   * other stands under evidence as well.
   *
   * @param why what the banner says
   * @param mend first what evidence advises; of a broken promise, last what its kind needs
   */
  static List<String> of(Verdict verdict, String why, Duty duty, List<String> mend) {
    boolean broken = verdict == Verdict.BROKEN && !mend.isEmpty();
    List<String> said = broken ? mend.subList(0, mend.size() - 1) : mend;
    Stream<String> kind =
        broken && OF_SEVERAL_KINDS.contains(duty) ? Stream.of(mend.getLast()) : Stream.of();
    return Stream.concat(kind, said.stream()).filter(sentence -> !why.contains(sentence)).toList();
  }
}

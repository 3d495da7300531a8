package dev.upheld.probe.board;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.keep.DriftItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What console and API see of proof, and what people may do about it. Whoever calls has checked
 * that the person may; what the act itself forbids is refused here. People are references, as in
 * the journal. Thread-safe.
 *
 * <p>Acts throw {@link dev.upheld.kernel.ProblemException} with a {@link BoardProblem}; any method
 * may throw one when the store is away.
 */
public interface Board {

  /** The promises that fit, in the charter's order, judged now. */
  Wall wall(Wall.Filter filter);

  /** All about one promise; empty when the charter does not have it. */
  Optional<PromiseFile> promise(PromiseId promise);

  /**
   * What changed, what is due, what needs a person.
   *
   * @param person who looks
   * @param lastLooked changes after this are new; empty shows those of the last week
   */
  WorkList workList(ReferenceId person, Optional<Instant> lastLooked);

  /**
   * When the person last opened the work list on an earlier visit, and that it is opened now. One
   * visit lasts until the list was left alone for more than 30 minutes, so that what is new stays
   * new while somebody works through it.
   *
   * @return empty on the first visit
   */
  Optional<Instant> looked(ReferenceId person);

  /** Where databases are not what the data maps say any more; personal data first. */
  List<DriftItem> drift();

  /** Gaps and contradictions of the charter itself, in its order. */
  List<Finding> findings();

  /** Every clause of the source policy, what carries it, and what came of that. */
  Clauses clauses();

  /** The language in which the charter says a promise, as a tag: {@code en}. */
  String language(PromiseId promise);

  /** The runs of proof that go on now, and the latest that ended; newest first. */
  List<ProofRun> runs();

  /**
   * Somebody has seen the present verdict; it is not told again until it changes.
   *
   * @return false when that was said already
   */
  boolean acknowledge(PromiseId promise, ReferenceId who);

  /** Says who answers for it and by when; what was said before no longer holds. */
  void assign(PromiseId promise, Assigned to, ReferenceId who);

  /** Leaves a comment: plain text, 1 to 4,000 characters. */
  void comment(PromiseId promise, String text, ReferenceId who);

  /**
   * A person gives evidence, where only a person can.
   *
   * @return as it is kept
   */
  Kept attest(PromiseId promise, Attestation attestation, ReferenceId who);

  /**
   * Has a promise measured now, behind the scenes; {@link #runs} tells how it goes. Asking twice
   * while it waits is asking once.
   */
  void proveNow(PromiseId promise, ReferenceId who);
}

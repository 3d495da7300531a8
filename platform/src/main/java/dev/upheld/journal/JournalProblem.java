package dev.upheld.journal;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;

/** What can be wrong with the journal and with files made from it. */
public enum JournalProblem implements ProblemCode {
  /** A kind of entry is not dotted lower case, or a fact is nothing the journal can hold. */
  DRAFT("journal-draft", Owner.UPHELD),
  /** The journal in the database is not the one that was sealed. */
  CHANGED("journal-changed", Owner.USER),
  /** A file of checkpoints or an export cannot be read or written. */
  FILE("journal-file", Owner.USER);

  private final String code;
  private final Owner owner;

  JournalProblem(String code, Owner owner) {
    this.code = code;
    this.owner = owner;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Owner owner() {
    return owner;
  }

  ProblemException because(String what, String mend) {
    return new ProblemException(Problem.of(this, what, mend));
  }
}

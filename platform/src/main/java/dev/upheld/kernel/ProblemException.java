package dev.upheld.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** Refuses to go on, with every problem found, never only the first. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ProblemException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  public ProblemException(Problem problem, Throwable cause) {
    this(problem);
    initCause(cause);
  }

  /** At least one. */
  public List<Problem> problems() {
    return problems;
  }
}

package dev.upheld.app.serve;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.RequestWork.HandWork;
import dev.upheld.engine.EngineProblem;
import dev.upheld.engine.Receipt;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.List;
import java.util.Optional;

/** What a program cannot do for a request, and has to be told to a person. */
final class ByHand {
  private static final String FRENCH = "fr";

  private ByHand() {}

  /** Whether a system holds mapped data and no program reaches it. */
  static boolean is(Workspace workspace, String system) {
    return Optional.ofNullable(workspace.map().systems().get(system))
        .filter(ActConnector::isByHand)
        .isPresent();
  }

  /** A sentence for each such system, in the language that prevails in the charter. */
  static List<HandWork> tasks(Workspace workspace) {
    boolean french = workspace.charter().publication().languages().prevailing().startsWith(FRENCH);
    return workspace.map().places().entrySet().stream()
        .filter(places -> !places.getValue().isEmpty() && is(workspace, places.getKey()))
        .map(places -> new HandWork(places.getKey(), task(places.getKey(), french)))
        .toList();
  }

  private static String task(String system, boolean french) {
    return french
        ? "Aucun programme n’atteint le système "
            + system
            + " : y faire à la main ce qui est demandé, puis le noter."
        : "No program reaches the system "
            + system
            + ": do there by hand what is asked for, then note it.";
  }

  /** Whether all that a program can do was done. */
  static boolean isWhole(Receipt receipt, Workspace workspace) {
    return receipt.systems().stream().allMatch(s -> s.isDone() || is(workspace, s.system()));
  }

  /** Why there is no plan, each reason with its place and its mend, for the page of the request. */
  static ProblemException refused(ProblemException why) {
    return new ProblemException(
        why.problems().stream()
            .map(p -> new Problem(code(p), p.what(), p.where(), p.mend()))
            .toList());
  }

  private static RequestProblem code(Problem why) {
    return why.code() == EngineProblem.BARRED ? RequestProblem.BARRED : RequestProblem.NO_WAY;
  }
}

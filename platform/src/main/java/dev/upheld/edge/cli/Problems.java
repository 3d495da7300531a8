package dev.upheld.edge.cli;

import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.kernel.Problem;
import java.io.PrintWriter;

/** Prints problems: where, what, how to mend it. */
final class Problems {

  private Problems() {}

  static void print(Screen screen, PrintWriter to, Problem problem) {
    String where = problem.where().map(l -> l + ": ").orElse("");
    to.println(
        Words.safe(where)
            + screen.styled(Style.RED, Words.safe(problem.what()))
            + screen.styled(Style.FAINT, "  " + problem.code().code()));
    for (String line : Words.wrap(Words.safe(problem.mend()), screen.width() - 4)) {
      to.println("    " + line);
    }
    to.flush();
  }
}

package dev.upheld.edge.console.view;

import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Changes;
import dev.upheld.duty.request.RequestProblem;
import java.util.List;
import java.util.Optional;

/**
 * What is right about the person, typed in from their words.
 *
 * @param words of the data map that can be corrected
 * @param lines as written so far, or as entered when the form comes back
 * @param fault why it came back
 */
public record RequestChange(
    CaseFile file, List<String> words, List<Changes.Line> lines, Optional<RequestProblem> fault)
    implements View {
  private static final int BLANK = 3;

  public RequestChange {
    words = List.copyOf(words);
    lines = List.copyOf(lines);
  }

  /** How many lines the form has. */
  public int rows() {
    return Math.min(Changes.MOST, lines.size() + BLANK);
  }

  /** The line, or one that says nothing. */
  public Changes.Line line(int row) {
    return row < lines.size() ? lines.get(row) : new Changes.Line("", "", "");
  }
}

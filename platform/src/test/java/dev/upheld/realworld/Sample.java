package dev.upheld.realworld;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A schema, what is to be found in it, and what happens to its promises when something changes.
 *
 * @param workspace its folder, beside the other workspaces
 * @param load makes the database, rows and all
 * @param rows how many rows some of its tables hold
 * @param changes each moves some verdicts and no other
 */
record Sample(
    String workspace,
    Function<TestServer, TestDatabase> load,
    Map<String, Long> rows,
    List<Change> changes) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * A change to the database and back.
   *
   * @param promises those whose verdict moves
   * @param then their verdict while the change lasts
   * @param change statements, with semicolons between them
   * @param undo statements that bring back what was
   */
  record Change(Set<String> promises, Verdict then, String change, String undo) {
    static Change breaks(String promise, String change, String undo) {
      return new Change(Set.of(promise), Verdict.BROKEN, change, undo);
    }

    static Change breaks(Set<String> promises, String change, String undo) {
      return new Change(promises, Verdict.BROKEN, change, undo);
    }

    static Change mends(String promise, String change, String undo) {
      return new Change(Set.of(promise), Verdict.UPHELD, change, undo);
    }
  }

  /**
   * The verdict of every promise, from {@code verdicts.txt} of the workspace, the same everywhere.
   */
  SortedMap<String, Verdict> expected() {
    SortedMap<String, Verdict> expected = new TreeMap<>();
    Resources.text("workspaces/" + workspace + "/verdicts.txt")
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .map(BLANKS::split)
        .forEach(words -> expected.put(words[0], Verdict.valueOf(words[1])));
    return expected;
  }
}

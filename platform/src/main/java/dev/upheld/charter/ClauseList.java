package dev.upheld.charter;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The clauses that a source policy has: a text file with one id a line, or a table whose first
 * column has the ids. It lets coverage say what is missing, which a charter cannot know of itself.
 *
 * @param ids in the order of the file, each once; empty when there is no file or it has faults
 * @param problems what is wrong with it
 */
public record ClauseList(Optional<List<String>> ids, List<Problem> problems) {
  /** The list's file in a workspace; optional. */
  public static final String FILE = "clauses.txt";

  private static final long MOST_BYTES = 1 << 20;
  private static final Pattern COLUMNS = Pattern.compile("[,;\\s]");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");
  private static final Set<String> HEADINGS = Set.of("clause", "clauses", "id");

  public ClauseList {
    ids = ids.map(List::copyOf);
    problems = List.copyOf(problems);
  }

  /** The list of a workspace; no ids and no problem when it has none. */
  public static ClauseList of(Path workspace) {
    return Files.exists(workspace.resolve(FILE))
        ? read(workspace.resolve(FILE), FILE)
        : new ClauseList(Optional.empty(), List.of());
  }

  /**
   * A list in any file.
   *
   * @param shown how problems call it
   */
  public static ClauseList read(Path file, String shown) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
        return parse(Files.readAllLines(file), shown);
      }
    } catch (CharacterCodingException e) {
      return unreadable(shown, "The list of clauses is not UTF-8.", "Save it as UTF-8.");
    } catch (IOException e) {
      return unreadable(
          shown, "The list of clauses cannot be read.", "Check that this account may read it.");
    }
    return unreadable(
        shown,
        "The list of clauses is no file of at most 1 MB.",
        "Name a text file with one id a line.");
  }

  private static ClauseList parse(List<String> lines, String shown) {
    Set<String> ids = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String id = first(lines.get(i));
      boolean heading = ids.isEmpty() && HEADINGS.contains(id);
      if (!id.isEmpty() && !heading) {
        if (ID.matcher(id).matches()) {
          ids.add(id);
        } else {
          problems.add(noId(new Location(shown, i + 1, 1)));
        }
      }
    }
    if (ids.isEmpty() && problems.isEmpty()) {
      return unreadable(shown, "The list of clauses is empty.", "Write one id a line, as CC-05.");
    }
    return new ClauseList(
        problems.isEmpty() ? Optional.of(List.copyOf(ids)) : Optional.empty(), problems);
  }

  /** Empty text for lines that say nothing; a table program may write its mark before the first. */
  private static String first(String line) {
    String said = (line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
    return said.startsWith("#") ? "" : COLUMNS.split(said, 2)[0].replace("\"", "");
  }

  private static Problem noId(Location at) {
    return Problem.at(
        at,
        CharterCode.CLAUSE_LIST,
        "A line of the list of clauses begins with no id.",
        "Begin it with an id as CC-05: letters, digits, dots, colons, hyphens. A remark begins with"
            + " #.");
  }

  private static ClauseList unreadable(String shown, String what, String mend) {
    return new ClauseList(
        Optional.empty(),
        List.of(Problem.at(Location.wholeFile(shown), CharterCode.CLAUSE_LIST, what, mend)));
  }
}

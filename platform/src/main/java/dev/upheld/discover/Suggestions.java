package dev.upheld.discover;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a charter suggests for a column, as proposals do; for people who decide. */
public final class Suggestions {
  private Suggestions() {}

  /**
   * The charter's words for a term of the Data Privacy Vocabulary, or for a broader one where it
   * has none.
   *
   * @param activity whose words come first, where it lists any
   */
  public static List<String> words(Workspace workspace, String term, Optional<String> activity) {
    return new CharterSense(workspace).words(term, activity).words();
  }

  /** What happens to an activity's data in the end, where the charter says just one thing. */
  public static Optional<EndAction> end(Workspace workspace, String activity) {
    return new CharterSense(workspace).end(activity);
  }

  /** Events that an activity's periods run from. */
  public static Set<String> events(Workspace workspace, String activity) {
    return new CharterSense(workspace).events(activity);
  }
}

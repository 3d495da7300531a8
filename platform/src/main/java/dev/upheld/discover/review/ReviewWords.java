package dev.upheld.discover.review;

import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.read.Events;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Suggestions;
import java.util.List;
import java.util.TreeSet;

/** The words a person chooses from. */
public final class ReviewWords {
  private ReviewWords() {}

  /** Events that the charter's periods run from, and those that are well known. */
  public static List<String> events(Workspace workspace) {
    TreeSet<String> events = new TreeSet<>(workspace.charter().words().events().keySet());
    workspace.promises().stream()
        .filter(Promise.Keep.class::isInstance)
        .flatMap(p -> p.header().activity().stream())
        .distinct()
        .forEach(activity -> events.addAll(Suggestions.events(workspace, activity)));
    events.addAll(Events.known());
    return List.copyOf(events);
  }
}

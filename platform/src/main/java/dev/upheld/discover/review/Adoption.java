package dev.upheld.discover.review;

import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Discovered;
import dev.upheld.discover.Discovery;
import dev.upheld.journal.ReferenceId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes a table that a data map does not speak of into it: with the lines discover would propose
 * for that table, and no other line. Thread-safe.
 */
public final class Adoption {
  private final Review review;
  private final Supplier<Workspace> workspace;
  private final Glimpses glimpses;
  private final InstantSource clock;

  /**
   * @param review writes the data map
   * @param workspace as it was last read
   */
  public Adoption(
      Review review, Supplier<Workspace> workspace, Glimpses glimpses, InstantSource clock) {
    this.review = review;
    this.workspace = workspace;
    this.glimpses = glimpses;
    this.clock = clock;
  }

  /**
   * Looks at the table and writes what is proposed of it, which binds nothing until it is reviewed.
   * A table without personal data is put among those to decide on.
   *
   * @param digest of the data map as the person saw it
   * @param table as the data map would write it
   * @throws dev.upheld.kernel.ProblemException when there is no such system or table, it does not
   *     answer, the map speaks of the table already, or the file changed; then nothing was changed
   */
  public void adopt(String system, String digest, String table, ReferenceId who) {
    Workspace now = workspace.get();
    SystemEntry entry =
        Optional.ofNullable(now.map().systems().get(system))
            .orElseThrow(
                () ->
                    ReviewProblem.NO_SYSTEM.because(
                        "The workspace has no such system.",
                        "Choose one of those in systems.yaml."));
    Discovery discovery = new Discovery(now, system, other -> Optional.empty());
    LocalDate today = LocalDate.ofInstant(clock.instant(), now.zone());
    Discovered found =
        glimpses
            .ask(entry, session -> discovery.lookAt(session, TableName.parse(table), today))
            .orElseThrow(
                () ->
                    ReviewProblem.NOT_THERE.because(
                        "The system shows no such table.", "Look at the work list again."));
    if (!found.changes()) {
      throw ReviewProblem.NOTHING.because(
          "The data map speaks of that table already.", "Find it among the tables of the system.");
    }
    review.put(new Review.Change(system, digest, found.before(), found.after()), told(found), who);
  }

  private static List<String> told(Discovered found) {
    return found.notes().stream()
        .filter(note -> note.kind() == Discovered.Kind.NEW)
        .map(note -> note.where() + ": proposed")
        .toList();
  }
}

package dev.upheld.discover;

import dev.upheld.connect.LiveSharedValues;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.links.IdentityColumn;
import dev.upheld.datamap.links.ProposedRemoteLink;
import dev.upheld.datamap.links.RemoteLinkFinder;
import dev.upheld.datamap.links.SharedValues;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Discovered.Kind;
import dev.upheld.discover.Discovered.Note;
import dev.upheld.kernel.AtExit;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks for the same people in the other systems of the workspace that have a data map. One after
 * the other is asked over one connection; one that does not answer is judged by its map alone.
 */
final class Elsewhere {
  /** Tables that are known to have more rows are compared by their names only. */
  private static final long MOST_ROWS = 200_000;

  /** Columns read in each of two systems. */
  private static final int MOST_COLUMNS = 40;

  private final Workspace workspace;
  private final String system;
  private final OtherSystems others;
  private final Progress progress;

  /** What was found, and what a person should know of it. */
  record Found(List<ProposedRemoteLink> links, List<Note> remarks) {
    static Found nothing() {
      return new Found(List.of(), List.of());
    }
  }

  Elsewhere(Workspace workspace, String system, OtherSystems others, Progress progress) {
    this.workspace = workspace;
    this.system = system;
    this.others = others;
    this.progress = progress;
  }

  /**
   * @param columns of this system
   * @param session to this system; empty when no value is to be looked at
   */
  Found find(IdentityColumns identity, List<IdentityColumn> columns, Optional<Session> session) {
    List<ProposedRemoteLink> links = new ArrayList<>();
    List<Note> remarks = new ArrayList<>();
    Set<String> systems = new TreeSet<>(workspace.map().places().keySet());
    systems.addAll(workspace.map().proposed().keySet());
    systems.remove(system);
    for (String id : systems) {
      List<Place> places = places(id);
      Optional<SystemEntry> entry = Optional.ofNullable(workspace.map().systems().get(id));
      if (!columns.isEmpty() && !places.isEmpty() && entry.isPresent()) {
        links.addAll(find(identity, columns, new Other(entry.get(), places), session, remarks));
      }
    }
    return new Found(links, remarks);
  }

  private record Other(SystemEntry entry, List<Place> places) {}

  private List<Place> places(String id) {
    Map<String, Place> both =
        new LinkedHashMap<>(workspace.map().places().getOrDefault(id, Map.of()));
    both.putAll(workspace.map().proposed().getOrDefault(id, Map.of()));
    return List.copyOf(both.values());
  }

  private List<ProposedRemoteLink> find(
      IdentityColumns identity,
      List<IdentityColumn> columns,
      Other other,
      Optional<Session> session,
      List<Note> remarks) {
    String id = other.entry().id();
    if (session.isPresent()) {
      try {
        Optional<Session> line = others.open(other.entry());
        if (line.isPresent()) {
          try (Session there = line.get()) {
            return compared(identity, columns, other, List.of(session.get(), there));
          }
        }
      } catch (ProblemException silent) {
        remarks.add(
            new Note(
                Kind.REMARK,
                id,
                "its values were not compared: "
                    + silent.problems().stream()
                        .map(Problem::what)
                        .collect(Collectors.joining(" "))));
      }
    }
    return RemoteLinkFinder.find(
        columns, id, identity.there(other.places(), Optional.empty()), SharedValues.UNKNOWN);
  }

  private List<ProposedRemoteLink> compared(
      IdentityColumns identity, List<IdentityColumn> columns, Other other, List<Session> lines) {
    String id = other.entry().id();
    Session there = lines.getLast();
    try (AtExit.Planned _ = AtExit.plan(AtExit.Stage.WORK, "cancel", there::cancel)) {
      progress.report("comparing people with " + id, 0, columns.size());
      LiveSharedValues values =
          new LiveSharedValues(
              lines.getFirst(),
              there,
              MOST_ROWS,
              MOST_COLUMNS,
              column ->
                  progress.report(
                      "comparing people with " + id + ", " + column.table(), 0, columns.size()));
      return RemoteLinkFinder.find(
          columns, id, identity.there(other.places(), Optional.of(there.describe())), values);
    }
  }
}

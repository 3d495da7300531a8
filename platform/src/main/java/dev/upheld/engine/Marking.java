package dev.upheld.engine;

import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Remembered;
import dev.upheld.connect.act.Rewrite;
import dev.upheld.datamap.Marker;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes into live databases that a person's data is kept still (GDPR Art. 18), in the columns the
 * data map names for it, and takes that back. All rows of a place in one statement; each system
 * remembers it in the same transaction.
 */
public final class Marking {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Erasing erasing;
  private final InstantSource clock;

  public Marking(Erasing erasing, InstantSource clock) {
    this.erasing = erasing;
    this.clock = clock;
  }

  /**
   * The places whose rows can be marked, as {@code system / place}; empty where no map names one.
   */
  public static List<String> places(Workspace workspace) {
    List<String> places = new ArrayList<>();
    workspace
        .map()
        .places()
        .forEach(
            (system, all) ->
                all.values().stream()
                    .filter(place -> place.restriction().isPresent())
                    .forEach(place -> places.add(system + " / " + place.id())));
    return List.copyOf(places);
  }

  /**
   * Marks a person's rows in every system, or takes the marks back; what an earlier try did is not
   * done again.
   *
   * @param id names the act: at most 40 characters; the same for a repetition
   * @param restricted whether they are marked, or the marks taken back
   * @return one for each system with such a column; one that was not done says why
   * @throws ProblemException where two people match, or the map does not fit
   */
  public List<SystemReceipt> write(
      Workspace workspace, Subject subject, String id, boolean restricted) {
    List<String> systems =
        places(workspace).stream().map(p -> p.substring(0, p.indexOf(" / "))).distinct().toList();
    if (systems.isEmpty()) {
      return List.of();
    }
    Planned found = erasing.find(workspace, subject, false);
    List<SystemReceipt> receipts = new ArrayList<>();
    for (String system : systems) {
      String act = (restricted ? "restrict/" : "lift/") + id + "/" + system;
      receipts.add(write(found, system, act, restricted));
    }
    return receipts;
  }

  private SystemReceipt write(Planned found, String system, String act, boolean restricted) {
    List<SystemReceipt> done = new ArrayList<>();
    List<String> away =
        found.plan().systems().stream()
            .filter(s -> s.system().equals(system))
            .flatMap(s -> s.unreachable().stream())
            .toList();
    if (!away.isEmpty()) {
      return new SystemReceipt(system, act, Optional.empty(), "", away);
    }
    try {
      erasing.within(
          found,
          system,
          true,
          (entry, session, gathering) ->
              done.add(mark(entry, session, gathering, act, restricted)));
      return done.getLast();
    } catch (ProblemException e) {
      List<String> why = e.problems().stream().map(p -> p.what() + " " + p.mend()).toList();
      return new SystemReceipt(system, act, Optional.empty(), "", why);
    }
  }

  private SystemReceipt mark(
      SystemEntry entry, ActSession session, Gathering gathering, String act, boolean restricted) {
    Map<String, Long> rows = new TreeMap<>();
    for (Node node : gathering.gathered()) {
      Optional<Marker> marker = node.place().flatMap(Place::restriction);
      marker.ifPresent(
          m ->
              rows.put(
                  node.id(),
                  session.act(
                      new Act.Change(
                          node.set(), Set.of(Fate.GOES), Map.of(m.column(), to(m, restricted))))));
    }
    String figures = JSON.writeValueAsString(Map.of("marked", rows));
    Instant at = clock.instant();
    if (session.remembers()) {
      Optional<Remembered> before = session.remembered(act);
      if (before.isPresent()) {
        return new SystemReceipt(
            entry.id(), act, Optional.of(before.get().at()), before.get().figures(), List.of());
      }
      session.remember(act, act, figures);
    }
    return new SystemReceipt(entry.id(), act, Optional.of(at), figures, List.of());
  }

  private static Rewrite to(Marker marker, boolean restricted) {
    return restricted
        ? new Rewrite.Put(marker.value())
        : marker.free().<Rewrite>map(Rewrite.Put::new).orElseGet(Rewrite.Null::new);
  }
}

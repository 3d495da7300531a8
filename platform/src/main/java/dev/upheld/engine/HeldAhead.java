package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.HeldBy;
import dev.upheld.connect.Spans;
import dev.upheld.connect.act.Structure;
import dev.upheld.connect.act.Structure.Reference;
import dev.upheld.connect.act.Structure.Rule;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.Holds.Hold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Says for an account that may only read which rows of a place stay because of holds: what a run
 * would find out by gathering them, as conditions. Where conditions cannot say it, it says so.
 */
public final class HeldAhead {
  private final Barring barring;

  HeldAhead(Barring barring) {
    this.barring = barring;
  }

  /**
   * Which rows stay.
   *
   * @param by those that do; none where nothing is on hold
   * @param whole whether no other row can be kept by a hold or a restriction
   */
  public record Told(List<HeldBy> by, boolean whole) {
    public static final Told NOTHING = new Told(List.of(), true);
    static final Told UNKNOWN = new Told(List.of(), false);

    public Told {
      by = List.copyOf(by);
    }
  }

  /**
   * What is on hold now of a place.
   *
   * @param live of the place's system, read where there is anything to be told
   */
  public Told of(Workspace workspace, String system, Place place, Supplier<Description> live) {
    try {
      List<Hold> holds = barring.rows();
      boolean people = barring.any();
      if (holds.isEmpty() && !people) {
        return Told.NOTHING;
      }
      return isDatabase(workspace, system)
          ? rows(workspace, system, place, live.get())
          : files(workspace, system, place);
    } catch (ProblemException e) {
      return Told.UNKNOWN; // nothing goes then, and runs and plans say why
    }
  }

  private static boolean isDatabase(Workspace workspace, String system) {
    return Optional.ofNullable(workspace.map().systems().get(system))
        .filter(entry -> !entry.isVault())
        .filter(entry -> entry.folder().isEmpty())
        .flatMap(SystemEntry::access)
        .isPresent();
  }

  /** Whose something is cannot be followed out of a file: nothing goes, or all. */
  private Told files(Workspace workspace, String system, Place place) {
    HeldPlaces places = new HeldPlaces(workspace, system);
    boolean held = barring.any() || barring.rows().stream().anyMatch(h -> places.isHeld(h, place));
    return held ? Told.UNKNOWN : Told.NOTHING;
  }

  /**
   * Whether rows of a table on no map go with others only runs know, which read its rules. What
   * would be on hold if they went may be so or not.
   */
  private Told rows(Workspace workspace, String system, Place place, Description live) {
    Collection<Place> places = Acting.places(workspace, system);
    Graph graph = Graph.of(system, live, declared(live, Rule.NO_ACTION), places);
    HeldRoutes routes = routes(workspace, system, graph, place);
    Graph widest = Graph.of(system, live, declared(live, Rule.CASCADE), places);
    HeldRoutes possible = routes(workspace, system, widest, place);
    boolean sure =
        routes.isWhole() && possible.isWhole() && possible.found().equals(routes.found());
    Set<String> words = Reach.identifying(workspace.charter());
    boolean people =
        barring.any()
            && possible.around(node(widest, place)).stream().anyMatch(n -> namesPeople(n, words));
    return new Told(routes.found(), sure && !people);
  }

  private HeldRoutes routes(Workspace workspace, String system, Graph graph, Place place) {
    HeldRoutes routes = new HeldRoutes(graph, spans(workspace, system, graph));
    routes.from(node(graph, place));
    return routes;
  }

  private static Node node(Graph graph, Place place) {
    return graph.node(place.id()).orElseThrow(() -> new IllegalStateException("of the map"));
  }

  private static boolean namesPeople(Node node, Set<String> words) {
    return node.place().filter(p -> !p.subjects().isEmpty()).isPresent()
        || node.place().stream()
            .flatMap(p -> p.fields().values().stream())
            .anyMatch(f -> f.isWhole() && words.contains(f.word()));
  }

  /** What rows are on hold, by table. */
  private Map<TableName, List<Spans>> spans(Workspace workspace, String system, Graph graph) {
    HeldPlaces places = new HeldPlaces(workspace, system);
    Map<TableName, List<Spans>> spans = new HashMap<>();
    for (Hold hold : barring.rows()) {
      for (HeldPlaces.Bound part : places.of(hold)) {
        Node node = graph.node(part.place().id()).orElseThrow(() -> HeldPlaces.unbound(hold, part));
        if (node.table().kind() != Description.TableKind.TABLE) {
          throw HeldPlaces.unseen(hold, part);
        }
        spans
            .computeIfAbsent(node.set().table(), _ -> new ArrayList<>())
            .add(places.spans(hold, part, node.table()));
      }
    }
    return spans;
  }

  /**
   * What the description tells.
   *
   * @param onDelete what the database does with rows when others go, which it does not tell
   */
  private static Structure declared(Description live, Rule onDelete) {
    List<Reference> references =
        live.tables().stream()
            .flatMap(
                table ->
                    table.foreignKeys().stream()
                        .map(
                            key ->
                                new Reference(
                                    table.name(), key.columns(), key.to(), key.key(), onDelete)))
            .toList();
    return new Structure(references, List.of(), Set.of(), Set.of());
  }
}

package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.LinkClues;
import dev.upheld.connect.LiveContainment;
import dev.upheld.connect.Session;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.links.Containment;
import dev.upheld.datamap.links.LinkFinder;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.datamap.links.TableFacts;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.Discovered.Figures;
import dev.upheld.discover.MapEdit.Additions;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Discovers what lies in a system, and proposes its data map. */
public final class Discovery {
  private static final String BEGINNING =
      """
      # Proposed by `upheld discover`; a person reviews it. A place with `review: proposed` binds
      # nothing: look at its lines, correct them, then take that line out. What stands under
      # undecided counts as unknown: move it to fields, technical or ignore.
      system: \
      """;

  /** Columns whose values are compared with others', to find links nobody declared. */
  private static final int MOST_COMPARED = 400;

  /** Larger tables are not compared: the system reads and sorts a column to do so. */
  private static final long MOST_ROWS = 50_000;

  private final Workspace workspace;
  private final String system;
  private final MapFile map;
  private final OtherSystems others;

  /**
   * @param workspace read and free of faults
   * @param system its id in {@code systems.yaml}
   * @param others where the same people are looked for
   */
  public Discovery(Workspace workspace, String system, OtherSystems others) {
    this.workspace = workspace;
    this.system = system;
    this.map = new MapFile(workspace, system);
    this.others = others;
  }

  /**
   * How a system is looked at.
   *
   * @param sampling whether a few values of each column are looked at, in memory only, or the
   *     catalogue alone
   * @param today tells birth dates from dates of events
   * @param patience when to wait, and the way to be stopped
   * @param finished where finished tables are noted; empty when they need not be
   */
  public record Way(
      boolean sampling, LocalDate today, Patience patience, Optional<Finished> finished) {}

  /**
   * Looks at the system and works out the proposal; writes nothing.
   *
   * @throws ProblemException when the system cannot be asked, shows nothing, or the data map there
   *     is does not let lines be added
   */
  public Discovered look(Session session, Way way, Progress progress) {
    String before = map.text();
    Survey survey = new Surveyor(session, way, progress).look();
    if (survey.tables().isEmpty()) {
      throw nothing(survey);
    }
    List<ProposedLink> links = links(session, survey, way, progress);
    Known known = known(before);
    Basis basis = new Basis(survey, known, links);
    Elsewhere.Found elsewhere =
        elsewhere(basis, Optional.of(session).filter(s -> way.sampling()), progress);
    return propose(basis, elsewhere, columns(survey, known), before);
  }

  /**
   * Looks at one table and works out what is proposed of it alone; writes nothing. Of the other
   * tables the catalogue is known, no value: a person waits for the answer.
   *
   * @param today tells birth dates from dates of events
   * @return empty when the system shows no such table
   * @throws ProblemException when the system cannot be asked, or the data map there is does not let
   *     lines be added
   */
  public Optional<Discovered> lookAt(Session session, TableName table, LocalDate today) {
    Description live = session.describe();
    return live.table(table).map(one -> lookAt(session, live, one, today));
  }

  private Discovered lookAt(
      Session session, Description live, Description.Table one, LocalDate today) {
    String before = map.text();
    Known known = known(before);
    Way way = new Way(true, today, Patience.none(), Optional.empty());
    Survey survey =
        new Surveyor(session, way, Progress.SILENT)
            .look(t -> t.equals(one) || known.mentions(t, live), one::equals);
    List<ProposedLink> links = LinkFinder.find(LinkClues.facts(live), Containment.UNKNOWN);
    Basis basis = new Basis(survey, known, links);
    return propose(basis, elsewhere(basis, Optional.empty(), Progress.SILENT), Map.of(), before);
  }

  /** What a proposal rests on. */
  private record Basis(Survey survey, Known known, List<ProposedLink> links) {}

  private Elsewhere.Found elsewhere(Basis basis, Optional<Session> session, Progress progress) {
    IdentityColumns identity = new IdentityColumns(workspace.terms());
    return new Elsewhere(workspace, system, others, progress)
        .find(identity, identity.here(basis.survey(), basis.known(), basis.links()), session);
  }

  private String start(String before) {
    return before.isBlank() ? BEGINNING + system + "\n" : before;
  }

  private Known known(String before) {
    String start = start(before);
    return Known.of(
        Workspaces.reading(workspace, system, start.getBytes(StandardCharsets.UTF_8)),
        MapEdit.root(map.name(), start)
            .orElseThrow(() -> MapEdit.cannot(Location.wholeFile(map.name()))));
  }

  private static List<ProposedLink> links(
      Session session, Survey survey, Way way, Progress progress) {
    List<TableFacts> tables = LinkClues.facts(survey.description());
    if (!way.sampling()) {
      return LinkFinder.find(tables, Containment.UNKNOWN);
    }
    LiveContainment values = new LiveContainment(session, MOST_ROWS, MOST_COMPARED);
    Containment told =
        (from, fromColumns, to, toColumns) -> {
          progress.report("comparing values of " + from, values.columns(), MOST_COMPARED);
          way.patience().await(session, progress, values.columns(), MOST_COMPARED);
          return values.of(from, fromColumns, to, toColumns);
        };
    return LinkFinder.find(tables, told);
  }

  private Discovered propose(
      Basis basis, Elsewhere.Found elsewhere, Map<String, List<Guess>> columns, String before) {
    Survey survey = basis.survey();
    Known known = basis.known();
    List<ProposedPlace> places =
        new Proposer(survey, basis.links(), elsewhere.links(), new CharterSense(workspace), known)
            .places();
    Additions additions = new Additions(places, tables(survey, known, places), columns);
    MapEdit.Result result = MapEdit.add(workspace, system, start(before), additions);
    return new Discovered(
        system,
        survey.description().product(),
        map.name(),
        before,
        additions.isEmpty() ? before : result.text(),
        result.added(),
        Notes.of(survey, known, additions, elsewhere),
        unseen(survey),
        figures(survey));
  }

  /**
   * Writes the proposal, unless there is none.
   *
   * @throws ProblemException when the file changed since it was read, or cannot be written
   */
  public void write(Discovered discovered) {
    if (discovered.changes()) {
      map.write(discovered.before(), discovered.after());
    }
  }

  private ProblemException nothing(Survey survey) {
    String blind =
        survey.unseen().isEmpty()
            ? ""
            : " It cannot be excluded that there are tables: "
                + String.join("; ", survey.unseen())
                + ".";
    return new ProblemException(
        Problem.of(
            DiscoverProblem.NOTHING_SEEN,
            "The system " + system + " shows no table to this account." + blind,
            "Grant the account SELECT on the tables it is to look at, or check that the database in"
                + " systems.yaml is the one you mean."));
  }

  /** Tables that become no place and that the map does not speak of. */
  private List<Guess> tables(Survey survey, Known known, List<ProposedPlace> places) {
    Description live = survey.description();
    Set<Description.Table> taken = new LinkedHashSet<>();
    for (ProposedPlace place : places) {
      TableName name = place.named().orElse(new TableName(Optional.empty(), place.id()));
      live.table(name).ifPresent(taken::add);
    }
    List<Guess> open = new ArrayList<>();
    for (SeenTable seen : survey.tables()) {
      Description.Table table = seen.table();
      if (!known.mentions(table, live) && !taken.contains(table)) {
        TableName name =
            table.inDefaultSchema()
                ? new TableName(Optional.empty(), table.name().name())
                : table.name();
        open.add(new Guess(Yaml.table(name), Yaml.quoted(thought(seen)), ""));
      }
    }
    return open;
  }

  private static String thought(SeenTable seen) {
    TableKind kind = seen.table().kind();
    if (kind == TableKind.VIEW || kind == TableKind.MATERIALIZED_VIEW) {
      return "a view: its data lies in tables";
    }
    String lead = kind == TableKind.FOREIGN ? "its data lies in another system; " : "";
    List<String> doubtful =
        seen.columns().stream()
            .filter(c -> !c.is(Nature.NOT_PERSONAL))
            .map(SeenColumn::name)
            .toList();
    return doubtful.isEmpty()
        ? lead + "none of its %d columns looks personal".formatted(seen.columns().size())
        : lead + "may be personal: " + String.join(", ", doubtful);
  }

  /** New columns of tables that are mapped, by the place they are added to. */
  private Map<String, List<Guess>> columns(Survey survey, Known known) {
    Map<String, List<Guess>> columns = new LinkedHashMap<>();
    PlaceWriter writer = new PlaceWriter(new CharterSense(workspace), Neighbours.NONE);
    for (SeenTable seen : survey.tables()) {
      List<Place> places = known.of(seen.table(), survey.description());
      if (!places.isEmpty()) {
        Set<FieldName> said = known.names(places);
        Place place = places.getFirst();
        List<Guess> fresh =
            seen.columns().stream()
                .filter(c -> Yaml.canName(c.name()))
                .flatMap(c -> fresh(c, said).stream())
                .map(c -> writer.open(c, place.activities().stream().findFirst()))
                .toList();
        if (!fresh.isEmpty()) {
          columns.put(place.id(), fresh);
        }
      }
    }
    return columns;
  }

  /** A column nobody has said anything of; or the new parts of one that is bound in parts. */
  static List<SeenColumn> fresh(SeenColumn column, Set<FieldName> said) {
    List<FieldName> own = said.stream().filter(n -> n.column().equals(column.name())).toList();
    if (own.isEmpty()) {
      return column.lines();
    }
    return own.stream().allMatch(n -> n.inside().isEmpty())
        ? List.of()
        : column.partLines().stream().filter(c -> !Parts.isKnown(c.called(), own)).toList();
  }

  private static List<String> unseen(Survey survey) {
    List<String> unseen = new ArrayList<>(survey.unseen());
    for (SeenTable seen : survey.tables()) {
      seen.columns().stream()
          .filter(c -> !Yaml.canName(c.name()))
          .forEach(
              c ->
                  unseen.add(
                      seen.table().name()
                          + ": a data map cannot name its column "
                          + Yaml.quoted(c.name())
                          + "; rename it, or it stays unknown"));
    }
    return unseen;
  }

  private static Figures figures(Survey survey) {
    int columns = survey.tables().stream().mapToInt(t -> t.columns().size()).sum();
    return new Figures(
        survey.tables().size(),
        columns,
        survey.sampled(),
        count(survey, Nature.PERSONAL),
        count(survey, Nature.UNSURE));
  }

  private static int count(Survey survey, Nature nature) {
    return (int)
        survey.tables().stream()
            .flatMap(t -> t.columns().stream())
            .filter(c -> c.is(nature))
            .count();
  }
}

package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.LinkClues;
import dev.upheld.connect.LiveContainment;
import dev.upheld.connect.Session;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /**
   * @param workspace read and free of faults
   * @param system its id in {@code systems.yaml}
   */
  public Discovery(Workspace workspace, String system) {
    this.workspace = workspace;
    this.system = system;
  }

  /**
   * Looks at the system and works out the proposal; writes nothing.
   *
   * @param sampling whether a few values of each column are looked at, in memory only, or the
   *     catalogue alone
   * @param today tells birth dates from dates of events
   * @throws ProblemException when the system cannot be asked, shows nothing, or the data map there
   *     is does not let lines be added
   */
  public Discovered look(Session session, boolean sampling, LocalDate today, Progress progress) {
    return look(session, new Way(sampling, today, Patience.usual(), Optional.empty()), progress);
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

  /** The same, in a way of one's own. */
  public Discovered look(Session session, Way way, Progress progress) {
    String before = text();
    Survey survey = new Surveyor(session, way, progress).look();
    if (survey.tables().isEmpty()) {
      throw nothing(survey);
    }
    return propose(survey, links(session, survey, way, progress), before);
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

  private Discovered propose(Survey survey, List<ProposedLink> links, String before) {
    String start = before.isBlank() ? BEGINNING + system + "\n" : before;
    Known known =
        Known.of(
            Workspaces.reading(workspace, system, start.getBytes(StandardCharsets.UTF_8)),
            MapEdit.root(file(), start)
                .<dev.upheld.kernel.yaml.YamlNode>map(m -> m)
                .orElseThrow(() -> nothing(survey)));
    CharterSense sense = new CharterSense(workspace);
    List<ProposedPlace> places = new Proposer(survey, links, sense, known).places();
    Additions additions =
        new Additions(places, tables(survey, known, places), columns(survey, known, sense));
    MapEdit.Result result = MapEdit.add(workspace, system, start, additions);
    return new Discovered(
        system,
        survey.description().product(),
        file(),
        before,
        additions.isEmpty() ? before : result.text(),
        result.added(),
        Notes.of(survey, known, additions),
        unseen(survey),
        figures(survey));
  }

  private String file() {
    return "datamap/" + system + ".yaml";
  }

  private Path path() {
    return workspace.root().resolve("datamap").resolve(system + ".yaml");
  }

  private String text() {
    try {
      return Files.exists(path()) ? Files.readString(path()) : "";
    } catch (IOException e) {
      throw new ProblemException(
          Problem.at(
              Location.wholeFile(file()),
              DiscoverProblem.CANNOT_EDIT,
              "The data map cannot be read.",
              "Check that this account may read it."));
    }
  }

  /**
   * Writes the proposal, unless there is none.
   *
   * @throws ProblemException when the file changed since it was read, or cannot be written
   */
  public void write(Discovered discovered) {
    if (!discovered.changes()) {
      return;
    }
    if (!text().equals(discovered.before())) {
      throw new ProblemException(
          Problem.at(
              Location.wholeFile(file()),
              DiscoverProblem.CHANGED_MEANWHILE,
              "The data map was changed while the system was looked at.",
              "Run discover again; nothing was written."));
    }
    try {
      Files.createDirectories(path().getParent());
      Path target = Files.exists(path()) ? path().toRealPath() : path();
      Path beside = Files.createTempFile(target.getParent(), "." + system, ".tmp");
      Files.writeString(beside, discovered.after());
      replace(beside, target);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.at(
              Location.wholeFile(file()),
              DiscoverProblem.CANNOT_WRITE,
              "The data map cannot be written.",
              "Check that this account may write it and that the disk has room."));
    }
  }

  private static void replace(Path beside, Path target) throws IOException {
    if (Files.exists(target)) {
      Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
    }
    try {
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
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
  private static Map<String, List<Guess>> columns(Survey survey, Known known, CharterSense sense) {
    Map<String, List<Guess>> columns = new LinkedHashMap<>();
    PlaceWriter writer = new PlaceWriter(sense, Neighbours.NONE);
    for (SeenTable seen : survey.tables()) {
      List<Place> places = known.of(seen.table(), survey.description());
      if (!places.isEmpty()) {
        Set<String> said = known.columns(places);
        Place place = places.getFirst();
        List<Guess> fresh =
            seen.columns().stream()
                .filter(c -> !said.contains(c.name()) && Yaml.canName(c.name()))
                .map(c -> writer.open(c, place.activities().stream().findFirst()))
                .toList();
        if (!fresh.isEmpty()) {
          columns.put(place.id(), fresh);
        }
      }
    }
    return columns;
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

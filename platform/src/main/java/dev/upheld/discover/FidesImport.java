package dev.upheld.discover;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.AnnotatedSurvey.Source;
import dev.upheld.discover.Imported.Figures;
import dev.upheld.discover.Imported.Kind;
import dev.upheld.discover.Imported.Told;
import dev.upheld.discover.MapEdit.Additions;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.fideslang.Categories;
import dev.upheld.discover.fideslang.FidesCode;
import dev.upheld.discover.fideslang.FidesFile;
import dev.upheld.discover.fideslang.FidesFile.Dataset;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.discover.fideslang.FidesFile.Remark;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes annotations in the dataset format of fideslang over into the data map of a system, as
 * proposals. Asks no system anything. What the data map says already stays as it is.
 */
public final class FidesImport {
  private static final String BEGINNING =
      """
      # Taken over by `upheld import`; a person reviews it. A place with `review: proposed` binds
      # nothing: look at its lines, correct them, then take that line out. What stands under
      # undecided counts as unknown: move it to fields, technical or ignore.
      system: \
      """;

  private final Workspace workspace;
  private final String system;
  private final MapFile map;
  private final CharterSense sense;
  private final Annotations annotations;

  /**
   * @param workspace read and free of faults
   * @param system its id in {@code systems.yaml}
   */
  public FidesImport(Workspace workspace, String system) {
    this.workspace = workspace;
    this.system = system;
    this.map = new MapFile(workspace, system);
    this.sense = new CharterSense(workspace);
    this.annotations = new Annotations(new Categories(), sense);
  }

  /**
   * Which part of a file is meant.
   *
   * @param datasets keys of those that lie in the system; empty where the file has only one
   * @param schema that their tables stand in, where the file does not say it
   */
  public record Choice(Set<String> datasets, Optional<String> schema) {
    public Choice {
      datasets = Set.copyOf(datasets);
    }
  }

  /**
   * Works out the proposal; writes nothing.
   *
   * @throws ProblemException when it is not clear which datasets are meant, or the data map there
   *     is does not let lines be added
   */
  public Imported look(FidesFile file, Choice choice) {
    List<Dataset> datasets = chosen(file, choice.datasets());
    String before = map.text();
    String start = before.isBlank() ? BEGINNING + system + "\n" : before;
    YamlNode root =
        MapEdit.root(map.name(), start)
            .orElseThrow(() -> new ProblemException(List.of(unreadable())));
    Known known =
        Known.of(
            Workspaces.reading(workspace, system, start.getBytes(StandardCharsets.UTF_8)), root);
    Set<TableName> tables = new LinkedHashSet<>(known.tables().keySet());
    known.places().values().forEach(p -> tables.add(p.table()));
    AnnotatedSurvey annotated = new AnnotatedSurvey(datasets, choice.schema(), tables, annotations);
    Found found = new Found(datasets, annotated, annotated.survey(), known);
    List<Told> told = new ArrayList<>(annotated.told());
    file.remarks().forEach(r -> told.add(aside(r)));
    return propose(before, start, found, told);
  }

  /** Everything there is to think about. */
  private record Found(
      List<Dataset> datasets, AnnotatedSurvey annotated, Survey survey, Known known) {}

  private static Told aside(Remark remark) {
    String text = Annotations.brief(remark.text());
    return new Told(
        Kind.LEFT,
        remark.at(),
        Annotations.brief(remark.key()),
        "only datasets are taken over: " + text);
  }

  private Imported propose(String before, String start, Found found, List<Told> told) {
    List<ProposedLink> links = found.annotated().links(found.survey());
    List<ProposedPlace> plain =
        new Proposer(found.survey(), links, List.of(), sense, found.known()).places();
    Set<TableName> taken = new LinkedHashSet<>();
    plain.forEach(p -> taken.add(AnnotatedPlaces.table(p)));
    Set<TableName> there = new LinkedHashSet<>();
    found.known().places().values().forEach(p -> there.add(p.table()));
    AnnotatedPlaces writer = new AnnotatedPlaces(found.annotated(), annotations, taken, there);
    List<ProposedPlace> places = plain.stream().map(writer::annotated).toList();
    AnnotatedRest rest =
        new AnnotatedRest(workspace, found.annotated(), annotations, found.known(), before);
    List<Guess> harmless = new ArrayList<>();
    Map<String, List<Guess>> columns = new LinkedHashMap<>();
    told.addAll(writer.told());
    for (Survey.SeenTable seen : found.survey().tables()) {
      Source source = found.annotated().source(seen.table().name());
      if (found.known().mentions(seen.table(), found.survey().description())) {
        rest.there(seen, source, found.survey()).forEach((id, more) -> columns.put(id, more));
      } else if (!taken.contains(seen.table().name())) {
        harmless.add(rest.harmless(seen, source));
      }
    }
    found.datasets().stream().filter(d -> !writer.has(d.key())).forEach(rest::dataset);
    told.addAll(rest.told());
    told.sort(Comparator.comparing(Told::at));
    Additions additions = new Additions(places, harmless, columns);
    MapEdit.Result result = MapEdit.add(workspace, system, start, additions);
    return new Imported(
        system,
        map.name(),
        before,
        additions.isEmpty() ? before : result.text(),
        result.added(),
        told,
        figures(found, additions));
  }

  private static Figures figures(Found found, Additions additions) {
    List<ProposedPlace> places = additions.places();
    int collections = found.annotated().sources().size();
    return new Figures(
        collections,
        found.annotated().sources().stream().mapToInt(s -> count(s.collection().fields())).sum(),
        places.size(),
        additions.tables().size(),
        collections - places.size() - additions.tables().size(),
        places.stream().mapToInt(p -> p.fields().size()).sum(),
        places.stream().mapToInt(p -> p.undecided().size()).sum()
            + additions.columns().values().stream().mapToInt(List::size).sum(),
        places.stream().mapToInt(p -> p.technical().size()).sum(),
        places.stream().mapToInt(p -> p.links().size()).sum());
  }

  private static int count(List<Field> fields) {
    return fields.stream().mapToInt(f -> 1 + count(f.fields())).sum();
  }

  /**
   * Writes the proposal, unless there is none.
   *
   * @throws ProblemException when the file changed since it was read, or cannot be written
   */
  public void write(Imported imported) {
    if (imported.changes()) {
      map.write(imported.before(), imported.after());
    }
  }

  private Problem unreadable() {
    return Problem.at(
        Location.wholeFile(map.name()),
        DiscoverProblem.CANNOT_EDIT,
        "The data map is no mapping.",
        "Run check and mend its faults first.");
  }

  private static List<Dataset> chosen(FidesFile file, Set<String> wanted) {
    Set<String> keys =
        file.datasets().stream()
            .map(Dataset::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String key : wanted) {
      if (!keys.contains(key)) {
        throw problem(
            FidesCode.UNKNOWN_DATASET,
            "The file has no dataset %s.".formatted(Annotations.brief(key)),
            Nearest.to(key, keys).map(k -> "Did you mean " + k + "? ").orElse("")
                + "It has: "
                + listed(keys));
      }
    }
    if (wanted.isEmpty() && keys.size() > 1) {
      throw problem(
          FidesCode.WHICH_DATASET,
          "The file has %d datasets, and not all need lie in one system.".formatted(keys.size()),
          "Say which lie in this one, with --dataset KEY for each. It has: " + listed(keys));
    }
    return file.datasets().stream()
        .filter(d -> wanted.isEmpty() || wanted.contains(d.key()))
        .toList();
  }

  private static String listed(Set<String> keys) {
    return keys.stream().limit(30).map(Annotations::brief).collect(Collectors.joining(", "))
        + (keys.size() > 30 ? ", ..." : ".");
  }

  private static ProblemException problem(FidesCode code, String what, String mend) {
    return new ProblemException(Problem.of(code, what, mend));
  }
}

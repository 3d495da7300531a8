package dev.upheld.datamap.workspace;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.read.DataMapFolder;
import dev.upheld.datamap.read.Names;
import dev.upheld.datamap.read.References;
import dev.upheld.kernel.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads workspaces: the charter, the systems and the data maps, held against each other. */
public final class Workspaces {

  private Workspaces() {}

  /**
   * Reads a workspace, offline. Never throws for what stands in the files.
   *
   * @param references where {@code env:} and {@code file:} lead; one that leads nowhere is not a
   *     fault, but makes its system unreachable
   */
  public static WorkspaceReading read(Path root, References references) {
    CharterReading reading = Charters.read(root);
    if (reading.charter().isEmpty()) {
      return new WorkspaceReading(Optional.empty(), reading.problems());
    }
    Charter charter = reading.charter().get();
    List<Promise> promises = Charters.promises(charter);
    DataMapFolder.Result map = DataMapFolder.read(root, references, names(charter, promises));
    List<Problem> faults = new ArrayList<>(reading.problems());
    faults.addAll(map.faults());
    if (!faults.isEmpty()) {
      return new WorkspaceReading(Optional.empty(), faults);
    }
    return new WorkspaceReading(
        Optional.of(new Workspace(root, charter, promises, Charters.findings(charter), map.map())),
        List.of());
  }

  /** JSON Schemas of a workspace's files, by file name: {@code systems.schema.json}. */
  public static Map<String, String> schemas() {
    Map<String, String> all = new LinkedHashMap<>(Charters.schemas());
    all.putAll(dev.upheld.datamap.read.DataMapSchemas.all());
    return all;
  }

  private static Names names(Charter charter, List<Promise> promises) {
    Set<String> operators = new HashSet<>(charter.recipients().keySet());
    operators.add(charter.company());
    operators.addAll(charter.organisation().controllers().keySet());
    return new Names(
        charter.activities().keySet(),
        charter.words().subjects().keySet(),
        charter.words().vocabulary().keySet(),
        keeps(promises).flatMap(k -> k.stage().stream()).collect(Collectors.toSet()),
        keeps(promises).flatMap(k -> events(k.limit())).collect(Collectors.toSet()),
        operators);
  }

  private static java.util.stream.Stream<Promise.Keep> keeps(List<Promise> promises) {
    return promises.stream().filter(Promise.Keep.class::isInstance).map(Promise.Keep.class::cast);
  }

  private static java.util.stream.Stream<String> events(Limit limit) {
    return switch (limit) {
      case Limit.After after -> java.util.stream.Stream.of(after.from());
      case Limit.Until until -> java.util.stream.Stream.of(until.event());
      case Limit.Earliest earliest -> earliest.of().stream().flatMap(Workspaces::events);
      case Limit.Latest latest -> latest.of().stream().flatMap(Workspaces::events);
      case Limit.Criterion ignored -> java.util.stream.Stream.empty();
    };
  }
}

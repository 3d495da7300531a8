package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.partner.Partners;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the systems and data maps of a workspace. */
public final class DataMapFolder {
  private static final String SYSTEMS = "systems.yaml";
  private static final String FOLDER = "datamap";
  private static final String ENDING = ".yaml";

  private final Path root;
  private final Names names;
  private final Faults faults = new Faults();
  private final Map<String, Map<String, Place>> places = new LinkedHashMap<>();
  private final Map<String, Map<String, Place>> proposed = new LinkedHashMap<>();
  private final Map<String, Map<TableName, String>> ignored = new LinkedHashMap<>();
  private final Set<String> faulty = new HashSet<>();

  private DataMapFolder(Path root, Names names) {
    this.root = root;
    this.names = names;
  }

  /**
   * The binding of a workspace.
   *
   * @param map what could be read; of use only when there is no fault
   * @param faults all of them, in the order of the files
   */
  public record Result(DataMap map, List<Problem> faults) {}

  /** Reads both; a workspace may be without systems, and a system without data map. */
  public static Result read(Path root, References references, Names names) {
    return new DataMapFolder(root, names).read(references);
  }

  private Result read(References references) {
    Map<String, SystemEntry> systems = new LinkedHashMap<>();
    Partners.Known partners = Partners.in(root);
    faults.addAll(partners.faults());
    if (Files.exists(root.resolve(SYSTEMS))) {
      SystemsReader.Result result =
          SystemsReader.read(
              root,
              YamlReader.read(root, Path.of(SYSTEMS)),
              references,
              names,
              partners.partners());
      systems.putAll(result.systems());
      faults.addAll(result.faults());
    }
    boolean sound = faults.all().isEmpty();
    for (String file : files()) {
      map(file, sound ? systems.keySet().stream().toList() : List.of(), sound);
    }
    neighbours(sound ? Optional.of(systems.keySet()) : Optional.empty());
    return new Result(new DataMap(systems, places, proposed, ignored), faults.all());
  }

  private void neighbours(Optional<Collection<String>> systems) {
    Map<String, Map<String, Place>> maps = new LinkedHashMap<>();
    places.forEach(
        (id, theirs) -> maps.put(id, Neighbours.both(theirs, proposed.getOrDefault(id, Map.of()))));
    Neighbours neighbours = new Neighbours(systems, maps, faulty);
    places.replaceAll(neighbours::led);
    proposed.replaceAll(neighbours::led);
    faults.addAll(neighbours.faults());
  }

  private void map(String file, List<String> systems, boolean systemsAreKnown) {
    Path path = Path.of(FOLDER, file);
    String shown = FOLDER + "/" + file;
    if (!file.endsWith(ENDING)) {
      faults.add(
          Location.wholeFile(shown),
          DataMapCode.MISNAMED_MAP,
          "Here stands a file that is no data map.",
          "Name data maps after their system, with the ending %s; keep other files elsewhere."
              .formatted(ENDING));
      return;
    }
    String system = file.substring(0, file.length() - ENDING.length());
    if (systemsAreKnown && !systems.contains(system)) {
      faults.unknown(
          new Spot(system, Location.wholeFile(shown)),
          DataMapCode.UNKNOWN_SYSTEM,
          "system",
          systems);
    }
    DataMapReader.Result result = DataMapReader.read(system, YamlReader.read(root, path), names);
    faults.addAll(result.faults());
    if (!result.faults().isEmpty()) {
      faulty.add(system);
    }
    places.put(system, result.places());
    proposed.put(system, result.proposed());
    ignored.put(system, result.ignored());
  }

  /** Names of the files in the folder, sorted; hidden ones and folders are passed over. */
  private List<String> files() {
    Path folder = root.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(
          Location.wholeFile(FOLDER),
          DataMapCode.FILE_MISSING,
          "The folder %s cannot be read.".formatted(Said.quote(FOLDER)),
          "Check that this account may read it.");
      return List.of();
    }
  }
}

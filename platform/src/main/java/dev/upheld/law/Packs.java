package dev.upheld.law;

import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All jurisdiction packs at hand, by id. Immutable. */
public final class Packs {
  /** The folder of a workspace that may hold packs of one's own. */
  public static final String FOLDER = "packs";

  private static final List<String> BUILT_IN = List.of("eu-gdpr", "fr", "fi", "ma-09-08");

  private final Map<String, JurisdictionPack> byId;

  private Packs(Map<String, JurisdictionPack> byId) {
    this.byId = byId;
  }

  /**
   * Packs that could be read, and what was wrong with the others.
   *
   * @param packs the built-in ones and every sound one of the workspace
   * @param problems each with its place; empty when all are sound
   */
  public record Loaded(Packs packs, List<Problem> problems) {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  /** The packs that come with Upheld. */
  public static Packs builtIn() {
    PackLinker linker = new PackLinker(Map.of());
    for (String id : BUILT_IN) {
      String file = "packs/" + id + ".yaml";
      linker.add(YamlReader.read(file, resource(file)));
    }
    Loaded loaded = linker.link();
    if (!loaded.problems().isEmpty()) {
      throw new ProblemException(loaded.problems());
    }
    return loaded.packs();
  }

  /**
   * The built-in packs and those in the {@code packs} folder of a workspace. Files there that hold
   * no {@code pack:} are not packs and are left alone.
   *
   * @param workspace the folder of the charter; need not have packs of its own
   */
  public static Loaded load(Path workspace) {
    Packs builtIn = builtIn();
    Path folder = workspace.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return new Loaded(builtIn, List.of());
    }
    PackLinker linker = new PackLinker(builtIn.byId);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Packs::isYaml).sorted().toList()) {
        linker.add(YamlReader.read(workspace, workspace.relativize(file)));
      }
    } catch (IOException | UncheckedIOException e) {
      List<Problem> problems = new ArrayList<>(linker.link().problems());
      problems.add(
          Problem.at(
              Location.wholeFile(FOLDER),
              LawCode.FOLDER_UNREADABLE,
              "The folder of packs cannot be read.",
              "Check that this account may list it."));
      return new Loaded(builtIn, problems);
    }
    return linker.link();
  }

  static Packs of(Map<String, JurisdictionPack> byId) {
    return new Packs(new TreeMap<>(byId));
  }

  /** The pack of that id. */
  public Optional<JurisdictionPack> pack(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Ids of all packs, sorted. */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /** All packs, by id. */
  public List<JurisdictionPack> all() {
    return List.copyOf(byId.values());
  }

  /** A norm named as charters do: {@code fr/FR-LCEN-1}. */
  public Optional<RetentionNorm> norm(String reference) {
    int slash = reference.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : pack(reference.substring(0, slash)).flatMap(p -> p.norm(reference.substring(slash + 1)));
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static byte[] resource(String file) {
    try (InputStream in = Packs.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.upheld.datamap.partner;

import dev.upheld.charter.shape.Said;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The partners there are: those that come with Upheld, and those of a workspace. */
public final class Partners {
  /** The folder of a workspace for partners of one's own. */
  public static final String FOLDER = "packs/partners";

  private static final List<String> BUILT_IN = List.of("stripe");
  private static final String ENDING = ".yaml";

  private final SortedMap<String, Partner> partners = new TreeMap<>();
  private final List<Problem> faults = new ArrayList<>();

  private Partners() {}

  /**
   * What was found.
   *
   * @param partners by id; one of the workspace stands in for one of the same id that comes with
   *     Upheld
   * @param faults of the workspace's files, each with its place
   */
  public record Known(SortedMap<String, Partner> partners, List<Problem> faults) {
    public Known {
      partners = Collections.unmodifiableSortedMap(new TreeMap<>(partners));
      faults = List.copyOf(faults);
    }
  }

  /** Those that come with Upheld. */
  public static Known builtIn() {
    Partners known = new Partners();
    for (String id : BUILT_IN) {
      PartnerReader.Result result = PartnerReader.read(id + ENDING, resource(id + ENDING));
      if (!result.faults().isEmpty()) {
        throw new ProblemException(result.faults());
      }
      result.partner().ifPresent(p -> known.partners.put(p.id(), p));
    }
    return new Known(known.partners, List.of());
  }

  /**
   * Those, and the ones in the folder of a workspace.
   *
   * @param workspace need not have any
   */
  public static Known in(Path workspace) {
    Partners known = new Partners();
    known.partners.putAll(builtIn().partners());
    Path folder = workspace.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      known.read(folder);
    }
    return new Known(known.partners, known.faults);
  }

  private void read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.getFileName().toString().startsWith(".")) {
          one(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      faults.add(
          Problem.at(
              Location.wholeFile(FOLDER),
              PartnerCode.FOLDER_UNREADABLE,
              "The folder of partners, or a file in it, cannot be read.",
              "Check that this account may read it."));
    }
  }

  private void one(Path file) throws IOException {
    String name = file.getFileName().toString();
    String shown = FOLDER + "/" + name;
    PartnerReader.Result result = PartnerReader.read(shown, bytes(file));
    faults.addAll(result.faults());
    result.partner().ifPresent(partner -> named(partner, name, shown));
  }

  private void named(Partner partner, String name, String shown) {
    if (!name.equals(partner.id() + ENDING)) {
      faults.add(
          Problem.at(
              Location.wholeFile(shown),
              PartnerCode.MISNAMED,
              "This file says that it is of %s.".formatted(Said.quote(partner.id())),
              "Name it %s%s.".formatted(partner.id(), ENDING)));
    }
    partners.put(partner.id(), partner);
  }

  /** One byte more than may be read is enough to see that it is too much. */
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(YamlLimits.DEFAULT.maxBytes() + 1);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Partners.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

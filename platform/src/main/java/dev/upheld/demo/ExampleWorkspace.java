package dev.upheld.demo;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a folder of {@code examples}: the one people read and change, not a copy of it. Upheld runs
 * from its own checkout, so the folder lies beside a parent of the program, wherever the command
 * was typed.
 */
public final class ExampleWorkspace {
  private ExampleWorkspace() {}

  /**
   * The folder of the example of this name.
   *
   * @throws dev.upheld.kernel.ProblemException when it is not beside the program
   */
  public static Path find(String name) {
    return find(name, program().stream());
  }

  /**
   * The folder beside the first of these or any of its parents.
   *
   * @param starts where to look from
   */
  static Path find(String name, Stream<Path> starts) {
    Path wanted = Path.of("examples", name);
    return starts
        .map(Path::toAbsolutePath)
        .flatMap(start -> Stream.iterate(start, p -> p != null, Path::getParent))
        .map(parent -> parent.resolve(wanted))
        .filter(folder -> Files.isRegularFile(folder.resolve("charter.yaml")))
        .findFirst()
        .orElseThrow(
            () ->
                DemoProblem.WORKSPACE.because(
                    "The folder " + wanted + " is not beside this program.",
                    "Run ./upheld from a complete checkout, with its examples."));
  }

  /** The jar or the folder of classes this class was loaded from. */
  private static Optional<Path> program() {
    @Nullable CodeSource source = ExampleWorkspace.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

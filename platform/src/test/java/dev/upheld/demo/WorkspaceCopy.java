package dev.upheld.demo;

import dev.upheld.demo.sql.Dialect;
import dev.upheld.demo.sql.Names;
import dev.upheld.kernel.yaml.YamlNode;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Copies the example's workspace; the data maps with other names of tables and columns, and nothing
 * else changed.
 */
public record WorkspaceCopy(Path from, Names names, Dialect dialect) {

  /** Writes it into a folder that may be missing. */
  public void write(Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (Objects.requireNonNull(target.getParent()).endsWith("datamap")) {
          Files.writeString(target, renamed(file));
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String renamed(Path file) {
    return switch (YamlReader.read(from, file.toAbsolutePath())) {
      case YamlResult.Document(YamlNode root) ->
          new RenamedMap(names, dialect).of((YamlNode.Mapping) root);
      case YamlResult.Faulty(List<dev.upheld.kernel.Problem> problems) ->
          throw new AssertionError(problems.toString());
    };
  }
}

package dev.upheld.edge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store a command is about: the one the server's configuration names. */
final class StoreOption {
  private static final Path USUAL = Path.of(WorkspaceArgument.DEFAULT, "server.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The server's configuration file (default: privacy/server.yaml, where there is one).")
  private @Nullable Path config;

  StoreKeeper store(Surroundings around) {
    Optional<Path> file =
        config == null
            ? Optional.of(around.path(USUAL)).filter(Files::isRegularFile)
            : Optional.of(around.path(config));
    return around.engine().store(file);
  }
}

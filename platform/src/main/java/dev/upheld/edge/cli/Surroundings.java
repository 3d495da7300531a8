package dev.upheld.edge.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * What a command finds around it, handed over by the application.
 *
 * @param screen where to write
 * @param folder the working directory; relative paths on the command line start here
 * @param env environment variables
 * @param clock the time
 * @param engines the engine, given the environment variables that references in a workspace may
 *     name
 * @param demo starts the demonstration
 * @param server starts the server
 */
public record Surroundings(
    Screen screen,
    Path folder,
    Map<String, String> env,
    InstantSource clock,
    Function<Map<String, String>, Engine> engines,
    DemoStarter demo,
    ServerStarter server) {
  public Surroundings {
    env = Map.copyOf(env);
  }

  /** The engine with nothing but the process's own environment. */
  Engine engine() {
    return engines.apply(env);
  }

  /** A path as the user wrote it. */
  Path path(Path written) {
    return folder.resolve(written).normalize();
  }
}

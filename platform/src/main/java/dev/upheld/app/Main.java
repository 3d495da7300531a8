package dev.upheld.app;

import dev.upheld.edge.cli.Screen;
import dev.upheld.edge.cli.Surroundings;
import dev.upheld.edge.cli.UpheldCommand;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The entry point of {@code ./upheld}. */
public final class Main {

  private Main() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command line and returns its exit code. */
  static int run(String... args) {
    return UpheldCommand.commandLine(surroundings(System.getenv())).execute(args);
  }

  static Surroundings surroundings(Map<String, String> env) {
    InstantSource clock = InstantSource.system();
    return new Surroundings(
        Screen.ofProcess(env),
        Path.of("").toAbsolutePath(),
        env,
        clock,
        variables -> new LocalEngine(variables, clock),
        new DemoCompany(env, clock),
        new Serving(clock));
  }
}

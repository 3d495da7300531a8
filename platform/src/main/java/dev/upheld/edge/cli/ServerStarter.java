package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.ProveReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Starts the server: console, API, jobs. */
public interface ServerStarter {

  /**
   * What to serve.
   *
   * @param workspace read and sound
   * @param config the configuration file; empty for {@code server.yaml} in the workspace, where
   *     there is one
   * @param settings settings by key from the command line; they win over file and environment
   * @param env environment variables, also those the workspace refers to
   * @param demo whether a made-up officer may come in by a link
   */
  record Order(
      Workspace workspace,
      Optional<Path> config,
      Map<String, String> settings,
      Map<String, String> env,
      boolean demo) {
    public Order {
      settings = Map.copyOf(settings);
      env = Map.copyOf(env);
    }
  }

  /** The server answers; closing stops it, and so does the end of the process. */
  interface Running extends AutoCloseable {

    /** Where the console is. */
    String url();

    /** The address that lets the first person in, once; empty when people can sign in already. */
    Optional<String> wayIn();

    /**
     * Measures every promise now, keeps what it finds, and judges by everything that is kept. A
     * demonstration measures by itself only after this.
     *
     * @throws dev.upheld.kernel.ProblemException when it was stopped or could not be kept
     */
    ProveReport prove(Progress progress);

    @Override
    void close();
  }

  /**
   * Starts it and returns when it answers.
   *
   * @throws dev.upheld.kernel.ProblemException when it cannot
   */
  Running start(Order order, Progress progress);
}

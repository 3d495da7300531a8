package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.ServerStarter.Order;
import dev.upheld.edge.cli.ServerStarter.Running;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld serve}: the console on one's own workspace. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the server: the console, the API, and the proofs every day.",
      "",
      "Without any setting it listens on this machine only and keeps its data in a PostgreSQL of",
      "its own below $UPHELD_HOME. docs/reference/configuration.md lists every setting.",
      "",
      "While nobody can sign in, it prints a link where the first officer sets up the account."
    },
    footer = {
      "",
      "Examples:",
      "  upheld serve                      serves ./privacy",
      "  upheld serve shop --port 9000",
      "  upheld serve --config /etc/upheld/server.yaml"
    })
final class ServeCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final WorkspaceArgument argument = new WorkspaceArgument();

  @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on; 0 for any.")
  private @Nullable Integer port;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "The address to listen on (default: 127.0.0.1).")
  private @Nullable String listen;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration file (default: server.yaml in the workspace).")
  private @Nullable Path config;

  ServeCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path root = argument.root(around);
    Workspace workspace = WorkspaceArgument.sound(around.engine(), around, root);
    Order order =
        new Order(
            workspace,
            Optional.ofNullable(config).map(around::path),
            settings(),
            around.env(),
            false);
    try (Running server = start(around, order)) {
      announce(around.screen().out(), server);
      new CountDownLatch(1).await();
    }
    return Exit.OK;
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    if (port != null) {
      settings.put("listen.port", port.toString());
    }
    if (listen != null) {
      settings.put("listen.address", listen);
    }
    return settings;
  }

  static Running start(Surroundings around, Order order) {
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      return around.server().start(order, progress);
    }
  }

  /** The link that lets somebody in goes to the terminal, never to a log. */
  static void announce(PrintWriter out, Running server) {
    out.println();
    out.println("Upheld is at " + server.url());
    server
        .wayIn()
        .ifPresent(
            link -> {
              out.println("This link lets you in, once:");
              out.println("  " + link);
            });
    out.println("Ctrl-C stops it.");
    out.flush();
  }
}

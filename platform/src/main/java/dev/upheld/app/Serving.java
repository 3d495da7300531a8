package dev.upheld.app;

import dev.upheld.app.serve.Server;
import dev.upheld.edge.cli.ServerStarter;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.ProveReport;
import java.time.InstantSource;
import java.util.Optional;

/** Hands the server to the command line. */
final class Serving implements ServerStarter {
  private final InstantSource clock;

  Serving(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Running start(Order order, Progress progress) {
    Server server = Server.start(order, clock, progress);
    return new RunningServer(server, new OnCtrlC(server::close));
  }

  private record RunningServer(Server server, OnCtrlC hook) implements Running {

    @Override
    public String url() {
      return server.url();
    }

    @Override
    public Optional<String> wayIn() {
      return server.wayIn();
    }

    @Override
    public ProveReport prove(Progress progress) {
      return server.prove(progress);
    }

    @Override
    public void close() {
      hook.close();
      server.close();
    }
  }
}

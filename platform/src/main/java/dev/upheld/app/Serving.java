package dev.upheld.app;

import dev.upheld.app.serve.Server;
import dev.upheld.edge.cli.ServerStarter;
import dev.upheld.kernel.AtExit;
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

  /** A stop during the start waits until the server stands, and takes it down in order. */
  @Override
  public Running start(Order order, Progress progress) {
    Held held = new Held();
    AtExit.Planned atExit = AtExit.plan(AtExit.Stage.SERVER, "stop the server", held::stop);
    try {
      return new RunningServer(held.start(() -> Server.start(order, clock, progress)), atExit);
    } catch (RuntimeException e) {
      atExit.close();
      throw e;
    }
  }

  /** A server that is being started by one thread and may be stopped by another. */
  private static final class Held {
    private Optional<Server> server = Optional.empty();

    synchronized Server start(java.util.function.Supplier<Server> starting) {
      Server started = starting.get();
      server = Optional.of(started);
      return started;
    }

    synchronized void stop() {
      server.ifPresent(Server::close);
    }
  }

  private record RunningServer(Server server, AtExit.Planned atExit) implements Running {

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
      server.close();
      atExit.close();
    }
  }
}

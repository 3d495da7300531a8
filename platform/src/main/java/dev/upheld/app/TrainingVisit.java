package dev.upheld.app;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.DemoStarter;
import dev.upheld.edge.cli.ServerStarter;
import dev.upheld.edge.cli.Surroundings;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small demonstration with its console, visited once, so that the AOT cache knows the classes of
 * store, server and proof as well. Asks over a bare socket: a client's classes are not the
 * product's.
 */
final class TrainingVisit {
  private static final int CUSTOMERS = 100;
  private static final List<String> PAGES =
      List.of("/", "/promises", "/findings", "/journal", "/people", "/account", "/health");

  private final Surroundings around;

  TrainingVisit(Surroundings around) {
    this.around = around;
  }

  /**
   * Starts, looks around, stops.
   *
   * @return why it was not possible, such as where no database can be started; empty when it was
   */
  Optional<Problem> run() {
    DemoStarter.Company company = around.demo().companies().getFirst();
    DemoStarter.Order order =
        new DemoStarter.Order(company.name(), CUSTOMERS, company.usualFaults());
    try (DemoStarter.Running running = around.demo().start(order, Progress.SILENT)) {
      Map<String, String> env = new HashMap<>(around.env());
      env.putAll(running.env());
      visit(running, env);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problems().getFirst());
    }
  }

  private void visit(DemoStarter.Running company, Map<String, String> env) {
    Workspace workspace =
        around.engines().apply(env).read(company.workspace()).workspace().orElseThrow();
    ServerStarter.Order order =
        new ServerStarter.Order(workspace, Optional.empty(), Map.of("listen.port", "0"), env, true);
    try (ServerStarter.Running server = around.server().start(order, Progress.SILENT)) {
      server.prove(Progress.SILENT);
      URI wayIn = URI.create(server.wayIn().orElseThrow());
      String cookie = ask(wayIn, "").orElseThrow();
      PAGES.forEach(page -> ask(wayIn.resolve(page), cookie));
    }
  }

  /** The cookie that the answer sets, if it sets one. */
  private static Optional<String> ask(URI page, String cookie) {
    String request =
        String.join(
            "\r\n",
            "GET " + page.getPath() + " HTTP/1.1",
            "Host: " + page.getAuthority(),
            "Cookie: " + cookie,
            "Connection: close",
            "",
            "");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort());
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      List<String> lines = answer.lines().toList();
      return lines.stream()
          .filter(line -> line.startsWith("Set-Cookie: "))
          .map(line -> line.substring("Set-Cookie: ".length()).split(";", 2)[0])
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

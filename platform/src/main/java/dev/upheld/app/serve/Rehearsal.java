package dev.upheld.app.serve;

import dev.upheld.access.Identity;
import dev.upheld.access.Sessions.Visitor;
import dev.upheld.app.config.ConfigReader;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.app.web.Doors;
import dev.upheld.app.web.WebServer;
import dev.upheld.datamap.read.References;
import dev.upheld.edge.console.Assets;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.account.AssetsDoor;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Frames;
import dev.upheld.edge.console.http.Replies;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server without a store, started and asked a few things when the product is built: so the AOT
 * cache knows the classes of the web side.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** Starts, asks, stops. */
  public static void run() {
    Logs.setUp(true);
    ServerConfig config =
        ConfigReader.read(
            new ConfigReader.Sources(
                Optional.empty(), Path.of(""), Map.of(), Map.of("listen.port", "0")),
            References.machine());
    Assets assets = Assets.load();
    Pages pages = new Pages(assets, ZoneOffset.UTC, InstantSource.system());
    Frames frames = new Frames(new Cookies(false), "Rehearsal", _ -> 0);
    Doors doors =
        new Doors(
            List.of(new AssetsDoor(assets)),
            List.of(),
            List.of(new Replies(pages, frames)),
            new Nobody(),
            new FailureView(pages, frames));
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    WebServer.Inside inside =
        new WebServer.Inside(doors, () -> true, meters, InstantSource.system());
    try (WebServer server = WebServer.start(config, inside)) {
      for (String path :
          List.of("/nowhere", "/health", "/metrics", assets.address("console.css"))) {
        ask(server.port(), path);
      }
    }
  }

  private static void ask(int port, String path) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Nobody() implements Doors.Keeper {

    @Override
    public Optional<Visitor> bySession(String token) {
      return Optional.empty();
    }

    @Override
    public Optional<Identity> byToken(String token) {
      return Optional.empty();
    }
  }
}

package dev.upheld.probe.tell;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The other side of a webhook, on this machine. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  final AtomicInteger status = new AtomicInteger(200);

  /** A request; names of headers in lower case. */
  public record Received(String path, Map<String, String> headers, String body) {}

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(
              new Received(
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().entrySet().stream()
                      .collect(
                          Collectors.toMap(
                              e -> e.getKey().toLowerCase(java.util.Locale.ROOT),
                              e -> e.getValue().getFirst())),
                  body));
          if (status.get() == 302) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Waits for the next. */
  public Received next() {
    return within(Duration.ofSeconds(30)).orElseThrow(() -> new AssertionError("nothing came"));
  }

  /** The next, where one comes so soon. */
  public Optional<Received> within(Duration time) {
    try {
      return Optional.ofNullable(received.poll(time.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

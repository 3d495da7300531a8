package dev.upheld.connect.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers whatever a test wants. */
final class ScriptedServer implements AutoCloseable {
  /**
   * A call as it came.
   *
   * @param headers by name in small letters
   */
  record Call(String method, String uri, Map<String, String> headers) {}

  /**
   * An answer.
   *
   * @param body each character one byte
   */
  record Answer(int status, String body, Map<String, String> headers) {
    static Answer json(String text) {
      return new Answer(200, text, Map.of());
    }

    static Answer status(int status, String text) {
      return new Answer(status, text, Map.of());
    }
  }

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Function<Call, Answer> script;

  ScriptedServer(Function<Call, Answer> script) {
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new java.util.TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
    Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
    calls.add(call);
    Answer answer = script.apply(call);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), answer.body().isEmpty() ? -1 : 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // the client has heard enough
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

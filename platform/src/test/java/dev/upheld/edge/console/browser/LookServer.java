package dev.upheld.edge.console.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.upheld.edge.console.Assets;
import dev.upheld.edge.console.Frame;
import dev.upheld.edge.console.Frames;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Looks;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.Theme;
import dev.upheld.edge.console.view.View;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Serves every look at {@code /LANGUAGE/THEME/NAME} with the security policy the console has, and
 * the assets; nothing else.
 */
final class LookServer implements AutoCloseable {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /** Pages that are shown before anybody is signed in. */
  private static final Set<String> OUTSIDE =
      Set.of("error-not_found", "error-store_away", "error-form_too_old");

  private static final Set<String> ERRORS =
      Set.of("error-forbidden", "error-fault", "error-store_away");

  private final Assets assets = Assets.load();
  private final Pages pages =
      new Pages(assets, ZoneId.of("Europe/Paris"), InstantSource.fixed(Looks.NOW));
  private final Map<String, View> looks = Looks.all();
  private final HttpServer server;

  LookServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** One of each kind: the other errors differ in words only, the larger wall in its length. */
  List<String> names() {
    return looks.keySet().stream()
        .filter(name -> !name.startsWith("error") || ERRORS.contains(name))
        .filter(name -> !name.equals("wall-500"))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      String path = exchange.getRequestURI().getPath();
      Optional<Assets.Asset> asset = assets.find(path);
      if (asset.isPresent()) {
        send(exchange, asset.get().type(), asset.get().bytes());
      } else {
        send(exchange, "text/html; charset=utf-8", page(path));
      }
    }
  }

  private byte[] page(String path) {
    List<String> parts = List.of(filtered(path).split("/", -1));
    Language language = Language.ofTag(parts.get(1)).orElseThrow();
    Theme theme = Theme.ofWord(parts.get(2)).orElseThrow();
    String name = parts.get(3);
    View view = Optional.ofNullable(looks.get(name)).orElseThrow();
    Frame frame =
        OUTSIDE.contains(name)
            ? Frames.signedOut(language, theme)
            : Frames.officer(language, theme, where(name));
    return pages.bytes(view, frame);
  }

  /** Filters ask for the address of their page. */
  private static String filtered(String path) {
    return switch (path) {
      case "/promises" -> "/en/auto/wall-filtered";
      case "/coverage" -> "/en/auto/coverage-filtered";
      default -> path;
    };
  }

  /** The path in the console that a look belongs to; decides what the navigation marks. */
  private static String where(String name) {
    if (name.startsWith("work")) {
      return "/";
    }
    return name.startsWith("wall") || name.startsWith("promise")
        ? "/promises"
        : "/" + name.replaceAll("-.*", "");
  }

  private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

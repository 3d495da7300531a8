package dev.upheld.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.tell.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other side of the webhook. Takes what is signed, but is slow to say so, and refuses some: a
 * server that is killed meanwhile knows neither that it was taken nor that it was refused.
 */
final class AlertsTaken implements AutoCloseable {
  private static final Secret<String> SECRET = Secret.of("0123456789abcdef0123456789abcdef");
  private static final int SLOWEST_MILLIS = 1_200;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Random random;
  private final Map<String, JsonNode> byId = new ConcurrentHashMap<>();

  /** What was not as the documentation says. */
  final List<String> faults = new CopyOnWriteArrayList<>();

  /** Whether some are refused, as if there were a fault here. */
  final AtomicBoolean refusing = new AtomicBoolean(true);

  /** One for each alert that came, refused and repeated ones as well. */
  final Semaphore came = new Semaphore(0);

  final AtomicInteger repetitions = new AtomicInteger();

  AlertsTaken(long seed) {
    random = new Random(seed);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
  }

  static String secret() {
    return SECRET.reveal();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signature =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(Signature.HEADER), "");
    if (!Signature.verifies(SECRET, signature, body, signed(signature))) {
      faults.add("a signature that does not fit");
    }
    boolean refused = refusing.get() && chance(3) == 0;
    if (!refused) {
      note(exchange, body);
    }
    came.release();
    slowly(chance(SLOWEST_MILLIS));
    exchange.sendResponseHeaders(refused ? 503 : 204, -1);
    exchange.close();
  }

  private int chance(int bound) {
    synchronized (random) {
      return random.nextInt(bound);
    }
  }

  /** Each server of this test lives in a time of its own. */
  static Instant signed(String signature) {
    return Instant.ofEpochSecond(Long.parseLong(signature.replaceAll("\\At=(\\d+),.*", "$1")));
  }

  private void note(HttpExchange exchange, String body) {
    JsonNode alert = JsonMapper.shared().readTree(body);
    String id = alert.get("id").asString();
    if (!id.equals(exchange.getRequestHeaders().getFirst("Upheld-Delivery"))) {
      faults.add("the id of the header is not that of the body");
    }
    JsonNode before = byId.putIfAbsent(id, alert);
    if (before != null) {
      repetitions.incrementAndGet();
      if (!before.equals(alert)) {
        faults.add("a repetition says something else");
      }
    }
  }

  private void slowly(int millis) {
    try {
      if (closed.await(millis, TimeUnit.MILLISECONDS)) {
        faults.add("an alert came when all was over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every alert once, whatever its repetitions. */
  List<JsonNode> all() {
    return List.copyOf(byId.values());
  }

  List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}

package dev.upheld.connect.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe as far as its published interface description goes: customers, their payment methods,
 * charges and invoices. Keeps a state, takes nothing that the description does not allow, and
 * answers in its forms; behaves badly when told to.
 */
public final class StripeServer implements AutoCloseable {
  /** The key it accepts. */
  public static final String KEY = "sk_test_upheld";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Besides NOTHING = new Besides("", new AtomicInteger(), At.ARRIVED, () -> {});
  private static final Set<String> PAGED =
      Set.of("limit", "starting_after", "ending_before", "expand[]");

  /** How one call goes wrong. */
  public enum Fault {
    /** 429, with the seconds to wait. */
    BUSY,
    /** 429, with a wait of an hour. */
    VERY_BUSY,
    /** 500. */
    FAILS,
    /** The line breaks before anything is done. */
    CUT_BEFORE,
    /** It is done, and the line breaks in the middle of the answer. */
    CUT_AFTER,
    /** Nothing is done, and nobody answers. */
    SILENT_BEFORE,
    /** It is done, and nobody answers. */
    SILENT_AFTER,
    /** The call arrives twice, and the second answer is what is seen. */
    TWICE
  }

  /** Where a call is. */
  public enum At {
    /** It gets lost: nothing is done, and the line breaks. */
    LOST,
    /** It has come, and is done afterwards, whoever waits for it. */
    ARRIVED,
    /** It is done, and nothing of the answer is sent. */
    DONE,
    /** Half of the answer is sent. */
    HALF
  }

  /** What happens besides in the midst of a call. */
  private record Besides(String method, AtomicInteger calls, At at, Runnable what) {
    boolean reached(At now) {
      if (now == at) {
        what.run();
      }
      return now == at;
    }
  }

  /** An answer. */
  private record Answer(int status, ObjectNode body) {}

  private final HttpServer server;
  private final Map<String, ObjectNode> customers = new LinkedHashMap<>();
  private final Set<String> deleted = new TreeSet<>();
  private final Map<String, List<ObjectNode>> records = new LinkedHashMap<>();
  private final Map<String, Deque<Fault>> faults = new LinkedHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile Besides besides = NOTHING;
  private volatile boolean down;
  private int deletions;

  public StripeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Stream.of("payment_method", "charge", "invoice")
        .forEach(kind -> records.put(kind, new ArrayList<>()));
    server.createContext("/", this::handle);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Adds a customer with so many records of each further kind. */
  public synchronized StripeServer customer(String id, String email, int of) {
    ObjectNode customer = JSON.createObjectNode();
    customer.put("id", id).put("object", "customer").put("email", email).put("name", "Name " + id);
    customer.put("created", 1_700_000_000L + customers.size()).putNull("phone");
    customer.putObject("metadata").put("shop", id);
    customers.put(id, customer);
    records.forEach(
        (kind, all) -> {
          for (int i = 0; i < of; i++) {
            ObjectNode one = JSON.createObjectNode();
            one.put("id", kind + "_" + id + "_" + i).put("object", kind).put("customer", id);
            one.put("created", 1_700_000_000L + i).put("amount", 100 * (i + 1));
            one.putObject("card").put("last4", "4242");
            all.add(one);
          }
        });
    return this;
  }

  /** The next calls of that method go wrong, one fault each. */
  public synchronized void next(String method, Fault... wrong) {
    faults.computeIfAbsent(method, m -> new ArrayDeque<>()).addAll(List.of(wrong));
  }

  /** In the nth call of that method from now, does that when the call has come so far. */
  public void during(String method, int nth, At at, Runnable what) {
    besides = new Besides(method, new AtomicInteger(nth), at, what);
  }

  /** Forgets everything, customers and faults alike. */
  public synchronized void restore() {
    customers.clear();
    deleted.clear();
    records.values().forEach(List::clear);
    faults.clear();
    calls.clear();
    besides = NOTHING;
    deletions = 0;
    down = false;
  }

  /** Answers nobody, until told otherwise. */
  public void down(boolean now) {
    down = now;
  }

  /** Customers that are not deleted. */
  public synchronized Set<String> alive() {
    Set<String> alive = new TreeSet<>(customers.keySet());
    alive.removeAll(deleted);
    return alive;
  }

  /** Everything it holds of a customer, as text. */
  public synchronized String held(String customer) {
    return customers.get(customer)
        + records.values().stream()
            .flatMap(Collection::stream)
            .filter(r -> r.get("customer").asString().equals(customer))
            .toList()
            .toString();
  }

  /** How often a customer was really deleted. */
  public synchronized int deletions() {
    return deletions;
  }

  /** Every call so far: method and path with its parameters. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    calls.add(method + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    Fault fault = fault(method);
    Besides now = besides(method);
    if (now.reached(At.LOST)) {
      exchange.close();
      return;
    }
    now.reached(At.ARRIVED);
    if (fault == Fault.SILENT_BEFORE || fault == Fault.SILENT_AFTER) {
      if (fault == Fault.SILENT_AFTER) {
        answer(exchange, method);
      }
      return; // the line stays open, and nothing comes
    }
    if (down || fault == Fault.CUT_BEFORE) {
      exchange.close();
      return;
    }
    Answer answer =
        switch (fault == null ? Fault.CUT_AFTER : fault) {
          case BUSY, VERY_BUSY -> error(429, "invalid_request_error", "rate_limit");
          case FAILS -> error(500, "api_error", "");
          case TWICE -> {
            answer(exchange, method);
            yield answer(exchange, method);
          }
          case CUT_BEFORE, CUT_AFTER, SILENT_BEFORE, SILENT_AFTER -> answer(exchange, method);
        };
    now.reached(At.DONE);
    if (answer.status() == 429) {
      exchange.getResponseHeaders().set("Retry-After", fault == Fault.BUSY ? "7" : "3600");
    }
    send(exchange, answer, fault == Fault.CUT_AFTER, now);
  }

  private synchronized @org.jspecify.annotations.Nullable Fault fault(String method) {
    return faults.getOrDefault(method, new ArrayDeque<>()).poll();
  }

  private Besides besides(String method) {
    Besides next = besides;
    return next.method().equals(method) && next.calls().decrementAndGet() == 0 ? next : NOTHING;
  }

  private static void send(HttpExchange exchange, Answer answer, boolean cut, Besides now)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
    now.reached(At.HALF);
    if (!cut) {
      exchange.getResponseBody().write(body, body.length / 2, body.length - body.length / 2);
    }
    exchange.close();
  }

  private synchronized Answer answer(HttpExchange exchange, String method) {
    String auth = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!auth.equals("Bearer " + KEY)) {
      return error(401, "invalid_request_error", "");
    }
    String version = String.valueOf(exchange.getRequestHeaders().getFirst("Stripe-Version"));
    if (!version.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}(\\.[a-z]+)?")) {
      return error(400, "invalid_request_error", "");
    }
    String path = exchange.getRequestURI().getPath();
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String[] parts = path.split("/", -1);
    if (method.equals("GET") && path.equals("/v1/customers")) {
      return customers(query);
    }
    if (method.equals("GET") && path.equals("/v1/charges")) {
      return records("charge", query, Set.of("created", "payment_intent", "transfer_group"));
    }
    if (method.equals("GET") && path.equals("/v1/invoices")) {
      return records("invoice", query, Set.of("created", "due_date", "status", "subscription"));
    }
    if (parts.length == 4 && path.startsWith("/v1/customers/")) {
      return one(method, parts[3], query);
    }
    if (method.equals("GET") && parts.length == 5 && parts[4].equals("payment_methods")) {
      return methods(parts[3], query);
    }
    return unrecognized();
  }

  private Answer one(String method, String id, Map<String, String> query) {
    if (!query.keySet().stream().allMatch("expand[]"::equals)) {
      return error(400, "invalid_request_error", "parameter_unknown");
    }
    if (!customers.containsKey(id) || (deleted.contains(id) && !method.equals("GET"))) {
      return error(404, "invalid_request_error", "resource_missing");
    }
    return switch (method) {
      case "GET" -> new Answer(200, deleted.contains(id) ? gone(id) : customers.get(id));
      case "DELETE" -> {
        deleted.add(id);
        deletions++;
        kind("payment_method").stream()
            .filter(r -> r.get("customer").asString().equals(id))
            .forEach(r -> r.put("customer", "")); // detached
        yield new Answer(200, gone(id));
      }
      default -> unrecognized();
    };
  }

  private List<ObjectNode> kind(String kind) {
    return records.getOrDefault(kind, List.of());
  }

  private static ObjectNode gone(String id) {
    return JSON.createObjectNode().put("id", id).put("object", "customer").put("deleted", true);
  }

  private Answer customers(Map<String, String> query) {
    String email = query.get("email");
    List<ObjectNode> found =
        customers.values().stream()
            .filter(c -> !deleted.contains(c.get("id").asString()))
            .filter(c -> email == null || c.get("email").asString().equals(email))
            .toList();
    if (email != null && email.length() > 512) {
      return error(400, "invalid_request_error", "");
    }
    return page("/v1/customers", found.reversed(), query, Set.of("email", "created", "test_clock"));
  }

  private Answer records(String kind, Map<String, String> query, Set<String> known) {
    String customer = query.get("customer");
    if (customer != null && !customers.containsKey(customer)) {
      return error(400, "invalid_request_error", "resource_missing");
    }
    Set<String> all = new TreeSet<>(known);
    all.add("customer");
    return page("/v1/" + kind + "s", of(kind, customer), query, all);
  }

  private List<ObjectNode> of(String kind, @org.jspecify.annotations.Nullable String customer) {
    return kind(kind).stream()
        .filter(r -> customer == null || r.get("customer").asString().equals(customer))
        .toList();
  }

  private Answer methods(String customer, Map<String, String> query) {
    if (!customers.containsKey(customer) || deleted.contains(customer)) {
      return error(404, "invalid_request_error", "resource_missing");
    }
    String path = "/v1/customers/" + customer + "/payment_methods";
    return page(path, of("payment_method", customer), query, Set.of("type", "allow_redisplay"));
  }

  private static Answer page(
      String path, List<ObjectNode> all, Map<String, String> query, Set<String> known) {
    if (!query.keySet().stream().allMatch(q -> known.contains(q) || PAGED.contains(q))) {
      return error(400, "invalid_request_error", "parameter_unknown");
    }
    String limit = query.getOrDefault("limit", "10");
    if (!limit.matches("[1-9][0-9]?|100")) {
      return error(400, "invalid_request_error", "parameter_invalid_integer");
    }
    List<String> ids = all.stream().map(n -> n.get("id").asString()).toList();
    String after = query.get("starting_after");
    if (after != null && !ids.contains(after)) {
      return error(400, "invalid_request_error", "resource_missing");
    }
    int from = after == null ? 0 : ids.indexOf(after) + 1;
    int to = Math.min(all.size(), from + Integer.parseInt(limit));
    ObjectNode page = JSON.createObjectNode().put("object", "list").put("url", path);
    ArrayNode data = page.put("has_more", to < all.size()).putArray("data");
    all.subList(from, to).forEach(data::add);
    return new Answer(200, page);
  }

  private static Answer unrecognized() {
    return error(404, "invalid_request_error", "");
  }

  private static Answer error(int status, String type, String code) {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode error = body.putObject("error").put("type", type).put("message", "Not like that.");
    if (!code.isEmpty()) {
      error.put("code", code);
    }
    return new Answer(status, body);
  }

  private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    Stream.of(raw == null ? new String[0] : raw.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> query.put(decoded(pair[0]), decoded(pair.length > 1 ? pair[1] : "")));
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package dev.upheld.connect.http;

import dev.upheld.datamap.partner.Partner.Paging;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads lists of a partner page by page, one page in memory, to their end. */
record Listing(Caller caller, Addresses addresses, Paging paging, Troubles troubles) {
  private static final int MOST_PAGES = 10_000;

  /** Hands every item on; refuses a list that never ends. */
  void each(String path, Map<String, String> query, Consumer<JsonNode> sink) {
    Map<String, String> asked = new LinkedHashMap<>(query);
    asked.putAll(paging.size());
    Set<URI> seen = new HashSet<>();
    Optional<URI> next = Optional.of(addresses.of(path, asked));
    while (next.isPresent()) {
      URI here = next.get();
      if (!seen.add(here) || seen.size() > MOST_PAGES) {
        throw troubles.strange("the same page again and again");
      }
      JsonNode page = page(here);
      Optional<JsonNode> last = items(page, sink);
      next =
          switch (paging) {
            case Paging.AfterId after -> following(after, page, last, path, asked);
            case Paging.NextLink link -> following(link, page, here);
          };
    }
  }

  private JsonNode page(URI uri) {
    Reply reply = caller.call(Request.get(uri));
    if (!reply.isFine()) {
      throw troubles.status(reply.status());
    }
    return reply.body().orElseThrow(() -> troubles.strange("no JSON"));
  }

  private Optional<JsonNode> items(JsonNode page, Consumer<JsonNode> sink) {
    JsonNode items =
        Json.at(page, paging.items())
            .filter(JsonNode::isArray)
            .orElseThrow(() -> troubles.strange("no list where its file says one stands"));
    Optional<JsonNode> last = Optional.empty();
    for (JsonNode item : items) {
      if (!item.isObject()) {
        throw troubles.strange("a list of something else than records");
      }
      sink.accept(item);
      last = Optional.of(item);
    }
    return last;
  }

  private Optional<URI> following(
      Paging.AfterId after,
      JsonNode page,
      Optional<JsonNode> last,
      String path,
      Map<String, String> asked) {
    JsonNode more =
        Json.at(page, after.more())
            .filter(JsonNode::isBoolean)
            .orElseThrow(() -> troubles.strange("a page without saying whether there is more"));
    if (!more.asBoolean()) {
      return Optional.empty();
    }
    Map<String, String> query = new LinkedHashMap<>(asked);
    String id =
        last.flatMap(item -> Json.word(item, after.id()))
            .orElseThrow(() -> troubles.strange("that there is more, but not after what"));
    query.put(after.after(), id);
    return Optional.of(addresses.of(path, query));
  }

  private Optional<URI> following(Paging.NextLink link, JsonNode page, URI here) {
    return Json.word(page, link.next())
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                addresses
                    .next(here, text)
                    .orElseThrow(() -> troubles.strange("with a next page somewhere else")));
  }
}

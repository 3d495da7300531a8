package dev.upheld.edge.cli;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Location;
import dev.upheld.verdict.Evidence;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of what commands say. Keys are part of the interface: scripts read them. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String pretty(ObjectNode node) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  /** What {@code check} and {@code prove} both say of a promise. */
  static ObjectNode promise(Promise promise) {
    ObjectNode node = object();
    node.put("id", promise.id().toString());
    ArrayNode clauses = node.putArray("clauses");
    promise.header().clauses().forEach(clauses::add);
    node.put("duty", promise.duty().id());
    node.put("kind", promise.kind());
    node.put("way", promise.header().way().id());
    node.put("sentence", promise.header().sentence());
    promise.header().activity().ifPresent(a -> node.put("activity", a));
    promise.header().owner().ifPresent(o -> node.put("owner", o));
    place(node, Optional.of(promise.header().at()));
    ArrayNode law = node.putArray("law");
    promise.header().law().forEach(l -> law.add(law(l)));
    return node;
  }

  /** What {@code check} and {@code coverage} both say of a finding. */
  static ObjectNode finding(Finding finding) {
    ObjectNode node = object();
    node.put("code", finding.code().code());
    place(node, Optional.of(finding.at()));
    node.put("sentence", finding.sentence());
    finding.activity().ifPresent(a -> node.put("activity", a));
    ArrayNode clauses = node.putArray("clauses");
    finding.clauses().forEach(clauses::add);
    ArrayNode law = node.putArray("law");
    finding.law().forEach(l -> law.add(law(l)));
    return node;
  }

  static ObjectNode law(LawRef ref) {
    ObjectNode node = object();
    node.put("pack", ref.pack());
    node.put("citation", ref.citation());
    node.put("title", ref.title());
    node.put("confidence", ref.confidence());
    node.put("source", ref.source());
    return node;
  }

  static void place(ObjectNode node, Optional<Location> at) {
    at.ifPresent(
        l -> {
          ObjectNode place = node.putObject("at");
          place.put("file", l.file());
          place.put("line", l.line());
          place.put("column", l.column());
        });
  }

  static ObjectNode evidence(Evidence e) {
    ObjectNode node = object();
    node.put("source", e.source().name().toLowerCase(Locale.ROOT));
    node.put("outcome", e.outcome().name().toLowerCase(Locale.ROOT));
    node.put("summary", e.summary());
    node.put("at", e.at().toString());
    node.put("seconds", e.took().toMillis() / 1000.0);
    node.put("digest", e.digest());
    ObjectNode coverage = node.putObject("coverage");
    coverage.put("placesSeen", e.coverage().placesSeen());
    coverage.put("places", e.coverage().places());
    coverage.put("rows", e.coverage().rows());
    ArrayNode figures = node.putArray("figures");
    e.figures()
        .forEach(
            f ->
                figures
                    .addObject()
                    .put("name", f.name())
                    .put("value", f.value())
                    .put("where", f.where()));
    ArrayNode reasons = node.putArray("reasons");
    e.reasons().forEach(reasons::add);
    ArrayNode asked = node.putArray("asked");
    e.asked().forEach(a -> asked.addObject().put("system", a.system()).put("text", a.text()));
    e.until().ifPresent(u -> node.put("until", u.toString()));
    return node;
  }
}

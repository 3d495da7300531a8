package dev.upheld.probe.keep;

import dev.upheld.kernel.Asked;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as the journal and the store write it. */
final class EvidenceText {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Below the longest facts of a journal entry, with room for the rest of the evidence. */
  private static final int LONGEST_ASKED = 60_000;

  private static final int LONGEST_LIST = 30_000;

  private EvidenceText() {}

  /** What the journal says of it. Very long texts stand there as their digests. */
  static Map<String, Object> facts(Evidence e) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("promise", e.promise().toString());
    facts.put("digest", e.digest());
    facts.put("outcome", e.outcome().name().toLowerCase(Locale.ROOT));
    facts.put("summary", e.summary());
    facts.put("at", e.at());
    facts.put("milliseconds", e.took().toMillis());
    facts.put("placesSeen", e.coverage().placesSeen());
    facts.put("places", e.coverage().places());
    facts.put("rows", e.coverage().rows());
    e.until().ifPresent(until -> facts.put("until", until));
    facts.put("figures", shortened(figures(e), LONGEST_LIST / 2));
    facts.put("reasons", shortened(e.reasons(), LONGEST_LIST / 2));
    boolean full = e.asked().stream().mapToInt(a -> a.text().length()).sum() <= LONGEST_ASKED;
    facts.put(
        "asked",
        shortened(
            e.asked().stream()
                .map(a -> Map.of("system", a.system(), full ? "text" : "sha256", asked(a, full)))
                .toList(),
            LONGEST_ASKED + LONGEST_LIST / 2));
    return facts;
  }

  private static String asked(Asked asked, boolean full) {
    return full ? asked.text() : sha256(asked.text());
  }

  /** As many as fit, and a digest of all where some do not. */
  private static List<?> shortened(List<?> all, int longest) {
    int room = longest;
    for (int i = 0; i < all.size(); i++) {
      room -= all.get(i).toString().length() + 8;
      if (room < 0) {
        return Stream.<Object>concat(all.subList(0, i).stream(), Stream.of(rest(all, i))).toList();
      }
    }
    return all;
  }

  private static Map<String, Object> rest(List<?> all, int shown) {
    return Map.of("more", all.size() - shown, "sha256", sha256(JSON.writeValueAsString(all)));
  }

  private static List<Map<String, Object>> figures(Evidence e) {
    return e.figures().stream()
        .map(f -> Map.<String, Object>of("name", f.name(), "value", f.value(), "where", f.where()))
        .toList();
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** What the columns of the store do not hold: figures, reasons and texts, all of them. */
  static String detail(Evidence e) {
    return JSON.writeValueAsString(
        Map.of("figures", e.figures(), "asked", e.asked(), "reasons", e.reasons()));
  }

  static List<Figure> figures(JsonNode detail) {
    return nodes(detail.path("figures"))
        .map(f -> new Figure(text(f, "name"), text(f, "value"), text(f, "where")))
        .toList();
  }

  static List<Asked> asked(JsonNode detail) {
    return nodes(detail.path("asked"))
        .map(a -> new Asked(text(a, "system"), text(a, "text")))
        .toList();
  }

  static List<String> reasons(JsonNode detail) {
    return nodes(detail.path("reasons")).map(JsonNode::asString).toList();
  }

  static JsonNode read(String detail) {
    return JSON.readTree(detail);
  }

  private static Stream<JsonNode> nodes(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String text(JsonNode of, String name) {
    return of.path(name).asString();
  }
}

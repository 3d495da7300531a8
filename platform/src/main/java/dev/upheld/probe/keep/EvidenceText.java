package dev.upheld.probe.keep;

import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Sha256;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as the journal and the store write it. */
final class EvidenceText {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Characters of JSON for all that can be long, below the 100,000 of a journal entry: one entry
   * that does not fit would take the whole run with it.
   */
  private static final int ROOM = 90_000;

  private static final int LONGEST_LIST = 12_000;
  private static final int LONGEST_SENTENCE = 8_000;

  /** What is left of a longer sentence: also if each character is written as six. */
  private static final int KEPT_OF_SENTENCE = 1_000;

  private EvidenceText() {}

  /**
   * What the journal says of it, always short enough for one entry. Very long texts stand there as
   * their digests; where a list is too long, its last item says how many more there are, and the
   * digest of all.
   */
  static Map<String, Object> facts(Evidence e) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("promise", e.promise().toString());
    facts.put("digest", e.digest());
    facts.put("outcome", e.outcome().name().toLowerCase(Locale.ROOT));
    facts.put("summary", sentence(e.summary()));
    facts.put("at", e.at());
    facts.put("milliseconds", e.took().toMillis());
    facts.put("placesSeen", e.coverage().placesSeen());
    facts.put("places", e.coverage().places());
    facts.put("rows", e.coverage().rows());
    e.until().ifPresent(until -> facts.put("until", until));
    List<?> figures = shortened(figures(e), LONGEST_LIST);
    List<?> reasons = shortened(e.reasons(), LONGEST_LIST);
    facts.put("figures", figures);
    facts.put("reasons", reasons);
    int room = ROOM - length(facts.get("summary")) - length(figures) - length(reasons);
    facts.put("asked", asked(e, room));
    return facts;
  }

  /** The texts where all of them fit, otherwise their digests. */
  private static List<?> asked(Evidence e, int room) {
    List<Map<String, String>> texts =
        e.asked().stream().map(a -> Map.of("system", a.system(), "text", a.text())).toList();
    return length(texts) <= room
        ? texts
        : shortened(
            e.asked().stream()
                .map(a -> Map.of("system", a.system(), "sha256", Sha256.hex(a.text())))
                .toList(),
            room);
  }

  /** A sentence as the journal holds it: a very long one is cut, and says so. */
  static String sentence(String text) {
    if (length(text) <= LONGEST_SENTENCE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(KEPT_OF_SENTENCE - 1)) ? -1 : 0;
    return text.substring(0, KEPT_OF_SENTENCE + end)
        + "... (shortened; all of it has the SHA-256 "
        + Sha256.hex(text)
        + ")";
  }

  /** As many as fit, and a digest of all where some do not. */
  private static List<?> shortened(List<?> all, int longest) {
    int room = longest;
    for (int i = 0; i < all.size(); i++) {
      room -= length(all.get(i)) + 1;
      if (room < 0) {
        return Stream.<Object>concat(all.subList(0, i).stream(), Stream.of(rest(all, i))).toList();
      }
    }
    return all;
  }

  /** As written: quotes and line ends take two characters. */
  private static int length(@Nullable Object value) {
    return JSON.writeValueAsString(value).length();
  }

  private static Map<String, Object> rest(List<?> all, int shown) {
    return Map.of("more", all.size() - shown, "sha256", Sha256.hex(JSON.writeValueAsString(all)));
  }

  private static List<Map<String, Object>> figures(Evidence e) {
    return e.figures().stream()
        .map(f -> Map.<String, Object>of("name", f.name(), "value", f.value(), "where", f.where()))
        .toList();
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

package dev.upheld.duty.retention;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One look of a rule for people to be told before their data goes. Figures only.
 *
 * @param digest of the rule as it was
 * @param ended empty where it did not come to its end
 * @param trouble why not; empty where it did, or was only told to stop
 */
public record Warnings(
    String rule,
    String digest,
    Instant began,
    Optional<Instant> ended,
    Figures figures,
    Optional<String> trouble) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Rows that go within the promised time if nobody comes back.
   *
   * @param due all of them; the next four add up to it
   * @param told somebody was told before
   * @param fresh somebody is told by this look
   * @param unreached nobody knows an address
   * @param refused the mail could not be sent
   * @param again of those told before, somebody is told once more by this look
   */
  public record Figures(long due, long told, long fresh, long unreached, long refused, long again) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0);

    /** Where nobody is told once more. */
    public Figures(long due, long told, long fresh, long unreached, long refused) {
      this(due, told, fresh, unreached, refused, 0);
    }

    Figures plus(Figures more) {
      return new Figures(
          due + more.due,
          told + more.told,
          fresh + more.fresh,
          unreached + more.unreached,
          refused + more.refused,
          again + more.again);
    }

    String json() {
      return JSON.writeValueAsString(facts());
    }

    /** By name, as they are journalled. */
    Map<String, Object> facts() {
      return new TreeMap<>(
          Map.of(
              "due",
              due,
              "told",
              told,
              "fresh",
              fresh,
              "unreached",
              unreached,
              "refused",
              refused,
              "again",
              again));
    }
  }

  /** Whether everybody was looked for. */
  public boolean isWhole() {
    return ended.isPresent() && trouble.isEmpty();
  }

  static Figures figures(String json) {
    JsonNode node = JSON.readTree(json);
    return new Figures(
        node.path("due").asLong(),
        node.path("told").asLong(),
        node.path("fresh").asLong(),
        node.path("unreached").asLong(),
        node.path("refused").asLong(),
        node.path("again").asLong(0));
  }
}

package dev.upheld.duty.retention;

import dev.upheld.connect.Answer.DueCount;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the probe's own question counts, seen from outside by the account that may only read.
 *
 * @param rows rows the promise speaks of
 * @param past of these, rows past their time that nothing exempts
 * @param unknown rows that cannot be judged, a clock being null: never ended by guess
 * @param future rows with a clock in the future: never ended by guess
 * @param exempt rows past their time that may stay, as the data map says
 * @param oldest the earliest clock among rows past their time, else among all
 * @param about whether {@code rows} is the server's own estimate; all the rest was counted
 */
public record DueRows(
    long rows,
    long past,
    long unknown,
    long future,
    long exempt,
    Optional<Instant> oldest,
    boolean about) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final DueRows NONE = new DueRows(0, 0, 0, 0, 0, Optional.empty());

  /** With rows that were counted. */
  public DueRows(
      long rows, long past, long unknown, long future, long exempt, Optional<Instant> oldest) {
    this(rows, past, unknown, future, exempt, oldest, false);
  }

  /**
   * Adds what another question about the same place counted.
   *
   * @param same whether it asked about rows that were counted already
   */
  DueRows plus(DueCount count, boolean same) {
    Optional<Instant> first =
        oldest.filter(o -> count.oldest().filter(c -> c.isBefore(o)).isEmpty());
    return new DueRows(
        same ? rows : rows + count.rows(),
        past + count.past(),
        unknown + count.unknown(),
        future + count.future(),
        same ? exempt : exempt + count.exempt(),
        first.isPresent() ? first : count.oldest(),
        about || (!same && count.about()));
  }

  /** The same, with so many rows that were counted. */
  DueRows of(long counted) {
    return new DueRows(counted, past, unknown, future, exempt, oldest);
  }

  /** Which part of the rows is past its time, from 0 to 1. */
  double share() {
    return rows == 0 ? 0 : (double) past / rows;
  }

  String json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("rows", rows).put("past", past).put("unknown", unknown);
    node.put("future", future).put("exempt", exempt);
    node.put("oldest", oldest.map(Instant::toString).orElse(""));
    node.put("about", about);
    return JSON.writeValueAsString(node);
  }

  static DueRows of(String json) {
    JsonNode kept = JSON.readTree(json);
    return new DueRows(
        kept.path("rows").asLong(),
        kept.path("past").asLong(),
        kept.path("unknown").asLong(),
        kept.path("future").asLong(),
        kept.path("exempt").asLong(),
        Optional.of(kept.path("oldest").asString("")).filter(o -> !o.isEmpty()).map(Instant::parse),
        kept.path("about").asBoolean(false));
  }
}

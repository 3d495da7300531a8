package dev.upheld.duty.retention;

import dev.upheld.connect.Answer.DueCount;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the probe's own question counts, seen from outside by the account that may only read.
 *
 * @param rows rows the promise speaks of
 * @param past of these, rows past their time that nothing exempts
 * @param unknown rows that cannot be judged, a clock being null: never ended by guess
 * @param future rows with a clock in the future: never ended by guess
 * @param exempt rows past their time that may stay, as the data map says
 * @param oldest the earliest clock among rows past their time, else among all
 */
public record DueRows(
    long rows, long past, long unknown, long future, long exempt, Optional<Instant> oldest) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final DueRows NONE = new DueRows(0, 0, 0, 0, 0, Optional.empty());

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
        first.isPresent() ? first : count.oldest());
  }

  /** Which part of the rows is past its time, from 0 to 1. */
  double share() {
    return rows == 0 ? 0 : (double) past / rows;
  }

  String json() {
    return JSON.writeValueAsString(
        new Kept(rows, past, unknown, future, exempt, oldest.map(Instant::toString).orElse("")));
  }

  static DueRows of(String json) {
    Kept kept = JSON.readValue(json, Kept.class);
    Optional<Instant> oldest =
        kept.oldest().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(kept.oldest()));
    return new DueRows(
        kept.rows(), kept.past(), kept.unknown(), kept.future(), kept.exempt(), oldest);
  }

  private record Kept(
      long rows, long past, long unknown, long future, long exempt, String oldest) {}
}

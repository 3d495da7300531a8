package dev.upheld.connect.act;

import dev.upheld.connect.Question;
import dev.upheld.datamap.Condition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What one promise says of the rows of one table: of which it speaks, and when their time is over.
 *
 * @param meant the rows it speaks of; empty means all
 * @param settled of these, rows it does not speak of, or no more: true for one is enough
 * @param asks when the time of a row is over: past by one of them is enough; with none of them no
 *     row is ever past
 * @param now what "not yet" is measured against
 * @param zone in which the system's times are read
 */
public record Keeping(
    Optional<Condition> meant,
    List<Condition> settled,
    List<Question.CountDue> asks,
    Instant now,
    ZoneId zone) {
  public Keeping {
    settled = List.copyOf(settled);
    asks = List.copyOf(asks);
  }

  /** The same of every row, whatever else is said of it. */
  public Keeping ofEvery() {
    return new Keeping(Optional.empty(), List.of(), asks, now, zone);
  }
}

package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.Drift;
import dev.upheld.verdict.Outcome;
import java.util.Optional;

/**
 * A live table that is looked at.
 *
 * @param where its place or the table itself, for people
 */
record Spot(String system, String where, Table table) {

  Drift drift(
      String column, Drift.Kind kind, Outcome outcome, Optional<String> term, String sentence) {
    return new Drift(
        system, Drift.written(table), Optional.of(column), kind, nature(outcome), term, sentence);
  }

  private static Nature nature(Outcome outcome) {
    return switch (outcome) {
      case VIOLATED -> Nature.PERSONAL;
      case DOUBTFUL, UNSEEN -> Nature.UNSURE;
      case CLEAN -> Nature.NOT_PERSONAL;
    };
  }
}

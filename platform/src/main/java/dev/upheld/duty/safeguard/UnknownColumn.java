package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.probe.Drift;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.Sheet;
import dev.upheld.verdict.Outcome;

/**
 * A column outside the data map, and what it was judged to be.
 *
 * @param empty whether no value was found in it: a name alone breaks nothing
 * @param readable whether the account may read it
 */
record UnknownColumn(String name, Judgement judgement, boolean empty, boolean readable) {

  /** Judged without looking at values. */
  static UnknownColumn unseen(Table table, Column column) {
    return new UnknownColumn(
        column.name(), ColumnSample.judgeUnseen(table, column), false, column.readable());
  }

  private Outcome outcome() {
    if (!readable && judgement.nature() == Nature.NOT_PERSONAL) {
      return Outcome.UNSEEN;
    }
    return switch (judgement.nature()) {
      case PERSONAL -> empty || !readable ? Outcome.DOUBTFUL : Outcome.VIOLATED;
      case UNSURE -> Outcome.DOUBTFUL;
      case NOT_PERSONAL -> Outcome.CLEAN;
    };
  }

  private String sentence(String where) {
    String column = "The column " + name + " in " + where + " is not in the data map";
    String why = String.join("; ", judgement.reasons().stream().limit(3).toList());
    String what =
        judgement.term().map(t -> " (" + t.substring(t.indexOf(':') + 1) + ")").orElse("");
    return switch (outcome()) {
      case VIOLATED -> column + " and holds personal data" + what + ": " + why + ".";
      case DOUBTFUL ->
          column + (empty ? ", is empty," : "") + " and may be personal" + what + ": " + why + ".";
      case UNSEEN -> column + " and cannot be read. Grant SELECT on it, or bind it.";
      case CLEAN -> column + "; it does not look personal. List it under technical.";
    };
  }

  void addTo(PlanBuilder plan, Spot spot) {
    plan.found(outcome(), spot.where(), sentence(spot.where()));
    plan.drift(drift(spot));
  }

  void addTo(Sheet sheet, Spot spot) {
    String where = spot.where();
    switch (outcome()) {
      case VIOLATED -> sheet.violated(sentence(where));
      case DOUBTFUL -> sheet.doubtful(sentence(where));
      case UNSEEN -> sheet.unseen(where, sentence(where));
      case CLEAN -> sheet.figure("listed", sentence(where), where);
    }
    sheet.drift(drift(spot));
  }

  private Drift drift(Spot spot) {
    return spot.drift(
        name, Drift.Kind.NEW_COLUMN, outcome(), judgement.term(), sentence(spot.where()));
  }
}

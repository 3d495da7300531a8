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
 * @param seen what there was to judge by: a name alone breaks nothing
 */
record UnknownColumn(String name, Judgement judgement, Seen seen) {

  /** What of its values could be looked at. */
  enum Seen {
    /** Some, or as many as its type needs. */
    VALUES,
    EMPTY,
    /** The account may not read it. */
    DENIED,
    /** Too few to call it harmless, since others are too large to be read. */
    TOO_LARGE
  }

  /**
   * Judged by a sample.
   *
   * @param tooLarge whether values that are too large left it short
   */
  static UnknownColumn sampled(String name, Judgement judgement, boolean empty, boolean tooLarge) {
    boolean harmless = judgement.nature() == Nature.NOT_PERSONAL;
    return new UnknownColumn(
        name,
        judgement,
        tooLarge && (empty || harmless) ? Seen.TOO_LARGE : empty ? Seen.EMPTY : Seen.VALUES);
  }

  /** Judged without looking at values. */
  static UnknownColumn unseen(Table table, Column column) {
    return new UnknownColumn(
        column.name(),
        ColumnSample.judgeUnseen(table, column),
        column.readable() ? Seen.VALUES : Seen.DENIED);
  }

  private Outcome outcome() {
    return switch (judgement.nature()) {
      case PERSONAL -> seen == Seen.VALUES ? Outcome.VIOLATED : Outcome.DOUBTFUL;
      case UNSURE -> Outcome.DOUBTFUL;
      case NOT_PERSONAL ->
          switch (seen) {
            case VALUES, EMPTY -> Outcome.CLEAN;
            case DENIED, TOO_LARGE -> Outcome.UNSEEN;
          };
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
          column
              + (seen == Seen.EMPTY ? ", is empty," : "")
              + " and may be personal"
              + what
              + ": "
              + why
              + ".";
      case UNSEEN -> column + unseen();
      case CLEAN -> column + "; it does not look personal. List it under technical.";
    };
  }

  private String unseen() {
    return seen == Seen.TOO_LARGE
        ? " and has values that are too large to be looked at. Bind it to a data word."
        : " and cannot be read. Grant SELECT on it, or bind it.";
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

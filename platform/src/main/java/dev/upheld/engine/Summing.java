package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Index;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.act.Act;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.RowSet;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.Totals;
import dev.upheld.datamap.Totals.By;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sums that remain of rows that go, made in the transaction in which they go: no row is counted
 * twice, and none goes uncounted.
 *
 * @param identifying data words that single a person out, which no group may be made by
 */
record Summing(Totals totals, Set<String> identifying) {

  /** Empty for a rule that leaves no sums. */
  static Optional<Summing> of(Expiry rule, Set<String> identifying) {
    return rule.kept().keep().then() == EndAction.AGGREGATE
        ? rule.kept().place().totals().map(totals -> new Summing(totals, identifying))
        : Optional.empty();
  }

  Act of(RowSet rows) {
    return new Act.Total(rows, Fate.GOES, totals);
  }

  /**
   * Refuses sums that the database cannot keep, or that would still tell of a person.
   *
   * @throws dev.upheld.kernel.ProblemException before anything is done
   */
  void check(ActSession session, Place place) {
    for (By by : totals.by()) {
      if (singlesOut(place, by.from())) {
        throw EngineProblem.MAP.because(
            place.at()
                + ": the sums of "
                + place.id()
                + " are grouped by "
                + by.from()
                + ", which names a person.",
            "Group them by what many people share: a day, a page, a country.");
      }
    }
    Table into =
        session
            .describe()
            .table(totals.into())
            .orElseThrow(
                () ->
                    EngineProblem.MAP.because(
                        place.at() + ": the table " + totals.into() + " is not there.",
                        "Make it, or correct aggregate in the data map."));
    List<String> columns = new ArrayList<>(totals.group());
    columns.add(totals.count());
    columns.addAll(totals.sums().keySet());
    Set<String> there = into.columns().stream().map(Column::name).collect(Collectors.toSet());
    columns.removeAll(there);
    if (!columns.isEmpty()) {
      throw EngineProblem.MAP.because(
          place.at() + ": " + totals.into() + " has no column " + columns.getFirst() + ".",
          "Add it, or correct aggregate in the data map.");
    }
    kept(session, place, into);
    Set<String> group = new HashSet<>(totals.group());
    boolean unique =
        into.indexes().stream()
                .filter(Index::unique)
                .anyMatch(i -> group.equals(new HashSet<>(i.columns())))
            || group.equals(new HashSet<>(into.key()));
    if (!unique) {
      throw EngineProblem.MAP.because(
          place.at()
              + ": nothing makes "
              + String.join(", ", totals.group())
              + " unique in "
              + totals.into()
              + ", so sums could not be added to what is there.",
          "Add a unique index on these columns and no others.");
    }
  }

  /** Sums that are rounded, or that stay where their rows come back, are no sums. */
  private void kept(ActSession session, Place place, Table into) {
    Table from = session.describe().table(place.table()).orElseThrow();
    totals
        .sums()
        .forEach(
            (column, of) -> {
              boolean cut =
                  into.column(column).filter(c -> c.type() == Description.Type.WHOLE).isPresent()
                      && from.column(of)
                          .filter(c -> c.type() == Description.Type.DECIMAL)
                          .isPresent();
              if (cut) {
                throw EngineProblem.MAP.because(
                    place.at()
                        + ": "
                        + totals.into()
                        + "."
                        + column
                        + " holds whole numbers, and the sums of "
                        + of
                        + " are none: they would be rounded.",
                    "Give the column a type with as many decimals.");
              }
            });
    for (Table each : List.of(from, into)) {
      if (session.structure().unsafe().contains(each.name())) {
        throw EngineProblem.STRUCTURE.because(
            each.name()
                + " has no transactions: rows could be summed twice, or go without a sum. Nothing"
                + " was done.",
            "Give the table an engine with transactions: ALTER TABLE "
                + each.name()
                + " ENGINE = InnoDB.");
      }
    }
  }

  private boolean singlesOut(Place place, String column) {
    return place.subjects().containsValue(column)
        || place.key().contains(column)
        || place.fields().values().stream()
            .filter(field -> field.column().equals(column))
            .map(Field::word)
            .anyMatch(identifying::contains);
  }
}

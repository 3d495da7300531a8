package dev.upheld.datamap.read;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;
import static dev.upheld.datamap.read.NameShapes.column;
import static dev.upheld.datamap.read.NameShapes.table;

import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Totals;
import dev.upheld.datamap.Totals.By;
import dev.upheld.datamap.Totals.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads where the sums of rows remain that go. */
final class TotalsReader {
  private TotalsReader() {}

  static Struct shape() {
    return new Struct(
        "aggregate",
        "sums that remain",
        "Where the sums of rows remain that go because of then: aggregate.",
        "{into: visits_by_month, by: {page: page, month: {month: seen_at}}, count: visits}",
        List.of(
            required(
                "into",
                table(),
                "The table of the same database that holds the sums; an index makes its columns"
                    + " under by unique."),
            required(
                "by",
                Shapes.tableOf(column(), Shapes.anyOf(column(), grain())),
                "What makes a group: columns there, each with the column here."),
            required("count", column(), "The column there with the number of rows of a group."),
            optional(
                "sums",
                Shapes.tableOf(column(), column()),
                "Columns there that hold sums, each with the column here that is added up.")),
        List.of());
  }

  private static Struct grain() {
    return new Struct(
        "grain",
        "a time cut down",
        "The first day of the day, month or year of a time.",
        "{month: seen_at}",
        List.of(
            optional("day", column(), "The column whose day it is."),
            optional("month", column(), "The column whose month it is."),
            optional("year", column(), "The column whose year it is.")),
        List.of(Rule.exactlyOne("day", "month", "year")));
  }

  /** Empty after a fault. */
  static Optional<Totals> totals(View view) {
    List<By> by = new ArrayList<>();
    view.child("by").ifPresent(groups -> groups.keys().forEach(key -> by(groups, key, by)));
    SortedMap<String, String> sums = new TreeMap<>();
    view.child("sums")
        .ifPresent(
            all -> all.keys().forEach(key -> all.text(key).ifPresent(c -> sums.put(key, c))));
    Optional<String> count = view.text("count");
    return view.text("into")
        .map(Identifiers::table)
        .flatMap(into -> count.map(c -> new Totals(into, by, c, sums)));
  }

  private static void by(View groups, String column, List<By> by) {
    groups.text(column).ifPresent(from -> by.add(new By(column, from, Optional.empty())));
    groups
        .child(column)
        .ifPresent(
            cut -> {
              for (Grain grain : Grain.values()) {
                cut.text(grain.name().toLowerCase(Locale.ROOT))
                    .ifPresent(from -> by.add(new By(column, from, Optional.of(grain))));
              }
            });
  }
}

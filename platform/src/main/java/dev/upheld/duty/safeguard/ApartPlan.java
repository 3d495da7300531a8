package dev.upheld.duty.safeguard;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Turn;
import dev.upheld.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How two groups of places are compared. */
final class ApartPlan {
  private static final long ROWS_IF_UNKNOWN = 100_000;

  private final Scene scene;
  private final PlanBuilder plan;
  private final Map<String, Joins> joins = new HashMap<>();
  private final Set<List<Object>> asked = new HashSet<>();

  ApartPlan(Scene scene, PlanBuilder plan) {
    this.scene = scene;
    this.plan = plan;
  }

  void add(List<BoundPlace> keptApart, List<BoundPlace> others) {
    for (BoundPlace one : keptApart) {
      for (BoundPlace other : others) {
        DeclaredJoins.between(one, other)
            .ifPresent(text -> plan.found(Outcome.VIOLATED, one.where(), text));
      }
    }
    List<Store> left = stores(keptApart);
    List<Store> right = stores(others);
    left.forEach(this::parts);
    right.forEach(this::parts);
    for (Store one : left) {
      for (Store other : right) {
        if (one.system().equals(other.system())) {
          sameSystem(one, other);
        }
      }
    }
    prints(left, right);
  }

  private List<Store> stores(List<BoundPlace> places) {
    List<Store> stores = new ArrayList<>();
    for (BoundPlace bound : places) {
      if (plan.place(bound)) {
        Optional<Description> live = scene.description(bound.system());
        KnownColumns.table(bound.place(), live)
            .ifPresentOrElse(
                table -> stores.add(new Store(bound, table)),
                () ->
                    plan.gap(
                        bound.where(),
                        "The table "
                            + bound.place().table()
                            + " does not exist, or not any more. Correct the data map."));
      }
    }
    return stores;
  }

  /** What singles people out within documents or under a key is not compared. */
  private void parts(Store store) {
    for (String part : new Identifiers(scene).inside(store.place())) {
      plan.gap(
          store.where(),
          "The values of " + part + " are a part of a column, and parts are not compared.");
    }
  }

  private void sameSystem(Store left, Store right) {
    if (left.table().equals(right.table())) {
      plan.gap(
          left.where(),
          "Its table holds rows of " + right.where() + " too, so they cannot be told apart here.");
      return;
    }
    linked(left, right);
    linked(right, left);
    between(left, right)
        .ifPresent(
            table ->
                violated(
                    left,
                    "The foreign keys of "
                        + table
                        + " lead to both "
                        + left.where()
                        + " and "
                        + right.where()
                        + "."));
    numbers(left, right);
  }

  private void linked(Store from, Store to) {
    boolean linked = from.place().links().stream().anyMatch(l -> l.place().equals(to.place().id()));
    if (linked) {
      violated(from, "The data map itself links " + from.where() + " with " + to.where() + ".");
    }
  }

  private void violated(Store store, String text) {
    plan.found(Outcome.VIOLATED, store.where(), text);
  }

  private Optional<TableName> between(Store left, Store right) {
    return joins
        .computeIfAbsent(left.system(), s -> new Joins(scene.description(s).orElseThrow()))
        .between(left.table().name(), right.table().name());
  }

  private void numbers(Store left, Store right) {
    Map<String, Place> places = scene.map().places().getOrDefault(left.system(), Map.of());
    for (Column number : right.rowNumbers()) {
      for (Column column : left.called(right.namesOf(number, places))) {
        boolean compared = !left.numbersItsOwnRows(column, number);
        if (compared && readable(left, column) && readable(right, number)) {
          plan.ask(
              left.system(),
              left.where(),
              new Question.SharedValues(
                  left.table().name(), column.name(), right.table().name(), number.name()));
        }
      }
    }
  }

  /** Everything on the left that can be compared, with whatever singles people out on the right. */
  private void prints(List<Store> left, List<Store> right) {
    Identifiers identifiers = new Identifiers(scene);
    long expected = 0;
    for (Store store : right) {
      long rows = store.table().estimate() < 0 ? ROWS_IF_UNKNOWN : store.table().estimate();
      expected += rows * identifiers.of(store.place(), store.table()).size();
    }
    Prints prints = new Prints(expected);
    for (Prints.Pass pass : Prints.Pass.values()) {
      for (Store store : pass == Prints.Pass.COMPARE ? left : right) {
        List<Column> columns =
            pass == Prints.Pass.COMPARE
                ? store.table().columns().stream().filter(Identifiers::isComparable).toList()
                : identifiers.of(store.place(), store.table());
        columns.forEach(column -> print(prints, pass, store, column));
      }
    }
  }

  @SuppressWarnings("EnumOrdinal") // passes take their turns in the order they are declared
  private void print(Prints prints, Prints.Pass pass, Store store, Column column) {
    List<Object> once = List.of(pass, store.system(), store.table().name(), column.name());
    if (!asked.add(once) || !readable(store, column)) {
      return;
    }
    Turn turn = new Turn(pass.round(), () -> pass != Prints.Pass.CONFIRM || prints.suspects());
    Prints.Sink sink = new Prints.Sink(prints, pass, store.said(column));
    plan.ask(
        new Inquiry<>(
            store.system(),
            store.where(),
            new Question.Fingerprint(store.table().name(), column.name(), sink),
            turn));
  }

  private boolean readable(Store store, Column column) {
    boolean said = !asked.add(List.of(store.system(), store.table().name(), column.name()));
    if (!column.readable() && !said) {
      plan.gap(
          store.where(),
          "The account may not read " + column.name() + ". Grant SELECT on it; see doctor.");
    }
    return column.readable();
  }
}

package dev.upheld.datamap.read;

import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the conditions of one place. */
final class ConditionReader {
  private final ClockReader clocks;

  ConditionReader(ClockReader clocks) {
    this.clocks = clocks;
  }

  /** A condition; empty after a fault. */
  Optional<Condition> condition(View view) {
    if (view.has("until")) {
      return view.node("until").flatMap(clocks::clock).map(Condition.NotYet::new);
    }
    if (view.has("all")) {
      List<View> parts = view.children("all");
      List<Condition> all = parts.stream().flatMap(part -> condition(part).stream()).toList();
      return all.size() == parts.size() ? Optional.of(new Condition.All(all)) : Optional.empty();
    }
    return view.text("column").map(column -> test(column, view));
  }

  private static Condition test(String column, View view) {
    if (view.has("in")) {
      return new Condition.In(column, view.texts("in"), false);
    }
    if (view.has("not-in")) {
      return new Condition.In(column, view.texts("not-in"), true);
    }
    return switch (view.text("is").orElse("not-null")) {
      case "null" -> new Condition.IsNull(column, false);
      case "true" -> new Condition.IsTrue(column, false);
      case "false" -> new Condition.IsTrue(column, true);
      default -> new Condition.IsNull(column, true);
    };
  }

  /** Conditions by word, in the order written. */
  Map<String, Condition> table(View place, String key) {
    Map<String, Condition> table = new LinkedHashMap<>();
    place
        .table(key)
        .forEach((word, view) -> condition(view).ifPresent(found -> table.put(word, found)));
    return table;
  }
}

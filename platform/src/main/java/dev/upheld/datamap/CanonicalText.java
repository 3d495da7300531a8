package dev.upheld.datamap;

import dev.upheld.kernel.Location;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes records so that what means the same reads the same: sets and maps sorted, places in files
 * left out, texts quoted. Records are read by reflection, so that a component added later cannot be
 * forgotten.
 */
final class CanonicalText {
  /** What reads the components of a record, but for its place in a file. */
  private static final ClassValue<List<Method>> READ =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> record) {
          return Arrays.stream(record.getRecordComponents())
              .filter(component -> !component.getType().equals(Location.class))
              .map(RecordComponent::getAccessor)
              .toList();
        }
      };

  private CanonicalText() {}

  /** One line; equal for equal meaning. */
  static String of(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(CanonicalText::of).orElse("-");
      case Condition.All all -> "All" + sorted(all.of());
      case Condition.In in -> "In" + of(List.of(in.column(), in.negated())) + sorted(in.values());
      case Clock.Latest latest -> "Latest" + sorted(latest.of());
      case Clock.Earliest earliest -> "Earliest" + sorted(earliest.of());
      case Place place -> record(place.getClass().getSimpleName(), of(place));
      case Field field -> record(field.getClass().getSimpleName(), of(field));
      case Record record -> record(record.getClass().getSimpleName(), components(record));
      case Map<?, ?> map -> map(map);
      case Set<?> set -> sorted(set);
      case List<?> list -> list.stream().map(CanonicalText::of).toList().toString();
      case Enum<?> word -> word.name();
      case String text -> quoted(text);
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String sorted(Collection<?> values) {
    return values.stream().map(CanonicalText::of).sorted().toList().toString();
  }

  private static String map(Map<?, ?> map) {
    Map<String, String> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(of(key), of(value)));
    return sorted.toString();
  }

  /**
   * Links in whatever order. A place without parts of columns, links to other systems, readers,
   * sums or a marker reads as it did before there were any, so that evidence from then counts on.
   */
  private static Map<String, String> of(Place place) {
    Map<String, String> components = components(place);
    components.put("links", sorted(place.links()));
    components.put("elsewhere", sorted(place.elsewhere()));
    if (place.elsewhere().isEmpty()) {
      components.remove("elsewhere");
    }
    if (place.restriction().isEmpty()) {
      components.remove("restriction");
    }
    if (place.readers().isEmpty()) {
      components.remove("readers");
    }
    if (place.totals().isEmpty()) {
      components.remove("totals");
    }
    if (place.technicalParts().isEmpty()) {
      components.remove("technicalParts");
    }
    return components;
  }

  private static Map<String, String> of(Field field) {
    Map<String, String> components = components(field);
    if (field.isWhole()) {
      components.remove("inside");
    }
    if (field.to().isEmpty()) {
      components.remove("to");
    }
    return components;
  }

  private static Map<String, String> components(Record record) {
    Map<String, String> components = new TreeMap<>();
    for (Method component : READ.get(record.getClass())) {
      components.put(component.getName(), of(read(record, component)));
    }
    return components;
  }

  private static Object read(Record record, Method component) {
    try {
      return component.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record of this package cannot be read", e);
    }
  }

  private static String record(String name, Map<String, String> components) {
    return name + components;
  }
}

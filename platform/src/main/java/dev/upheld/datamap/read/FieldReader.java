package dev.upheld.datamap.read;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which columns and parts of columns of one place hold what. */
final class FieldReader {
  private final Names names;
  private final Faults faults;

  /** What was said of each, as a fault quotes it. */
  private final Map<FieldName, String> said = new HashMap<>();

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<String> technical = new LinkedHashSet<>();
  private final Set<FieldName> technicalParts = new LinkedHashSet<>();

  private FieldReader(Names names, Faults faults) {
    this.names = names;
    this.faults = faults;
  }

  /** Reads them, and complains of what is said twice. */
  static FieldReader read(View place, Names names, Faults faults) {
    FieldReader reader = new FieldReader(names, faults);
    place
        .child("fields")
        .ifPresent(columns -> columns.keys().forEach(key -> reader.field(key, columns)));
    place.spots("technical").forEach(reader::technical);
    place
        .child("undecided")
        .ifPresent(
            open -> open.keys().forEach(key -> reader.undecided(new Spot(key, open.keyAt(key)))));
    return reader;
  }

  /** By what the data map calls them. */
  Map<String, Field> fields() {
    return fields;
  }

  /** Whole columns without personal data. */
  Set<String> technical() {
    return technical;
  }

  /** Parts of columns without personal data. */
  Set<FieldName> technicalParts() {
    return technicalParts;
  }

  private Optional<FieldName> name(Spot spot) {
    return switch (FieldName.read(spot.text())) {
      case FieldName.Read.Sound(FieldName name) -> Optional.of(name);
      case FieldName.Read.Bad(String what) -> {
        faults.add(
            spot.at(),
            DataMapCode.BAD_FIELD,
            what,
            "Write column->key.key, column->list[].key or column[keycolumn=key]; a column whose own"
                + " name looks like that stands in double quotes.");
        yield Optional.empty();
      }
    };
  }

  private void field(String key, View columns) {
    Optional<View> view = columns.child(key);
    Optional<Spot> word = view.flatMap(v -> v.spot("data")).or(() -> columns.spot(key));
    Optional<EndAction> end = view.flatMap(v -> v.text("end")).flatMap(FieldReader::action);
    Spot spot = new Spot(key, columns.keyAt(key));
    Optional<FieldName> name = name(spot);
    if (name.isEmpty() || word.filter(this::isKnown).isEmpty()) {
      return;
    }
    String holds = "to hold " + word.get().text();
    if (isNew(name.get(), holds, spot)) {
      Optional<String> to = view.flatMap(v -> v.text("to"));
      Field field =
          new Field(
              name.get().column(), name.get().inside(), word.get().text(), end, spot.at(), to);
      fields.put(name.get().toString(), field);
    }
  }

  private boolean isKnown(Spot word) {
    boolean fine = !names.known() || names.words().contains(word.text());
    if (!fine) {
      faults.unknown(word, DataMapCode.UNKNOWN_WORD, "data word", names.words());
    }
    return fine;
  }

  private static Optional<EndAction> action(String word) {
    return Arrays.stream(EndAction.values()).filter(a -> a.id().equals(word)).findFirst();
  }

  private void technical(Spot spot) {
    Optional<FieldName> name = name(spot).filter(n -> isNew(n, "to be technical", spot));
    name.filter(n -> n.inside().isPresent()).ifPresent(technicalParts::add);
    name.filter(n -> n.inside().isEmpty()).map(FieldName::column).ifPresent(technical::add);
  }

  /** One thing is said of it once; written in another way, it is the same. */
  private boolean isNew(FieldName name, String what, Spot spot) {
    String other = said.putIfAbsent(name, what);
    if (other != null) {
      faults.add(
          spot.at(),
          DataMapCode.COLUMN_CLASH,
          other.equals(what)
              ? "%s %s is said %s twice.".formatted(kind(name), quoted(name), what)
              : "%s %s is said %s and %s.".formatted(kind(name), quoted(name), what, other),
          "Remove one of the two.");
    }
    return other == null;
  }

  private static String kind(FieldName name) {
    return name.inside().isEmpty() ? "The column" : "The part";
  }

  private static String quoted(FieldName name) {
    return Said.quote(name.toString());
  }

  /** What nobody has decided on means nothing yet, so it must not mean something as well. */
  private void undecided(Spot spot) {
    Optional<FieldName> name = name(spot);
    if (name.isEmpty()) {
      return;
    }
    boolean decided =
        said.containsKey(name.get()) || said.containsKey(FieldName.whole(name.get().column()));
    if (decided) {
      faults.add(
          spot.at(),
          DataMapCode.COLUMN_CLASH,
          "%s %s is decided on and stands under undecided as well."
              .formatted(kind(name.get()), quoted(name.get())),
          "Remove it under undecided.");
    }
  }
}

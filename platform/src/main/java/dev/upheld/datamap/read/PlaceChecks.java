package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Said;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between the places of one data map. Linear in their size. */
final class PlaceChecks {
  private record Rows(
      TableName table, String activity, Optional<String> stage, Optional<Condition> only) {}

  private record ColumnName(TableName table, String column) {}

  private record Claim(String place, String says) {}

  private final Map<Rows, String> rows = new HashMap<>();
  private final Map<ColumnName, Claim> claims = new HashMap<>();
  private final Map<ColumnName, Claim> manners = new HashMap<>();
  private final Faults faults;

  private PlaceChecks(Faults faults) {
    this.faults = faults;
  }

  static void check(Collection<Place> places, Set<TableName> ignored, Faults faults) {
    PlaceChecks checks = new PlaceChecks(faults);
    for (Place place : places) {
      if (ignored.contains(place.table())) {
        faults.add(
            place.at(),
            DataMapCode.COLUMN_CLASH,
            "The table %s is mapped here and ignored as well."
                .formatted(Said.quote(place.table().toString())),
            "Remove it under ignore, or remove this place.");
      }
      checks.rows(place);
      place.fields().values().forEach(field -> checks.field(place, field));
      place.technical().forEach(column -> checks.claim(place, column, "is technical", place.at()));
      place
          .technicalParts()
          .forEach(part -> checks.claim(place, part.toString(), "is technical", place.at()));
      checks.manners(place);
    }
  }

  private void rows(Place place) {
    for (String activity : place.activities()) {
      Rows mine = new Rows(place.table(), activity, place.stage(), place.only());
      String other = rows.putIfAbsent(mine, place.id());
      if (other != null) {
        faults.add(
            place.at(),
            DataMapCode.DUPLICATE_PLACE,
            "The places %s and %s are the same rows of %s for the activity %s."
                .formatted(
                    Said.quote(other),
                    Said.quote(place.id()),
                    Said.quote(place.table().toString()),
                    Said.quote(activity)),
            "Join them into one, or tell their rows apart with only.");
      }
    }
  }

  private void field(Place place, Field field) {
    claim(place, field.name().toString(), "holds " + field.word(), field.at());
  }

  /** A column is bound as a whole, by paths or by keys, at every place alike. */
  private void manners(Place place) {
    place.fields().values().forEach(field -> manner(place, field.name(), field.at()));
    place.technical().forEach(c -> manner(place, FieldName.whole(c), place.at()));
    place.technicalParts().forEach(part -> manner(place, part, place.at()));
  }

  private void manner(Place place, FieldName name, Location at) {
    String manner =
        name.inside()
            .map(
                inside ->
                    switch (inside) {
                      case Inside.Path path -> "by paths";
                      case Inside.Keyed keyed -> "by the keys in " + keyed.keyColumn();
                    })
            .orElse("as a whole");
    Claim mine = new Claim(place.id(), manner);
    ColumnName column = new ColumnName(place.table(), name.column());
    Claim other = manners.putIfAbsent(column, mine);
    if (other != null && !other.says().equals(manner)) {
      faults.add(
          at,
          DataMapCode.COLUMN_CLASH,
          "The column %s is bound %s here, and %s %s."
              .formatted(
                  Said.quote(name.column()),
                  manner,
                  other.says(),
                  other.place().equals(place.id())
                      ? "as well"
                      : "in the place " + Said.quote(other.place())),
          "Bind the whole column, or its parts in one manner.");
    }
  }

  private void claim(Place place, String column, String says, Location at) {
    Claim mine = new Claim(place.id(), says);
    Claim other = claims.putIfAbsent(new ColumnName(place.table(), column), mine);
    if (other != null && !other.says().equals(says)) {
      faults.add(
          at,
          DataMapCode.COLUMN_CLASH,
          "The column %s %s here, but %s in the place %s, which is the same table."
              .formatted(Said.quote(column), says, other.says(), Said.quote(other.place())),
          "Say the same at both places.");
    }
  }
}

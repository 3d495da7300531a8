package dev.upheld.discover.review;

import dev.upheld.datamap.Place;
import dev.upheld.discover.review.ColumnLine.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place of a data map as it is reviewed.
 *
 * @param place as the map says it now
 * @param table as the map writes it
 * @param proposed whether nobody has reviewed it
 * @param activity why this activity, and how sure; empty text where a person wrote it
 * @param columns in the order of the file: fields, undecided, technical, those only used
 * @param reasons of clocks, by event, and of links, by their columns with commas
 */
public record PlaceSheet(
    Place place,
    String table,
    boolean proposed,
    Optional<Double> activityConfidence,
    String activity,
    List<ColumnLine> columns,
    Map<String, String> reasons) {
  public PlaceSheet {
    columns = List.copyOf(columns);
    reasons = Map.copyOf(reasons);
  }

  /** The place's word. */
  public String id() {
    return place.id();
  }

  /** Columns nobody has decided on. */
  public int open() {
    return (int) columns.stream().filter(ColumnLine::isOpen).count();
  }

  /** Whether anything waits for a person. */
  public boolean waits() {
    return proposed || open() > 0;
  }

  /** The decisions that accept what is certain here; empty when nothing is. */
  public List<Decision> certain() {
    List<Decision> decisions = new ArrayList<>();
    for (ColumnLine column : columns) {
      if (column.standing() == Standing.UNDECIDED && column.isCertain()) {
        decisions.add(
            column.looksTechnical()
                ? new Decision.MakeTechnical(id(), column.name())
                : new Decision.SetField(
                    id(), column.name(), column.suggested().getFirst(), Optional.empty()));
      }
    }
    if (isCertain()) {
      decisions.add(new Decision.Accept(id()));
    }
    return decisions;
  }

  /** Whether the whole proposal may be accepted without a look: its activity, and every column. */
  public boolean isCertain() {
    return proposed
        && !place.activities().isEmpty()
        && activityConfidence.filter(c -> c < ColumnLine.CERTAIN).isEmpty()
        && columns.stream().allMatch(ColumnLine::isCertain);
  }
}

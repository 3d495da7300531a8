package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Checked;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.ShapeChecker;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.DataMap;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the data map of one system. */
public final class DataMapReader {

  private DataMapReader() {}

  /**
   * What one file gave.
   *
   * @param places by id, in the order of the file
   * @param proposed the places that nobody has reviewed, by id
   * @param ignored with the reason
   * @param undecided with what discover thought of them
   * @param faults every one, with its place; empty when the file is sound
   */
  public record Result(
      Map<String, Place> places,
      Map<String, Place> proposed,
      Map<TableName, String> ignored,
      Map<TableName, String> undecided,
      List<Problem> faults) {}

  /**
   * Reads a file's content. Links to other systems are taken as they stand: where they lead is for
   * those to say who have read the other maps.
   *
   * @param system the system the file is named after
   */
  public static Result read(String system, YamlResult file, Names names) {
    return switch (file) {
      case YamlResult.Faulty faulty ->
          new Result(Map.of(), Map.of(), Map.of(), Map.of(), faulty.problems());
      case YamlResult.Document document -> {
        Checked checked = ShapeChecker.checkRoot(DataMapLanguage.dataMap(), document.root());
        Faults faults = new Faults();
        faults.addAll(checked.problems());
        View root =
            checked.sound().flatMap(View::view).orElseGet(() -> View.empty(document.root().at()));
        yield read(system, root, names, faults);
      }
    };
  }

  /**
   * As {@link #read(String, YamlResult, Names)}, and its links to other systems held against their
   * data maps, and theirs against it.
   *
   * @param others the sound workspace in which it would stand, with or without a former version
   */
  public static Result read(String system, YamlResult file, Names names, DataMap others) {
    return Neighbours.among(others, system, read(system, file, names));
  }

  private static Result read(String system, View root, Names names, Faults faults) {
    root.spot("system")
        .filter(spot -> !spot.text().equals(system))
        .ifPresent(
            spot ->
                faults.add(
                    spot.at(),
                    DataMapCode.MISNAMED_MAP,
                    "The file is named after %s, but speaks of %s."
                        .formatted(Said.quote(system), Said.quote(spot.text())),
                    "Give both the same name."));
    Map<TableName, String> ignored = tables(root, "ignore");
    Map<String, View> views = root.table("places");
    PlaceIndex index = PlaceIndex.of(views, ignored.keySet());
    PlaceReader reader = new PlaceReader(names, index, faults);
    Map<String, Place> places = new LinkedHashMap<>();
    Map<String, Place> proposed = new LinkedHashMap<>();
    List<Place> both = new ArrayList<>();
    View all = root.child("places").orElse(root);
    views.forEach(
        (id, view) -> {
          Place place = reader.read(id, view, all.keyAt(id));
          (view.has("review") ? proposed : places).put(id, place);
          both.add(place);
        });
    PlaceChecks.check(both, ignored.keySet(), faults);
    return new Result(places, proposed, ignored, tables(root, "undecided"), faults.all());
  }

  private static Map<TableName, String> tables(View root, String key) {
    Map<TableName, String> found = new LinkedHashMap<>();
    root.child(key)
        .ifPresent(
            tables -> {
              for (String table : tables.keys()) {
                tables.text(table).ifPresent(reason -> found.put(Identifiers.table(table), reason));
              }
            });
    return found;
  }
}

package dev.upheld.duty.retention;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.probe.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rows of a place a promise to keep speaks of, and which of them may stay. */
final class KeptRows {
  private KeptRows() {}

  /** Whether the promise speaks of that place at all. */
  static boolean concern(Keep keep, Place place) {
    boolean activity =
        keep.header().activity().map(a -> place.activities().contains(a)).orElse(true);
    boolean stage = keep.stage().isEmpty() || keep.stage().equals(place.stage());
    boolean words =
        keep.words().isEmpty()
            || place.fields().values().stream().anyMatch(f -> keep.words().contains(f.word()));
    return activity && stage && words;
  }

  /** Rows for which the end action has been done, or for which another promise is made. */
  static List<Condition> settled(Keep keep, Place place, Scene scene) {
    List<Condition> settled = new ArrayList<>(ofOtherPromises(keep, place, scene));
    List<Field> fields = fields(keep, place);
    if (rowStays(keep, fields)) {
      Optional.ofNullable(place.states().get(done(keep.then()))).ifPresent(settled::add);
      Condition.allOf(
              fields.stream().<Condition>map(f -> new Condition.IsNull(f.column(), false)).toList())
          .ifPresent(settled::add);
    }
    return settled;
  }

  /**
   * States with a period of their own: unverified accounts have theirs, so the one for all accounts
   * does not speak of them.
   */
  private static List<Condition> ofOtherPromises(Keep keep, Place place, Scene scene) {
    if (keep.state().isPresent()) {
      return List.of();
    }
    return scene.promises().stream()
        .filter(p -> p instanceof Keep)
        .map(p -> (Keep) p)
        .filter(other -> concern(other, place))
        .flatMap(other -> other.state().stream())
        .distinct()
        .sorted()
        .flatMap(state -> Optional.ofNullable(place.states().get(state)).stream())
        .toList();
  }

  private static List<Field> fields(Keep keep, Place place) {
    return place.fields().values().stream()
        .filter(f -> keep.words().isEmpty() || keep.words().contains(f.word()))
        .sorted(Comparator.comparing(Field::column))
        .toList();
  }

  private static final Set<EndAction> ROW_GOES = Set.of(EndAction.DELETE, EndAction.ARCHIVE);

  /**
   * Whether rows remain after their end: because the charter says so, or because the data map ends
   * every field by itself.
   */
  private static boolean rowStays(Keep keep, List<Field> fields) {
    return !ROW_GOES.contains(keep.then())
        || (!fields.isEmpty()
            && fields.stream()
                .allMatch(f -> f.end().filter(e -> !ROW_GOES.contains(e)).isPresent()));
  }

  /** Whether rows of that place remain after their end. */
  static boolean rowsRemain(Keep keep, Place place) {
    return rowStays(keep, fields(keep, place));
  }

  /** The state word by which a data map says that the end action has been done. */
  static String done(EndAction action) {
    return switch (action) {
      case DELETE -> "deleted";
      case CLEAR -> "cleared";
      case ANONYMISE -> "anonymised";
      case PSEUDONYMISE -> "pseudonymised";
      case AGGREGATE -> "aggregated";
      case REASSIGN -> "reassigned";
      case REDACT -> "redacted";
      case ARCHIVE -> "archived";
      case KEEP -> "kept";
    };
  }
}

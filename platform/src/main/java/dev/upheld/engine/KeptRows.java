package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which rows of a place a promise to keep speaks of, and which of them may stay. */
public final class KeptRows {
  private KeptRows() {}

  /** Whether the promise speaks of that place at all. */
  public static boolean concern(Keep keep, Place place) {
    boolean activity =
        keep.header().activity().map(a -> place.activities().contains(a)).orElse(true);
    boolean stage = keep.stage().isEmpty() || keep.stage().equals(place.stage());
    boolean words =
        keep.words().isEmpty()
            || place.fields().values().stream().anyMatch(f -> keep.words().contains(f.word()));
    return activity && stage && words;
  }

  /** Rows for which the end action has been done, or for which another promise is made. */
  public static List<Condition> settled(
      Keep keep, Place place, Collection<? extends Promise> promises) {
    List<Condition> settled = new ArrayList<>(ofOtherPromises(keep, place, promises));
    List<Field> fields = fields(keep, place);
    ofOtherKeys(keep, fields).ifPresent(settled::add);
    if (rowStays(keep, fields)) {
      Optional.ofNullable(place.states().get(done(keep.then()))).ifPresent(settled::add);
      reassigned(keep, fields).ifPresent(settled::add);
      Condition.allOf(
              fields.stream()
                  .map(Field::column)
                  .distinct()
                  .<Condition>map(column -> new Condition.IsNull(column, false))
                  .toList())
          .ifPresent(settled::add);
    }
    return settled;
  }

  /** Rows of which some fields were given to their placeholders, and the others are empty. */
  private static Optional<Condition> reassigned(Keep keep, List<Field> fields) {
    return fields.stream().anyMatch(f -> isGiven(keep, f))
        ? Condition.allOf(
            fields.stream()
                .<Condition>map(
                    f ->
                        isGiven(keep, f)
                            ? new Condition.In(f.column(), f.to().stream().toList(), false)
                            : new Condition.IsNull(f.column(), false))
                .toList())
        : Optional.empty();
  }

  private static boolean isGiven(Keep keep, Field field) {
    return field.isWhole()
        && field.to().isPresent()
        && field.end().orElse(keep.then()) == EndAction.REASSIGN;
  }

  /**
   * States with a period of their own: unverified accounts have theirs, so the one for all accounts
   * does not speak of them.
   */
  private static List<Condition> ofOtherPromises(
      Keep keep, Place place, Collection<? extends Promise> promises) {
    if (keep.state().isPresent()) {
      return List.of();
    }
    return promises.stream()
        .filter(p -> p instanceof Keep)
        .map(p -> (Keep) p)
        .filter(other -> concern(other, place))
        .flatMap(other -> other.state().stream())
        .distinct()
        .sorted()
        .flatMap(state -> Optional.ofNullable(place.states().get(state)).stream())
        .toList();
  }

  /**
   * In a key-value table a promise about certain data speaks of the rows with their keys. Other
   * rows are not its matter.
   */
  private static Optional<Condition> ofOtherKeys(Keep keep, List<Field> fields) {
    Set<String> columns = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (Field field : fields) {
      if (field.inside().isPresent() && field.inside().get() instanceof Inside.Keyed keyed) {
        columns.add(keyed.keyColumn());
        keys.add(keyed.key());
      } else {
        return Optional.empty();
      }
    }
    boolean those = !keep.words().isEmpty() && columns.size() == 1;
    return those
        ? Optional.of(new Condition.In(columns.iterator().next(), List.copyOf(keys), true))
        : Optional.empty();
  }

  /**
   * A part of a document that is to go while its row stays, where the data map has no state that
   * says it has gone: no condition on a row can tell.
   */
  public static Optional<Field> hiddenEnd(Keep keep, Place place) {
    List<Field> fields = fields(keep, place);
    boolean told = place.states().containsKey(done(keep.then()));
    return rowStays(keep, fields) && !told
        ? fields.stream()
            .filter(f -> f.inside().filter(Inside.Path.class::isInstance).isPresent())
            .findFirst()
        : Optional.empty();
  }

  /** The fields of a place that a promise speaks of, in the order of their names. */
  public static List<Field> fields(Keep keep, Place place) {
    return place.fields().values().stream()
        .filter(f -> keep.words().isEmpty() || keep.words().contains(f.word()))
        .sorted(Comparator.comparing(f -> f.name().toString()))
        .toList();
  }

  private static final Set<EndAction> ROW_GOES =
      Set.of(EndAction.DELETE, EndAction.ARCHIVE, EndAction.AGGREGATE);

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
  public static boolean rowsRemain(Keep keep, Place place) {
    return rowStays(keep, fields(keep, place));
  }

  /** The state word by which a data map says that the end action has been done. */
  public static String done(EndAction action) {
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

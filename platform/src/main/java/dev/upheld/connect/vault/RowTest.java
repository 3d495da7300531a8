package dev.upheld.connect.vault;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of one file, and conditions on its rows, judged as the databases judge them: a row
 * without a value is not one of the values, and is not true. A column that the file does not have
 * has no value in any of its rows.
 */
final class RowTest {
  private final VaultHeader header;
  private final Map<String, Integer> at = new HashMap<>();
  private final Instant now;

  /**
   * @param now what "not yet" is measured against
   */
  RowTest(VaultHeader header, Instant now) {
    this.header = header;
    this.now = now;
    for (int i = 0; i < header.columns().size(); i++) {
      at.putIfAbsent(header.columns().get(i).name(), i);
    }
  }

  Set<String> columns() {
    return at.keySet();
  }

  Optional<String> value(String column, List<Optional<String>> row) {
    return Optional.ofNullable(at.get(column)).flatMap(row::get);
  }

  /** The family of a column's type; text where the file does not have it. */
  Description.Type type(String column) {
    return Optional.ofNullable(at.get(column))
        .map(i -> header.columns().get(i).type())
        .orElse(Description.Type.TEXT);
  }

  boolean meets(Condition condition, List<Optional<String>> row) throws Unreadable {
    return switch (condition) {
      case Condition.IsNull(String column, boolean negated) ->
          value(column, row).isEmpty() != negated;
      case Condition.IsTrue(String column, boolean negated) ->
          value(column, row).map(v -> isTrue(column, v)).orElse(false) != negated;
      case Condition.In(String column, List<String> values, boolean negated) ->
          value(column, row).map(values::contains).orElse(false) != negated;
      case Condition.All(List<Condition> of) -> {
        for (Condition one : of) {
          if (!meets(one, row)) {
            yield false;
          }
        }
        yield true;
      }
      case Condition.NotYet(Clock clock) -> isAhead(own(clock), row);
    };
  }

  private boolean isTrue(String column, String value) {
    return switch (type(column)) {
      case BOOLEAN -> Set.of("1", "t", "true").contains(value);
      case WHOLE -> !value.equals("0");
      case TEXT,
          DECIMAL,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          BYTES,
          JSON,
          UUID,
          ARRAY,
          OTHER ->
          throw unfit("The column " + column + " is neither true nor false.", "Test its values.");
    };
  }

  private boolean isAhead(Clock.Column clock, List<Optional<String>> row) throws Unreadable {
    Optional<String> value = value(clock.column(), row);
    return value.isPresent()
        && Moments.of(value.get(), type(clock.column()), clock.reading(), header.zone())
            .filter(now::isBefore)
            .isPresent();
  }

  private static Clock.Column own(Clock clock) {
    if (clock instanceof Clock.Column column) {
      return column;
    }
    throw unfit(
        "A clock of a place in an archive of files is no column of its own.",
        "Bind each clock to a column.");
  }

  /** The columns that a condition tests. */
  static Set<String> columns(Condition condition) {
    return switch (condition) {
      case Condition.IsNull c -> Set.of(c.column());
      case Condition.IsTrue c -> Set.of(c.column());
      case Condition.In c -> Set.of(c.column());
      case Condition.All c -> {
        Set<String> all = new HashSet<>();
        c.of().forEach(one -> all.addAll(columns(one)));
        yield all;
      }
      case Condition.NotYet c -> Set.of(own(c.clock()).column());
    };
  }

  private static ProblemException unfit(String what, String mend) {
    return new ProblemException(Problem.of(ConnectProblem.UNFIT, what, mend));
  }
}

package dev.upheld.connect;

import dev.upheld.connect.Answer.RowsSampled;
import dev.upheld.connect.Description.Table;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at a few values of many columns of a table in few statements. All columns of a few rows
 * come at once; columns that were nearly empty in them are looked for in more rows. A table that
 * answers too slowly is left alone, and a column that fails spoils no other.
 */
public final class TableSampler {
  /** Values of a column that are wanted, and rows that come at once. */
  public static final int VALUES = 200;

  /** A column with fewer is looked for in more rows. */
  private static final int ENOUGH = 20;

  /** Rows looked at for columns that are mostly empty. */
  private static final int MANY = 10_000;

  /** Rows that come of them. */
  private static final int SOME = 1_000;

  /** Columns of a statement. */
  private static final int WIDE = 40;

  /** Columns of a statement that looks at many rows. */
  private static final int NARROW = 10;

  /** So many columns that are gone, and none that is there: the table is gone. */
  private static final int SURELY_GONE = 3;

  /** Columns of one sentence. */
  private static final int NAMED = 8;

  private final Session session;
  private final Table table;
  private final Map<String, Consumer<Value>> sinks;
  private final Map<String, Integer> seen = new LinkedHashMap<>();
  private final Map<String, ConnectProblem> failed = new LinkedHashMap<>();
  private final Set<String> tooLarge = new LinkedHashSet<>();
  private boolean more;
  private Optional<ConnectProblem> over = Optional.empty();

  private TableSampler(Session session, Table table, Map<String, Consumer<Value>> sinks) {
    this.session = session;
    this.table = table;
    this.sinks = sinks;
  }

  /**
   * What came of it.
   *
   * @param columns that were looked into, whether or not they held values
   * @param unseen what could not be looked at, one sentence each, names only; empty means all was
   */
  public record Looked(Set<String> columns, List<String> unseen) {
    public Looked {
      columns = Set.copyOf(columns);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * Looks.
   *
   * @param sinks by column, in the order they are asked for; each gets at most {@link #VALUES}
   *     values that are not null, and must not keep them
   * @throws ProblemException when nothing else can be asked of the system either
   */
  public static Looked look(Session session, Table table, Map<String, Consumer<Value>> sinks) {
    TableSampler sampler = new TableSampler(session, table, sinks);
    sampler.look();
    return new Looked(sampler.seen.keySet(), sampler.unseen());
  }

  private void look() {
    for (List<String> columns : pieces(List.copyOf(sinks.keySet()), WIDE)) {
      rows(columns, VALUES, VALUES);
    }
    if (more) {
      for (List<String> columns : pieces(sparse(ENOUGH), NARROW)) {
        rows(columns, MANY, SOME);
      }
    }
  }

  private List<String> sparse(int enough) {
    return seen.entrySet().stream()
        .filter(e -> e.getValue() < enough && !failed.containsKey(e.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<List<String>> pieces(List<String> columns, int size) {
    List<List<String>> pieces = new ArrayList<>();
    for (int from = 0; from < columns.size(); from += size) {
      pieces.add(columns.subList(from, Math.min(columns.size(), from + size)));
    }
    return pieces;
  }

  private void rows(List<String> columns, int looked, int rows) {
    if (over.isPresent()) {
      columns.forEach(c -> failed.put(c, over.get()));
      return;
    }
    try {
      RowsSampled came =
          ask(new Question.SampleRows(table.name(), columns, looked, rows, this::accept));
      columns.forEach(c -> seen.merge(c, 0, Integer::sum));
      tooLarge.addAll(came.tooLarge());
      more |= came.rows() >= rows || table.estimate() > came.rows();
      if (looked > rows && came.rows() >= rows) {
        columns.stream().filter(c -> seen.getOrDefault(c, 0) == 0).forEach(this::alone);
      }
    } catch (ProblemException e) {
      fail(columns, aboutTheTable(e));
      if (!failed.containsKey(columns.getFirst())) {
        pieces(columns, (columns.size() + 1) / 2).forEach(half -> rows(half, looked, rows));
      }
    }
  }

  private void alone(String column) {
    if (over.isPresent()) {
      failed.put(column, over.get());
      return;
    }
    try {
      ask(new Question.Sample(table.name(), column, VALUES, v -> accept(column, v)));
    } catch (ProblemException e) {
      fail(List.of(column), aboutTheTable(e));
    }
  }

  private <A extends Answer> A ask(Question<A> question) {
    return session.ask(question, Progress.SILENT).answer();
  }

  private void accept(String column, Value value) {
    if (seen.merge(column, 1, Integer::sum) <= VALUES) {
      Objects.requireNonNull(sinks.get(column), column).accept(value);
    }
  }

  /** One column alone is at fault, or the table is; else it is one of several. */
  private void fail(List<String> columns, ConnectProblem why) {
    if (why == ConnectProblem.TIMED_OUT) {
      over = Optional.of(why);
    }
    if (columns.size() == 1 || over.isPresent()) {
      columns.forEach(c -> failed.put(c, why));
    }
    if (seen.isEmpty() && failed.size() >= SURELY_GONE && all(ConnectProblem.GONE)) {
      over = Optional.of(why);
    }
  }

  private boolean all(ConnectProblem why) {
    return failed.values().stream().allMatch(why::equals);
  }

  /**
   * What is the matter with a table or a column that could not be looked at.
   *
   * @throws ProblemException the same, when nothing else can be asked of the system either
   */
  public static ConnectProblem aboutTheTable(ProblemException e) {
    if (!(e.problems().getFirst().code() instanceof ConnectProblem problem)) {
      throw e;
    }
    return switch (problem) {
      case TIMED_OUT, DENIED, GONE, UNFIT, REFUSED -> problem;
      case SYSTEM_DOWN, SIGN_IN_REFUSED, CANCELLED, TLS_FAILED, BAD_OPTION -> throw e;
    };
  }

  private List<String> unseen() {
    List<String> unseen = new ArrayList<>();
    if (!failed.isEmpty() && seen.isEmpty() && all(ConnectProblem.GONE)) {
      return List.of(table.name() + ": it went away while the system was read; run again");
    }
    for (ConnectProblem why : ConnectProblem.values()) {
      List<String> columns =
          failed.entrySet().stream()
              .filter(e -> e.getValue() == why)
              .map(Map.Entry::getKey)
              .toList();
      if (!columns.isEmpty()) {
        unseen.add(table.name() + ": " + said(why, names(columns)));
      }
    }
    List<String> large = tooLarge.stream().filter(c -> seen.getOrDefault(c, 0) == 0).toList();
    if (!large.isEmpty()) {
      unseen.add(
          table.name()
              + ": the values of "
              + names(large)
              + " are too large to be looked at; judged by name alone");
    }
    return unseen;
  }

  private static String said(ConnectProblem why, String columns) {
    return switch (why) {
      case TIMED_OUT ->
          "a few values of " + columns + " took too long; judged by name alone from there on";
      case DENIED -> "the account may not read " + columns;
      case GONE -> columns + " went away while the system was read; run again";
      case UNFIT, REFUSED, SYSTEM_DOWN, SIGN_IN_REFUSED, CANCELLED, TLS_FAILED, BAD_OPTION ->
          "values of " + columns + " could not be read; judged by name alone";
    };
  }

  private static String names(List<String> columns) {
    String shown = String.join(", ", columns.subList(0, Math.min(NAMED, columns.size())));
    return columns.size() <= NAMED
        ? shown
        : shown + " and " + (columns.size() - NAMED) + " more columns";
  }
}

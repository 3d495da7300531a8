package dev.upheld.discover;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.kernel.ProblemCode;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at one system, gently: one connection, read-only, a few values of each column from a
 * bounded piece of its table. A table that is slow to answer is left alone. Used once.
 */
final class Surveyor {
  /** Values of each column, at most. */
  private static final int VALUES = 200;

  private final Session session;
  private final Progress progress;
  private final LocalDate today;
  private final boolean sampling;
  private final List<String> unseen = new ArrayList<>();
  private int sampled;

  /**
   * @param sampling whether values are looked at, or the catalogue alone
   * @param today tells birth dates from dates of events
   */
  Surveyor(Session session, Progress progress, LocalDate today, boolean sampling) {
    this.session = session;
    this.progress = progress;
    this.today = today;
    this.sampling = sampling;
  }

  Survey look() {
    Description description = session.describe();
    unseen.addAll(description.blind());
    List<SeenTable> tables = new ArrayList<>();
    long done = 0;
    for (Table table : description.tables()) {
      progress.report("looking at " + table.name(), done, description.tables().size());
      if (table.kind() != TableKind.VIEW) { // what a view hides lies in tables
        unseen.addAll(table.sight().blind());
      }
      tables.add(look(table));
      done++;
    }
    return new Survey(description, tables, unseen.stream().distinct().toList(), sampled);
  }

  private SeenTable look(Table table) {
    List<SeenColumn> columns = new ArrayList<>();
    boolean sample =
        sampling
            && (table.kind() == TableKind.TABLE || table.kind() == TableKind.MATERIALIZED_VIEW);
    for (Column column : table.columns()) {
      Sampled values = new Sampled(table, column);
      if (sample && Sampled.isWorthwhile(column)) {
        sample = sample(table, column, values);
      }
      columns.add(new SeenColumn(column, values.judge(today), values.epoch()));
    }
    return new SeenTable(table, columns);
  }

  /**
   * @return whether the table may be asked about its next column
   */
  private boolean sample(Table table, Column column, Sampled values) {
    try {
      session.ask(
          new Question.Sample(table.name(), column.name(), VALUES, values), Progress.SILENT);
      sampled++;
      return true;
    } catch (ProblemException e) {
      ProblemCode code = e.problems().getFirst().code();
      Optional<String> said = passedOver(table, column, code);
      unseen.add(said.orElseThrow(() -> e));
      return code != ConnectProblem.TIMED_OUT;
    }
  }

  /** Why values were not looked at; empty when nothing else can be asked either. */
  private static Optional<String> passedOver(Table table, Column column, ProblemCode code) {
    if (!(code instanceof ConnectProblem problem)) {
      return Optional.empty();
    }
    String where = table.name() + "." + column.name();
    return switch (problem) {
      case TIMED_OUT ->
          Optional.of(
              table.name()
                  + ": a few values of "
                  + column.name()
                  + " took too long; the rest of the table was judged by its names alone");
      case DENIED -> Optional.of(where + ": the account may not read it");
      case GONE -> Optional.of(where + ": it went away while the system was read; run again");
      case UNFIT, REFUSED ->
          Optional.of(where + ": its values could not be read; it was judged by its name alone");
      case SYSTEM_DOWN, SIGN_IN_REFUSED, CANCELLED, TLS_FAILED, BAD_OPTION -> Optional.empty();
    };
  }
}

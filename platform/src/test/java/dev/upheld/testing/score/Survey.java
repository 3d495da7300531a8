package dev.upheld.testing.score;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Connectors;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.classify.Classifier;
import dev.upheld.datamap.classify.ColumnFacts;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.classify.ValueTally;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges every column of a live database, from its catalogue alone or with samples. */
public final class Survey {
  private static final int VALUES = 200;

  private final boolean schemaOnly;
  private final boolean hideForeignKeys;
  private final LocalDate today;

  /**
   * @param schemaOnly no value is read
   * @param hideForeignKeys declared foreign keys are not taken into account
   */
  public Survey(boolean schemaOnly, boolean hideForeignKeys, LocalDate today) {
    this.schemaOnly = schemaOnly;
    this.hideForeignKeys = hideForeignKeys;
    this.today = today;
  }

  /** Opens the connector of the endpoint's kind; the caller closes it. */
  public static Session open(Endpoint endpoint) {
    Connector connector =
        Connectors.builtIn().stream()
            .filter(c -> c.kind().equals(endpoint.kind()))
            .findFirst()
            .orElseThrow();
    return connector.open(
        new SystemEntry(
            "scored",
            Optional.of(endpoint),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            ZoneId.of("UTC"),
            Location.wholeFile("scored")),
        endpoint);
  }

  /** Judges every column of every table and view. */
  public List<ColumnScore.Judged> columns(Session session) {
    List<ColumnScore.Judged> judged = new ArrayList<>();
    for (Description.Table described : session.describe().tables()) {
      Description.Table table = hideForeignKeys ? withoutKeys(described) : described;
      TableContext context = Clues.context(table);
      for (Description.Column column : table.columns()) {
        judged.add(
            new ColumnScore.Judged(
                table.name().schema(),
                table.name().name(),
                column.name(),
                judge(session, table, Clues.facts(table, column, context), column)));
      }
    }
    return judged;
  }

  private static Description.Table withoutKeys(Description.Table table) {
    return new Description.Table(
        table.name(),
        table.inDefaultSchema(),
        table.kind(),
        table.columns(),
        table.key(),
        table.indexes(),
        List.of(),
        table.comment(),
        table.estimate(),
        table.sight());
  }

  private Judgement judge(
      Session session, Description.Table table, ColumnFacts facts, Description.Column column) {
    if (schemaOnly || !Clues.isWorthwhile(column)) {
      return Classifier.judge(facts);
    }
    ValueTally tally = new ValueTally();
    try {
      session.ask(
          new Question.Sample(table.name(), column.name(), VALUES, v -> Clues.look(tally, v)),
          Progress.SILENT);
    } catch (ProblemException unread) {
      return Classifier.judge(facts); // a view that fails, a table that is gone
    }
    return Classifier.judge(facts, tally, today);
  }
}

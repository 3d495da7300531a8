package dev.upheld.discover;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.classify.Classifier;
import dev.upheld.datamap.classify.ColumnFacts;
import dev.upheld.datamap.classify.DocumentTally;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.PartContext;
import dev.upheld.datamap.classify.TableContext;
import dev.upheld.datamap.classify.ValueTally;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at a few values of one column and forgets each; figures stay. */
final class Sampled implements Consumer<Value> {
  private static final BigInteger SECONDS_FROM = BigInteger.valueOf(600_000_000L);
  private static final BigInteger SECONDS_TO = BigInteger.valueOf(5_000_000_000L);
  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  private final Table table;
  private final Column column;
  private final TableContext context;
  private final ValueTally tally = new ValueTally();
  private final DocumentTally documents = new DocumentTally();
  private int whole;
  private int seconds;
  private int millis;

  /**
   * @param context of the table, made once for all its columns
   */
  Sampled(Table table, Column column, TableContext context) {
    this.table = table;
    this.column = column;
    this.context = context;
  }

  Column column() {
    return column;
  }

  @Override
  public void accept(Value value) {
    switch (value) {
      case Value.Text(var text) -> {
        tally.text(text);
        documents.text(text);
      }
      case Value.Whole(var number) -> whole(number);
      case Value.Bytes(var bytes) -> tally.bytes(bytes);
    }
  }

  private void whole(BigInteger number) {
    tally.whole(number);
    whole++;
    seconds += isSeconds(number) ? 1 : 0;
    millis += isSeconds(number.divide(THOUSAND)) ? 1 : 0;
  }

  private static boolean isSeconds(BigInteger number) {
    return number.compareTo(SECONDS_FROM) > 0 && number.compareTo(SECONDS_TO) < 0;
  }

  /** By name, type and comment; by the values, too, where there were any. */
  Judgement judge(LocalDate today) {
    ColumnFacts facts = Clues.facts(table, column, context);
    return tally.count() == 0 ? Classifier.judge(facts) : Classifier.judge(facts, tally, today);
  }

  /** The paths of its documents, where most values are such. */
  Parts parts(LocalDate today) {
    return Clues.mayHoldDocuments(column) && documents.isOfDocuments()
        ? new Parts(
            documents.judge(new PartContext(table.name().name(), column.name(), context), today),
            Optional.empty())
        : Parts.NONE;
  }

  /** How the numbers read as instants, where nearly all of them do. */
  Optional<Clock.Reading> epoch() {
    if (whole > 0 && seconds >= whole * 0.9) {
      return Optional.of(Clock.Reading.EPOCH_SECONDS);
    }
    return whole > 0 && millis >= whole * 0.9
        ? Optional.of(Clock.Reading.EPOCH_MILLIS)
        : Optional.empty();
  }
}

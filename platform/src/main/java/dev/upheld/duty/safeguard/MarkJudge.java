package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.datamap.classify.Content;
import dev.upheld.datamap.classify.ContentTally;
import dev.upheld.datamap.values.Mark;
import dev.upheld.probe.Drift;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import dev.upheld.verdict.Outcome;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a search of all rows, or a sample of values, says against the data map. */
final class MarkJudge {
  private final Sheet sheet;

  MarkJudge(Sheet sheet) {
    this.sheet = sheet;
  }

  /** All rows were searched. */
  void judge(Spot spot, MarkSearch search, ValueCount count) {
    sheet.rows(count.rows());
    boolean chance =
        !search.seen().contains(Mark.EMAIL) && Chance.mayBe(count.hits(), count.candidates());
    String what =
        search.seen().stream()
            .sorted()
            .map(mark -> mark.said(count.hits()))
            .collect(Collectors.joining(" and "));
    Optional<String> term =
        search.seen().size() == 1
            ? search.seen().stream().map(Mark::term).findFirst()
            : Optional.empty();
    new TreeMap<>(count.hitsByColumn())
        .forEach(
            (column, hits) -> {
              String found =
                  column(column, spot, search.said(column))
                      + ", and holds "
                      + what
                      + " in "
                      + Wording.count(hits, "value", "values");
              String by = chance ? ", as many as chance gives. A person must look." : ".";
              tell(spot, column, search.said(column), new Told(!chance, term, found + by));
            });
  }

  /** A few values were looked at. */
  void judge(Spot spot, String column, Said said, ContentTally tally) {
    Optional<Content> most = tally.most();
    most.ifPresent(
        content -> {
          String found =
              column(column, spot, said) + ", but " + ContentSample.share(tally, content);
          String by = content.isCertain() ? "." : ". A person must look.";
          tell(
              spot,
              column,
              said,
              new Told(content.isCertain(), Optional.of(content.term()), found + by));
        });
  }

  private static String column(String column, Spot spot, Said said) {
    return "The column " + column + " in " + spot.where() + " " + said.words();
  }

  /**
   * What is wrong with a column.
   *
   * @param certain whether no person need look
   */
  record Told(boolean certain, Optional<String> term, String sentence) {}

  void tell(Spot spot, String column, Said said, Told told) {
    if (told.certain()) {
      sheet.violated(told.sentence());
    } else {
      sheet.doubtful(told.sentence());
    }
    sheet.drift(
        spot.drift(
            column,
            said == Said.NOTHING ? Drift.Kind.NEW_COLUMN : Drift.Kind.CHANGED_CONTENT,
            told.certain() ? Outcome.VIOLATED : Outcome.DOUBTFUL,
            told.term(),
            told.sentence()));
  }
}

package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.datamap.classify.Content;
import dev.upheld.datamap.values.Mark;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
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
  void judge(String where, MarkSearch search, ValueCount count) {
    sheet.rows(count.rows());
    boolean chance =
        !search.seen().contains(Mark.EMAIL) && Chance.mayBe(count.hits(), count.candidates());
    String what =
        search.seen().stream()
            .sorted()
            .map(mark -> mark.said(count.hits()))
            .collect(Collectors.joining(" and "));
    new TreeMap<>(count.hitsByColumn())
        .forEach(
            (column, hits) -> {
              String found =
                  "The column "
                      + column
                      + " in "
                      + where
                      + " "
                      + search.said(column).words()
                      + ", and holds "
                      + what
                      + " in "
                      + Wording.count(hits, "value", "values");
              if (chance) {
                sheet.doubtful(found + ", as many as chance gives. A person must look.");
              } else {
                sheet.violated(found + ".");
              }
            });
  }

  /** A few values were looked at. */
  void judge(String where, String column, ContentSample sample) {
    Optional<Content> most = sample.most();
    most.ifPresent(
        content -> {
          String found =
              "The column "
                  + column
                  + " in "
                  + where
                  + " "
                  + sample.said().words()
                  + ", but "
                  + sample.share(content);
          if (content.isCertain()) {
            sheet.violated(found + ".");
          } else {
            sheet.doubtful(found + ". A person must look.");
          }
        });
  }
}

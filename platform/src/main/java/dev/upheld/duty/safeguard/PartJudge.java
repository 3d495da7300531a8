package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.classify.ContentTally;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.KeyTally;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.classify.PartJudgement;
import dev.upheld.datamap.values.Mark;
import dev.upheld.probe.Drift;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import dev.upheld.verdict.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of looking at columns of which parts are bound. */
final class PartJudge {
  private final Sheet sheet;
  private final LocalDate today;
  private final MarkJudge marks;
  private final UnknownColumns.Fields fields;

  PartJudge(Sheet sheet, LocalDate today, MarkJudge marks, UnknownColumns.Fields fields) {
    this.sheet = sheet;
    this.today = today;
    this.marks = marks;
    this.fields = fields;
  }

  /** Some documents were opened. */
  void judge(Spot spot, String column, PathSample sample) {
    sample.judge(today).forEach(part -> said(spot, column, part));
    sample
        .contents()
        .forEach((path, tally) -> known(spot, name(column, path), sample.isBound(path), tally));
    if (sample.cut() > 0) {
      sheet.unseen(
          spot.where(),
          "Documents in "
              + column
              + " are too long to be opened whole. Bind the column as a whole, not by paths.");
    }
  }

  /** Some rows of a key-value table were looked at. */
  void judge(Spot spot, KeySample sample) {
    KeyTally.Keys keys = sample.judge(today);
    keys.shown().forEach(part -> said(spot, sample.valueColumn(), part));
    sample
        .contents()
        .forEach(
            (key, tally) ->
                known(spot, name(sample.valueColumn(), key), sample.isBound(key), tally));
    keys.hidden().ifPresent(judgement -> hidden(spot, sample.valueColumn(), judgement));
  }

  private static FieldName name(String column, Inside part) {
    return new FieldName(column, Optional.of(part));
  }

  /** A part whose name was judged by a person: only what it holds can speak against that. */
  private void known(Spot spot, FieldName name, boolean bound, ContentTally tally) {
    if (bound) {
      fields
          .told(spot, name, tally)
          .ifPresent(told -> marks.tell(spot, name.toString(), Said.BOUND, told));
    } else {
      marks.judge(spot, name.toString(), Said.TECHNICAL, tally);
    }
  }

  private void said(Spot spot, String column, PartJudgement part) {
    String name = name(column, part.part()).toString();
    new UnknownColumn(name, part.judgement(), UnknownColumn.Seen.VALUES).addTo(sheet, spot);
  }

  private void hidden(Spot spot, String column, Judgement judgement) {
    boolean sure = judgement.nature() == Nature.PERSONAL;
    if (judgement.nature() != Nature.NOT_PERSONAL) {
      String sentence =
          "The column "
              + column
              + " in "
              + spot.where()
              + " has keys that are not shown, since they may be personal data themselves. What lies"
              + " under them "
              + (sure ? "is" : "may be")
              + " personal data: "
              + String.join("; ", judgement.reasons().stream().limit(3).toList())
              + ".";
      tell(spot, column, sure, judgement.term(), sentence);
    }
  }

  private void tell(
      Spot spot, String column, boolean sure, Optional<String> term, String sentence) {
    Outcome outcome = sure ? Outcome.VIOLATED : Outcome.DOUBTFUL;
    if (sure) {
      sheet.violated(sentence);
    } else {
      sheet.doubtful(sentence);
    }
    sheet.drift(spot.drift(column, Drift.Kind.CHANGED_CONTENT, outcome, term, sentence));
  }

  /** All rows were searched beside what is bound. */
  void judge(Spot spot, String column, PartMarks marks, ValueCount count) {
    if (count.hits() == 0) {
      return;
    }
    String what =
        marks.seen().stream()
            .sorted()
            .map(mark -> mark.said(count.hits()))
            .collect(Collectors.joining(" and "));
    boolean chance =
        !marks.seen().contains(Mark.EMAIL) && Chance.mayBe(count.hits(), count.candidates());
    Optional<String> term =
        marks.seen().size() == 1
            ? marks.seen().stream().map(Mark::term).findFirst()
            : Optional.empty();
    String found =
        "The column "
            + column
            + " in "
            + spot.where()
            + " holds "
            + what
            + " in "
            + Wording.count(count.hits(), "value", "values")
            + " beside the parts that the data map binds"
            + (chance ? ", as many as chance gives. A person must look." : ".");
    tell(spot, column, !chance, term, found);
  }
}

package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answer.RowsSampled;
import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Question;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.ContentTally;
import dev.upheld.probe.Inquiry;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Reads what came of looking at columns that the data map binds to no data word. */
final class UnknownColumns {
  private final Sheet sheet;
  private final Scene scene;
  private final MarkJudge marks;
  private final LocalDate today;
  private final PartJudge parts;

  private final Fields fields;

  /** What a sample of a bound column, or of a part of one, says against its word. */
  @FunctionalInterface
  interface Fields {
    Optional<MarkJudge.Told> told(Spot spot, FieldName name, ContentTally tally);
  }

  UnknownColumns(ProbePlan plan, Scene scene, Fields fields) {
    this.scene = scene;
    this.fields = fields;
    sheet = new Sheet(plan);
    marks = new MarkJudge(sheet);
    plan.wheres().forEach(sheet::seen);
    today = scene.now().atZone(scene.zone()).toLocalDate();
    parts = new PartJudge(sheet, today, marks, fields);
  }

  void read(Reply given) {
    Reply reply = Copies.whole(given, scene);
    Optional<Answer> came = sheet.read(reply, Answer.class);
    if (came.isEmpty()) {
      return;
    }
    Set<String> tooLarge =
        came.get() instanceof RowsSampled sampled ? sampled.tooLarge() : Set.of();
    tooLarge.forEach(column -> tooLarge(reply.inquiry().where(), column));
    if (reply.inquiry().question() instanceof Question.Sample question) {
      Spot spot = spot(reply.inquiry(), question.table());
      switch (question.sink()) {
        case ColumnSample sample ->
            UnknownColumn.sampled(
                    question.column(), sample.judge(today), sample.isEmpty(), !tooLarge.isEmpty())
                .addTo(sheet, spot);
        case ContentSample sample when sample.said() == Said.BOUND ->
            fields
                .told(spot, FieldName.whole(question.column()), sample.tally())
                .ifPresent(told -> marks.tell(spot, question.column(), Said.BOUND, told));
        case ContentSample sample ->
            marks.judge(spot, question.column(), sample.said(), sample.tally());
        case PathSample sample -> parts.judge(spot, question.column(), sample);
        default -> throw new IllegalStateException("no sample of this prober");
      }
    } else if (reply.inquiry().question() instanceof Question.FindValues question
        && question.hit() instanceof MarkSearch search
        && came.get() instanceof ValueCount count) {
      marks.judge(spot(reply.inquiry(), question.table()), search, count);
    } else if (reply.inquiry().question() instanceof Question.FindValues question
        && question.hit() instanceof PartMarks search
        && came.get() instanceof ValueCount count) {
      Spot spot = spot(reply.inquiry(), question.table());
      parts.judge(spot, question.columns().getFirst(), search, count);
    } else if (reply.inquiry().question() instanceof Question.SampleRows question
        && question.sink() instanceof KeySample sample) {
      parts.judge(spot(reply.inquiry(), question.table()), sample);
    }
  }

  /** A sample that such values left short says nothing of them. */
  private void tooLarge(String where, String column) {
    sheet.unseen(
        where,
        "Values of the column "
            + column
            + " are too large to be looked at, and few others were found. Bind the column as a whole"
            + " to a data word, or keep such values out of it.");
  }

  private Spot spot(Inquiry<?> inquiry, TableName name) {
    Table table = scene.description(inquiry.system()).flatMap(d -> d.table(name)).orElseThrow();
    return new Spot(inquiry.system(), inquiry.where(), table);
  }

  /** Whether nothing was hidden there. */
  boolean sawAll(String where) {
    return sheet.sawAll(where);
  }

  Observation observe(String clean) {
    return sheet.observe(clean);
  }
}

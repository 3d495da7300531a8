package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.connect.Question;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what came of looking at columns that the data map binds to no data word. */
final class UnknownColumns {
  private final Sheet sheet;
  private final Scene scene;
  private final MarkJudge marks;
  private final LocalDate today;

  UnknownColumns(ProbePlan plan, Scene scene) {
    this.scene = scene;
    sheet = new Sheet(plan);
    marks = new MarkJudge(sheet);
    plan.wheres().forEach(sheet::seen);
    today = scene.now().atZone(scene.zone()).toLocalDate();
  }

  void read(Reply given) {
    Reply reply = Copies.whole(given, scene);
    String where = reply.inquiry().where();
    Optional<Answer> came = sheet.read(reply, Answer.class);
    if (came.isEmpty()) {
      return;
    }
    if (reply.inquiry().question() instanceof Question.Sample question) {
      switch (question.sink()) {
        case ColumnSample sample ->
            new UnknownColumn(question.column(), sample.judge(today), sample.isEmpty(), true)
                .addTo(sheet, where);
        case ContentSample sample -> marks.judge(where, question.column(), sample);
        default -> throw new IllegalStateException("no sample of this prober");
      }
    } else if (reply.inquiry().question() instanceof Question.FindValues question
        && question.hit() instanceof MarkSearch search
        && came.get() instanceof ValueCount count) {
      marks.judge(where, search, count);
    }
  }

  Observation observe(String clean) {
    return sheet.observe(clean);
  }
}

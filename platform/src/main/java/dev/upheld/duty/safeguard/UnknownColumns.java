package dev.upheld.duty.safeguard;

import dev.upheld.connect.Answer.RowCount;
import dev.upheld.connect.Question;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import java.time.LocalDate;

/** Reads samples of columns outside the data map. */
final class UnknownColumns {
  private final Sheet sheet;
  private final LocalDate today;

  UnknownColumns(ProbePlan plan, Scene scene) {
    sheet = new Sheet(plan);
    plan.wheres().forEach(sheet::seen);
    today = scene.now().atZone(scene.zone()).toLocalDate();
  }

  void read(Reply reply) {
    boolean came = sheet.read(reply, RowCount.class).isPresent();
    if (came
        && reply.inquiry().question() instanceof Question.Sample question
        && question.sink() instanceof ColumnSample sample) {
      new UnknownColumn(question.column(), sample.judge(today), sample.isEmpty(), true)
          .addTo(sheet, reply.inquiry().where());
    }
  }

  Observation observe(String clean) {
    return sheet.observe(clean);
  }
}

package dev.upheld.app.serve;

import dev.upheld.duty.request.RequestWork.Does;
import dev.upheld.duty.request.RequestWork.Line;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.CorrectionPlan.Cells;
import dev.upheld.engine.CorrectionPlan.Part;
import dev.upheld.engine.CorrectionPlan.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan of a correction as the lines of a request's page. */
final class CorrectionLines {
  private CorrectionLines() {}

  static List<Line> of(CorrectionPlan plan) {
    List<Line> lines = new ArrayList<>();
    for (Part part : plan.systems()) {
      for (Cells cells : part.cells()) {
        lines.add(
            new Line(
                cells.link() ? Does.FOLLOWS : Does.CORRECTS,
                cells.rows(),
                part.system() + " / " + cells.place() + "." + cells.column(),
                Optional.of(cells.word())));
      }
      part.stays().forEach(stay -> lines.add(line(part, stay)));
      part.triggers()
          .forEach(t -> lines.add(new Line(Does.TRIGGERS, 0, part.system(), Optional.of(t))));
      if (!part.remembers() && part.changes() > 0) {
        lines.add(new Line(Does.FORGETS, 0, part.system(), Optional.empty()));
      }
    }
    plan.tell()
        .forEach(t -> lines.add(new Line(Does.TELLS, 0, t.name(), Optional.of(t.activity()))));
    return lines;
  }

  private static Line line(Part part, Stay stay) {
    String where = part.system() + " / " + stay.place() + "." + stay.field();
    return new Line(
        stay.why().byHand() ? Does.LOOKS : Does.DIFFERS,
        stay.rows(),
        where,
        Optional.of(stay.reason().isEmpty() ? stay.word() : stay.word() + ": " + stay.reason()));
  }
}

package dev.upheld.edge.cli;

import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.CorrectionPlan.Cells;
import dev.upheld.engine.CorrectionPlan.Part;
import dev.upheld.engine.CorrectionPlan.Stay;
import java.io.PrintWriter;

/** A plan of a correction for people: what changes in which columns, and what is left to do. */
final class CorrectionTable {
  private final Screen screen;
  private final PrintWriter out;

  CorrectionTable(Screen screen) {
    this.screen = screen;
    this.out = screen.out();
  }

  void print(CorrectionPlan plan) {
    out.println(
        screen.styled(Style.STRONG, "Rectification")
            + screen.styled(Style.FAINT, "  plan " + plan.digest()));
    plan.systems().forEach(this::system);
    if (plan.changes() == 0) {
      out.println("Nothing of this person was found that differs from what is right.");
    }
    byHand(plan);
  }

  /** What a person does once it is done. */
  void byHand(CorrectionPlan plan) {
    for (Part part : plan.systems()) {
      part.stays().stream()
          .filter(s -> s.why().byHand())
          .forEach(s -> hand("look at " + part.system() + " / " + s.place() + "." + s.field()));
    }
    plan.tell().forEach(t -> hand("tell " + t.name() + " (" + t.activity() + "), GDPR Art. 19"));
    out.flush();
  }

  private void hand(String what) {
    out.println(screen.styled(Style.YELLOW, "By hand: ") + what);
  }

  private void system(Part part) {
    if (part.cells().isEmpty() && part.stays().isEmpty()) {
      return;
    }
    out.println();
    out.println(screen.styled(Style.STRONG, part.system()));
    part.cells().forEach(this::cells);
    part.stays().forEach(this::stay);
    part.triggers()
        .forEach(t -> line("triggers", "runs the database's own " + t + "; not tried beforehand"));
    if (!part.remembers() && part.changes() > 0) {
      line("no memory", "the table upheld_act is missing. See upheld request memory.");
    }
  }

  private void cells(Cells cells) {
    line(
        cells.place(),
        (cells.link() ? "follows in " : "corrects ")
            + cells.column()
            + " ("
            + cells.word()
            + ") in "
            + rows(cells.rows()));
  }

  private void stay(Stay stay) {
    String detail = stay.reason().isEmpty() ? "" : " (" + stay.reason() + ")";
    line(
        stay.place(),
        "leaves " + stay.field() + " in " + rows(stay.rows()) + ": " + why(stay) + detail);
  }

  private static String why(Stay stay) {
    return switch (stay.why()) {
      case OTHER_VALUE -> "another value, or none";
      case NAMED -> "the row is another person's and only names this one";
      case RECORD -> "a record that stays as it was made; complete it by a note";
      case DERIVED -> "perhaps made from the value";
      case INSIDE -> "it lies within a document";
      case TYPE -> "its type is not written from here";
      case KEY -> "it names its row";
      case PARTNER -> "the partner takes no correction from here";
    };
  }

  private void line(String place, String text) {
    out.println(
        "  "
            + (place.length() < 22 ? place + " ".repeat(22 - place.length()) : place + "  ")
            + text);
  }

  private static String rows(long rows) {
    return rows == 1 ? "1 row" : rows + " rows";
  }
}

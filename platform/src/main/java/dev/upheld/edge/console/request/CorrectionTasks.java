package dev.upheld.edge.console.request;

import dev.upheld.edge.console.Words;
import dev.upheld.engine.CorrectionPlan;
import dev.upheld.engine.CorrectionPlan.Part;
import java.util.ArrayList;
import java.util.List;

/** What no program does of a correction, in words: a task each. */
public final class CorrectionTasks {
  private CorrectionTasks() {}

  /** One text each; the same for the same plan. */
  public static List<String> of(CorrectionPlan plan, Words words) {
    List<String> tasks = new ArrayList<>();
    for (Part part : plan.systems()) {
      part.stays().stream()
          .filter(s -> s.why().byHand())
          .forEach(
              s ->
                  tasks.add(
                      words.say(
                          "correct.look",
                          part.system() + " / " + s.place() + "." + s.field(),
                          words.name(s.why()),
                          s.reason())));
    }
    plan.tell().forEach(t -> tasks.add(words.say("correct.tell", t.name(), t.activity())));
    return tasks.stream().map(String::strip).distinct().toList();
  }
}

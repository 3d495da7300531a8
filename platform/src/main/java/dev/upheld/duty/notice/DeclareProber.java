package dev.upheld.duty.notice;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Declare;
import dev.upheld.charter.promise.Way;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A statement the law wants stated is kept by stating it: the charter does. The documents it names
 * must be there and not empty; whether they say the right thing is for people.
 */
final class DeclareProber implements Prober {
  private static final String CHARTER = "charter";

  /** What only a person can confirm is not kept by writing it down. */
  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Declare && promise.header().way() != Way.ATTEST;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    PlanBuilder plan = new PlanBuilder(scene);
    plan.where(CHARTER);
    Path workspace = scene.assignment().workspace().toAbsolutePath().normalize();
    for (String document : ((Declare) promise).documents()) {
      plan.where(document);
      Path file = workspace.resolve(document).normalize();
      if (!file.startsWith(workspace)) {
        plan.gap(document, "It lies outside the workspace. Put the document inside.");
      } else if (isMissing(file)) {
        plan.found(
            Outcome.VIOLATED,
            document,
            "The charter rests on the document " + document + ", which is missing or empty.");
      }
    }
    return plan.build();
  }

  private static boolean isMissing(Path file) {
    try {
      return !Files.isRegularFile(file) || Files.size(file) == 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Declare declare = (Declare) promise;
    Sheet sheet = new Sheet(plan);
    plan.wheres().forEach(sheet::seen);
    int documents = declare.documents().size();
    return sheet.observe(
        "The charter declares the "
            + declare.what().replace('-', ' ')
            + value(declare)
            + (documents == 0
                ? "."
                : "; "
                    + String.join(", ", declare.documents())
                    + (documents == 1 ? " is" : " are")
                    + " there."));
  }

  /** Whom to write to may be a person by name: evidence says that it is declared, not who. */
  private static String value(Declare declare) {
    return declare.what().equals("contact") ? "" : ": " + declare.value();
  }
}

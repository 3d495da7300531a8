package dev.upheld.discover.review;

import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts decisions into the text of a data map. Pure. */
public final class Decisions {
  private Decisions() {}

  /**
   * The text with the decisions in it.
   *
   * @param workspace whose charter the outcome is held against
   * @throws ProblemException with a {@link ReviewProblem} where a decision cannot be carried out,
   *     or with the faults the reader finds in the outcome
   */
  public static String apply(
      Workspace workspace, String system, String before, List<Decision> decisions) {
    String file = "datamap/" + system + ".yaml";
    Mapping root =
        Rewrite.root(file, before)
            .orElseThrow(
                () ->
                    ReviewProblem.CANNOT_EDIT.at(
                        Location.wholeFile(file),
                        "The data map cannot be read.",
                        "Correct the file; upheld check tells what is wrong."));
    Tree.Branch intended = (Tree.Branch) Tree.of(root);
    Editor editor = new Editor(intended, new Remarks(root, before));
    decisions.forEach(editor::apply);
    String after = Rewrite.of(file, before, intended, editor::moved);
    DataMapReader.Result reading =
        Workspaces.reading(workspace, system, after.getBytes(StandardCharsets.UTF_8));
    if (!reading.faults().isEmpty()) {
      throw new ProblemException(reading.faults());
    }
    return after;
  }

  /** What was decided, in words of the map only: {@code customer.email: email, delete}. */
  static List<String> told(List<Decision> decisions) {
    return decisions.stream().map(Decisions::told).toList();
  }

  private static String told(Decision decision) {
    return switch (decision) {
      case Decision.Accept d -> d.place() + ": accepted";
      case Decision.SetActivity d -> d.place() + ": activity " + String.join(", ", d.activities());
      case Decision.SetSubject d ->
          d.place() + ": " + d.group() + " by " + d.column().orElse("no column");
      case Decision.SetField d ->
          column(d.place(), d.column()) + d.word() + d.end().map(e -> ", " + e.id()).orElse("");
      case Decision.MakeTechnical d -> column(d.place(), d.column()) + "technical";
      case Decision.LeaveUndecided d -> column(d.place(), d.column()) + "undecided";
      case Decision.ForgetColumn d -> column(d.place(), d.column()) + "removed";
      case Decision.Refuse d -> d.place() + ": refused, table ignored";
      case Decision.SetAside d -> d.place() + ": set aside, table undecided";
      case Decision.ForgetPlace d -> d.place() + ": removed";
      case Decision.Ignore d -> d.table() + ": ignored";
      case Decision.Reconsider d -> d.table() + ": undecided";
      case Decision.ForgetTable d -> d.table() + ": removed";
      case Decision.AddLink d ->
          column(d.place(), String.join("+", d.columns()))
              + d.kind().name().toLowerCase(java.util.Locale.ROOT)
              + " link to "
              + d.to();
      case Decision.RemoveLink d ->
          column(d.place(), String.join("+", d.columns())) + "no link to " + d.to();
      case Decision.SetClock d -> d.place() + ": " + d.event() + " in " + d.column();
      case Decision.RemoveClock d -> d.place() + ": " + d.event() + " not said";
    };
  }

  private static String column(String place, String column) {
    return place + "." + column + ": ";
  }
}

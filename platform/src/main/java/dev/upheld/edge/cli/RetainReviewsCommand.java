package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.Reviewing;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code upheld retain reviews}. */
@Command(
    name = "reviews",
    mixinStandardHelpOptions = true,
    description = {
      "Lists what the charter keeps by a reason without a number (criterion), place by place: how many",
      "rows there are, how old they are, how many wait for a review, and when somebody looks next.",
      "They are decided about in the console or by POST /api/v1/retention/reviews, with a reason.",
      "",
      "Exit code 1 where a review is overdue, 3 where a place could not be counted."
    })
final class RetainReviewsCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private WorkspaceArgument workspace;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private RetainOptions options;

  RetainReviewsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    List<Reviewing.Line> lines;
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      lines =
          engine.retention().reviews(sound, progress).stream()
              .filter(l -> options.rule().filter(r -> !r.equals(l.rule().id())).isEmpty())
              .toList();
    }
    if (options.rule().isPresent() && lines.isEmpty()) {
      var _ = engine.retention().status(sound, options.rule(), 1); // refuses a rule there is not
    }
    if (options.json()) {
      around.screen().out().println(RetainReviews.json(lines));
    } else {
      new RetainReviews(around.screen()).print(lines);
    }
    around.screen().out().flush();
    boolean unseen = lines.stream().anyMatch(l -> l.counts().isEmpty());
    return lines.stream().anyMatch(Reviewing.Line::isDue)
        ? Exit.BAD
        : unseen ? Exit.UNSEEN : Exit.OK;
  }
}

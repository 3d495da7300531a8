package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld prove}: asks the systems and says which promises hold. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the systems of a workspace and says which promises hold.",
      "",
      "  BROKEN    a counter-example was seen",
      "  UNPROVEN  not measured, or not everything could be seen",
      "  AT_RISK   holds, but doubt has come up or it will break by a known date",
      "  UPHELD    everything was looked at and no violation was found",
      "",
      "Only reads: SELECT is all the account needs (`upheld doctor` prints the grants).",
      "",
      "Where Upheld has a store (after `upheld serve` or `upheld demo`, or UPHELD_STORE_URL), what was",
      "found is kept there and in the journal, and all that is kept counts: attestations too. The",
      "server then tells owners what broke or mended."
    },
    footer = {
      "",
      "Exit codes: 0 nothing broken and everything seen; 1 a promise is broken;",
      "2 a fault in the workspace or wrong usage; 3 a measurement failed or could not see",
      "everything (with --strict also promises nobody can prove yet).",
      "",
      "Examples:",
      "  upheld prove",
      "  upheld prove examples/demo --format junit > report.xml",
      "  upheld prove --format json | jq '.promises[] | select(.verdict==\"BROKEN\").id'"
    })
final class ProveCommand implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private final WorkspaceArgument workspace = new WorkspaceArgument();
  @Mixin private final ProveOptions options = new ProveOptions();

  @Option(
      names = "--no-store",
      description = "Keeps nothing of the run, and judges by this run alone.")
  private boolean noStore;

  ProveCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, workspace.root(around));
    return new Proving(around, options, noStore ? Proving.Keep.NO : Proving.Keep.WHERE_THERE)
        .run(engine, sound)
        .exit();
  }
}

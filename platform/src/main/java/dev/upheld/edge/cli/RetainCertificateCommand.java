package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.CertificatePdf;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code upheld retain certificate}. */
@Command(
    name = "certificate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the signed certificate of destruction of a run: JSON, or a PDF where the file is named so.",
      "It holds figures and no personal data."
    })
final class RetainCertificateCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "RUN", description = "As upheld retain status names it.")
  @SuppressWarnings("NullAway.Init")
  private String run;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      defaultValue = WorkspaceArgument.DEFAULT,
      description = "The folder with charter.yaml (default: ./${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Path written;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write it; a file that does not exist yet.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  RetainCertificateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = around.engine();
    Workspace sound = WorkspaceArgument.sound(engine, around, around.path(written));
    Path file = around.path(out);
    if (Files.exists(file)) {
      throw new ProblemException(
          Problem.of(CliProblem.CANNOT_READ, file + " is there already.", "Name another file."));
    }
    String signed =
        engine.retention().certificate(sound, named()).orElseThrow(RetainCertificateCommand::none);
    String company = sound.charter().organisation().company().name();
    Files.write(
        file,
        file.toString().endsWith(".pdf")
            ? CertificatePdf.of(signed, company, "en")
            : (signed + "\n").getBytes(StandardCharsets.UTF_8));
    around.screen().out().println("written: " + file);
    around.screen().out().flush();
    return Exit.OK;
  }

  private UUID named() {
    try {
      return UUID.fromString(run);
    } catch (IllegalArgumentException e) {
      throw none();
    }
  }

  private static ProblemException none() {
    return new ProblemException(
        Problem.of(
            CliProblem.CANNOT_READ,
            "There is no such run of retention that has ended.",
            "upheld retain status --runs 30 lists them."));
  }
}

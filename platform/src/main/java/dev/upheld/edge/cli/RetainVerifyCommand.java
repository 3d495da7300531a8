package dev.upheld.edge.cli;

import dev.upheld.crypto.VerifyingKey;
import dev.upheld.duty.retention.Certificate;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code upheld retain verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Whether a certificate of destruction is genuine: signed by this machine, or by a key you name.",
      "Needs neither server nor store."
    },
    footer = {"", "Exit codes: 0 genuine, 1 not, 2 it could not look."})
final class RetainVerifyCommand implements Callable<Integer> {
  private static final String PEM_END = "-----END PUBLIC KEY-----";

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "FILE", description = "The certificate, as JSON.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Public keys you trust (PEM, as upheld journal key writes them); no others are.")
  private List<Path> keys = List.of();

  RetainVerifyCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<VerifyingKey> trusted = keys.isEmpty() ? around.engine().retention().signers() : named();
    if (trusted.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              CliProblem.NO_KEY,
              "There is no key here to look with: this machine signed nothing.",
              "Name the public keys of who signed, with --key."));
    }
    Optional<JsonNode> said = Certificate.verified(read(file), trusted);
    if (said.isPresent()) {
      around
          .screen()
          .out()
          .println(
              around.screen().styled(Style.GREEN, "genuine")
                  + "  run "
                  + said.get().path("run").asString("")
                  + " of "
                  + said.get().path("rule").asString("")
                  + end(said.get()));
    } else {
      around
          .screen()
          .out()
          .println(
              around.screen().styled(Style.RED, "not genuine")
                  + "  none of "
                  + trusted.size()
                  + " trusted keys signed exactly this.");
    }
    around.screen().out().flush();
    return said.isPresent() ? Exit.OK : Exit.BAD;
  }

  private static String end(JsonNode said) {
    if (!said.has("ended")) {
      return ", interrupted";
    }
    String at = said.path("ended").asString("");
    return Certificate.isWhole(said)
        ? ", ended " + at
        : ", stopped at " + at + " before it had gone through all of its list";
  }

  private List<VerifyingKey> named() {
    List<VerifyingKey> trusted = new ArrayList<>();
    for (Path key : keys) {
      for (String pem : read(key).split("(?<=" + PEM_END + ")", -1)) {
        if (!pem.isBlank()) {
          trusted.add(VerifyingKey.parse(pem));
        }
      }
    }
    return trusted;
  }

  private String read(Path path) {
    try {
      return Files.readString(around.path(path));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_READ,
              "Cannot read " + path + " as text.",
              "Check the path and its permissions. A PDF cannot be checked: write the certificate as"
                  + " JSON, and check that."));
    }
  }
}

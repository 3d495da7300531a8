package dev.upheld.edge.cli;

import dev.upheld.datamap.read.References;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code upheld attest}: a person's evidence, where only a person can give it. */
@Command(
    name = "attest",
    mixinStandardHelpOptions = true,
    description = {
      "Confirms a promise that no program can see, with a document and a last day.",
      "",
      "Goes to a running server, as the holder of an API token with the scope promises.attest (make one",
      "in the console under API tokens). The document stays with you: only its name and its SHA-256 are",
      "sent, so that anybody who has it can show that it is the one. What can be measured cannot be",
      "attested."
    },
    footer = {
      "",
      "Exit codes: 0 attested; 2 refused, with the reason; 3 the server could not be reached.",
      "",
      "Examples:",
      "  export UPHELD_TOKEN=upheld_...",
      "  upheld attest nimbus/risk/review --document minutes.pdf --until 2027-06-30",
      "  upheld attest nimbus/risk/review --document minutes.pdf --until 2027-06-30 \\",
      "      --server https://privacy.example.com --token file:/etc/upheld/token"
    })
final class AttestCommand implements Callable<Integer> {
  private static final String SCOPE = "promises.attest";

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "PROMISE", description = "Its id: COMPANY/ACTIVITY/KIND.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private String promise;

  @Option(
      names = "--document",
      required = true,
      paramLabel = "FILE",
      description = "What the attestation rests on.")
  @SuppressWarnings("NullAway.Init")
  private Path document;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DATE",
      description = "The last day on which it counts: 2027-06-30.")
  @SuppressWarnings("NullAway.Init")
  private LocalDate until;

  @Option(
      names = "--named",
      paramLabel = "TEXT",
      description = "What the document is and where it is kept (default: the file's name).")
  private @Nullable String named;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8787",
      description = "The server (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private URI server;

  @Option(
      names = "--token",
      paramLabel = "REFERENCE",
      defaultValue = "env:UPHELD_TOKEN",
      description = "Where the token is: env:NAME or file:PATH (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String token;

  AttestCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Path file = around.path(document);
    ObjectNode body = Json.object();
    body.put("promise", promise);
    body.put("document", Optional.ofNullable(named).orElse(String.valueOf(file.getFileName())));
    body.put("digest", sha256(file));
    body.put("until", until.toString());
    ApiCall.Answer answer =
        new ApiCall(server, secret()).post("/api/v1/promises/attest", body.toString());
    if (answer.status() / 100 == 2) {
      around.screen().out().println("Attested until " + until + ": " + promise);
      around.screen().out().flush();
      return Exit.OK;
    }
    throw new ProblemException(answer.refusal(SCOPE));
  }

  /** A reference, never the token itself: command lines are seen by everybody on the machine. */
  private Secret<String> secret() {
    References references = References.machine().overlaid(around.env());
    Optional<String> found =
        token.startsWith("env:")
            ? references.variable(token.substring("env:".length()))
            : token.startsWith("file:")
                ? references.file(around.path(Path.of(token.substring("file:".length()))))
                : Optional.empty();
    return found
        .filter(t -> !t.isBlank())
        .map(t -> Secret.of(t.strip()))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        CliProblem.NO_TOKEN,
                        "There is no token where --token points to.",
                        "Set UPHELD_TOKEN, or give --token env:NAME or file:PATH.")));
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(in);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_READ,
              "Cannot read " + file + ".",
              "Give the file of the document as it is kept."));
    }
  }
}

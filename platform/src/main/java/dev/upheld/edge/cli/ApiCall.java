package dev.upheld.edge.cli;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the server's API with a token. Follows no redirect: a token goes to one server only. */
final class ApiCall {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final URI server;
  private final Secret<String> token;

  /**
   * @throws ProblemException when the token would travel in the clear
   */
  ApiCall(URI server, Secret<String> token) {
    boolean local = THIS_MACHINE.contains(String.valueOf(server.getHost()));
    if (!"https".equals(server.getScheme()) && !("http".equals(server.getScheme()) && local)) {
      throw new ProblemException(
          Problem.of(
              CliProblem.UNSAFE_SERVER,
              "The token would travel in the clear to " + server + ".",
              "Use https, or a server on this machine."));
    }
    this.server = server;
    this.token = token;
  }

  /** What came back. */
  record Answer(int status, String body) {

    /**
     * Why the server refused: what it says itself (RFC 9457: title and detail), or what its status
     * means.
     *
     * @param scope what the token has to allow
     */
    Problem refusal(String scope) {
      return switch (status) {
        case 401 ->
            Problem.of(
                CliProblem.REFUSED,
                "The server does not accept the token.",
                "It is mistyped, ended or withdrawn: make one in the console under API tokens.");
        case 403 ->
            Problem.of(
                CliProblem.REFUSED,
                "The token may not do this, or its owner may not.",
                "Make one with the scope " + scope + " in the console under API tokens.");
        default ->
            Problem.of(
                CliProblem.REFUSED,
                "The server refused: " + said("title").orElse("status " + status + "."),
                said("detail").orElse("See that --server leads to an Upheld of this version."));
      };
    }

    private Optional<String> said(String field) {
      try {
        return JsonMapper.shared().readTree(body).path(field).asStringOpt();
      } catch (JacksonException e) {
        return Optional.empty(); // a proxy's page, perhaps
      }
    }
  }

  Answer post(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token.reveal())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw away();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away();
    }
  }

  private ProblemException away() {
    return new ProblemException(
        Problem.of(
            CliProblem.SERVER_AWAY,
            "The server at " + server + " does not answer.",
            "See that `upheld serve` runs and --server says where."));
  }
}

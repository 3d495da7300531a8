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
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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

    /** The reason the server gives, in its words. */
    String reason() {
      try {
        JsonNode root = JsonMapper.shared().readTree(body);
        for (String name : new String[] {"detail", "what", "message", "title"}) {
          if (root.path(name).isString()) {
            return root.path(name).asString();
          }
        }
      } catch (JacksonException e) {
        return "it gave no reason";
      }
      return "it gave no reason";
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

package dev.upheld.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command line's way to the server. */
class ApiCallTest {
  private static final Secret<String> TOKEN = Secret.of("upheld_abc");

  @Test
  void theTokenGoesInTheHeaderAndTheReasonComesBack() throws IOException {
    List<String> seen = new ArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.add(
              exchange.getRequestURI() + " " + exchange.getRequestHeaders().get("Authorization"));
          byte[] body = "{\"title\":\"It can be measured.\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      URI at = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      ApiCall.Answer answer = new ApiCall(at, TOKEN).post("/api/v1/promises/attest", "{}");
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.refusal("a.b").what()).isEqualTo("The server refused: It can be measured.");
      assertThat(seen).containsExactly("/api/v1/promises/attest [Bearer upheld_abc]");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatTheServerSaysIsSaidWithHowToMendIt() {
    String body = "{\"title\":\"It can be measured.\",\"detail\":\"Have it measured.\"}";
    assertThat(new ApiCall.Answer(409, body).refusal("a.b"))
        .extracting(Problem::what, Problem::mend)
        .containsExactly("The server refused: It can be measured.", "Have it measured.");
    assertThat(new ApiCall.Answer(401, "").refusal("a.b").what()).contains("not accept the token");
    assertThat(new ApiCall.Answer(403, "{}").refusal("a.b").mend()).contains("scope a.b");
    assertThat(new ApiCall.Answer(502, "<html>").refusal("a.b").what()).contains("status 502");
  }

  @Test
  void aTokenNeverTravelsInTheClear() {
    assertThatThrownBy(() -> new ApiCall(URI.create("http://privacy.example"), TOKEN))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("in the clear");
    assertThatThrownBy(() -> new ApiCall(URI.create("http://127.0.0.1.evil.example"), TOKEN))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aServerThatIsAwayIsSaidSo() {
    ApiCall call = new ApiCall(URI.create("http://127.0.0.1:1"), TOKEN);
    assertThatThrownBy(() -> call.post("/api", "{}"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(CliProblem.SERVER_AWAY));
  }
}

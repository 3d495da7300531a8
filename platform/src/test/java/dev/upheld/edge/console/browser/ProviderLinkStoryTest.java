package dev.upheld.edge.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.RunningServer;
import dev.upheld.demo.Plan;
import dev.upheld.demo.ProvenCompany;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.demo.sql.Names;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.TestDatabase.Engine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who is signed in to the provider's own application follows its link, in a browser
 * without JavaScript: in English to a copy in their hands, in French to the receipt of an erasure.
 */
class ProviderLinkStoryTest {

  @Test
  void fromTheLinkToTheCopyAndToTheReceipt(@TempDir Path folder) {
    Path workspace = folder.resolve("clever-cloud");
    Plan plan = new Plan(Profiles.named("clever-cloud"), 100, new MovedClock().instant(), Set.of());
    ProvenCompany company = ProvenCompany.make(Engine.POSTGRESQL, plan, Names.OWN, workspace);
    company.rememberActs();
    List<String> addresses =
        company.personalValues().stream()
            .filter(value -> value.matches("[^@\\s]+@[^@\\s]+"))
            .distinct()
            .limit(2)
            .toList();
    try (RunningServer server = RunningServer.of(workspace, company.variables());
        Chromium chromium = new Chromium();
        BrowserContext english = chromium.browser().newContext(phone("en-GB"));
        BrowserContext french = chromium.browser().newContext(phone("fr-FR"));
        BrowserContext console = chromium.browser().newContext()) {
      Page officer = console.newPage();
      officer.navigate(server.url() + server.enters("o@cc.example", "O", Role.OFFICER));
      String token = server.token(Permission.REQUESTS_LINKS);

      RightsStory copy = new RightsStory(server, english.newPage(), officer);
      copy.arrives(link(server, token, addresses.getFirst()), "access", "We are working on it");
      assertThat(copy.plansAndRuns()).contains("Hands out a copy");
      copy.notesTheTasks();
      copy.fetchesTheCopy(addresses.getFirst(), true);

      RightsStory erasure = new RightsStory(server, french.newPage(), officer);
      erasure.arrives(link(server, token, addresses.getLast()), "erasure", "Nous y travaillons");
      assertThat(officer.content()).contains("sign-in to their account");
      String did = erasure.plansAndRuns();
      assertThat(did).contains("Deletes");
      assertThat(company.rowsOf(addresses.getLast()) == 0 || did.contains("Keeps, until")).isTrue();
      erasure.notesTheTasks();
      erasure.answers("Tout est effacé.");
      erasure.reads("Ce que nous avons effacé");
    }
  }

  private static Browser.NewContextOptions phone(String locale) {
    return new Browser.NewContextOptions()
        .setJavaScriptEnabled(false)
        .setLocale(locale)
        .setViewportSize(375, 800);
  }

  /** As the server of the provider's application asks for one. */
  static String link(RunningServer server, String token, String email) {
    String body =
        JsonMapper.shared()
            .createObjectNode()
            .put("email", email)
            .put("emailConfirmed", true)
            .toString();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/requests/links"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> made = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      return JsonMapper.shared().readTree(made.body()).get("url").asString();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

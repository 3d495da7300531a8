package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.testing.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people take back is a state that programs are told of, per activity. */
class ObjectionTest {
  private static final String ADA = "ada@people.example";

  private final MarkedShop shop = new MarkedShop(Databases.postgres().freshDatabase());
  private final Browser officer = shop.server.signedIn(Role.OFFICER);

  @AfterEach
  void close() {
    shop.close();
  }

  private String asked() {
    return MarkedShop.json(
            shop.program(Permission.RESTRICTIONS_READ),
            "/api/v1/restrictions/query",
            "{\"subjects\":[{\"email\":\"Ada@people.example\"}]}")
        .body();
  }

  @Test
  void anObjectionHoldsForTheActivitiesItReachesUntilThePersonChangesTheirMind() {
    String here = shop.proved(officer, ADA, "objection");
    assertThat(officer.get(here).body())
        .contains("Audience measurement", "value=\"audience-measurement\" checked")
        .as("a contract is not reached")
        .doesNotContain("value=\"accounts\"");
    assertThat(officer.post(here + "/not-for", "kind", "objection").body())
        .contains("Something was not chosen");
    assertThat(
            officer.post(here + "/not-for", "kind", "objection", "activity", "accounts").status())
        .as("not reached")
        .isEqualTo(422);
    assertThat(asked()).contains("\"free\"");

    Page noted =
        officer.post(here + "/not-for", "kind", "objection", "activity", "audience-measurement");
    assertThat(noted.status()).isEqualTo(303);
    assertThat(asked())
        .contains("\"objected\"", "\"audience-measurement\"", "\"measure-audience\"")
        .contains("\"objection\"");
    assertThat(shop.journalled("request.objection-noted"))
        .contains("audience-measurement")
        .doesNotContain("ada@");
    assertThat(
            officer
                .post(here + "/not-for", "kind", "objection", "activity", "audience-measurement")
                .status())
        .as("twice")
        .isEqualTo(422);
    assertThat(officer.post(here + "/finish", "words", "We stopped measuring you.").status())
        .isEqualTo(303);
    assertThat(asked()).as("the state outlives the request").contains("\"objected\"");

    officer.post(here + "/for-again", "kind", "objection");
    assertThat(asked()).contains("\"free\"");
  }

  @Test
  void withdrawnConsentEndsWhatRestsOnItAndRecipientsBecomeTasks() {
    String here = shop.proved(officer, ADA, "withdraw-consent");
    assertThat(officer.get(here).body())
        .contains("value=\"newsletter\" checked")
        .doesNotContain("value=\"audience-measurement\"");
    officer.post(here + "/not-for", "kind", "withdrawal", "activity", "newsletter");
    assertThat(asked()).contains("\"withdrawal\"", "\"newsletter\"");
    assertThat(officer.get(here).body()).contains("that consent was withdrawn");
    assertThat(officer.post(here + "/finish", "words", "You get no more news.").body())
        .as("recipients were not told yet")
        .contains("a task is still open");
  }
}

package dev.upheld.edge.console.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.upheld.access.Authenticator;
import dev.upheld.app.serve.RunningServer;
import dev.upheld.edge.console.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What an officer does in a day, step by step, in the words of one language. */
final class Story {
  static final String DOCUMENT = "Minutes of the security committee, binder 12";
  static final String COMMENT = "The nightly job has not run since the move. Restarting it.";

  private final Visitor visitor;
  private final RunningServer server;
  private final Words words;
  private final String email;
  private final String name;
  private Authenticator authenticator = new Authenticator("");

  Story(Visitor visitor, RunningServer server, Words words, String email, String name) {
    this.visitor = visitor;
    this.server = server;
    this.words = words;
    this.email = email;
    this.name = name;
  }

  private Page page() {
    return visitor.page();
  }

  private String say(String key, Object... with) {
    return words.say(key, with);
  }

  private Locator button(String key) {
    return named(AriaRole.BUTTON, say(key));
  }

  private Locator named(AriaRole role, String name) {
    return page().getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator field(String key) {
    return page().getByLabel(say(key), new Page.GetByLabelOptions().setExact(true));
  }

  private void headed(String key) {
    assertThat(page().locator("h1")).hasText(say(key));
  }

  private void told(String key) {
    assertThat(page().locator(".told")).hasText(say(key));
  }

  private void opens(String navigation) {
    page().locator("nav.main-nav").getByText(say(navigation)).click();
  }

  private String code() {
    server.clock.pass(Duration.ofSeconds(60));
    return authenticator.code(server.clock.instant());
  }

  // ---- in and out

  /** From the link of the invitation to the work list. */
  void joins(String invitation) {
    visitor.goes(invitation);
    headed("invitation.title");
    assertThat(page().locator("main")).containsText(email);
    visitor.looks("invitation");
    field("field.name").fill(name);
    field("field.newPassword").fill(RunningServer.PASSWORD);
    field("field.repeat").fill(RunningServer.PASSWORD);
    button("invitation.go").click();
    headed("enrol.title");
    visitor.looks("enrol");
    authenticator = new Authenticator(page().locator("#key").innerText().replace(" ", ""));
    field("field.code").fill(code());
    button("enrol.go").click();
    headed("recoveryCodes.title");
    assertThat(page().locator(".codes li")).hasCount(10);
    visitor.looks("recovery-codes");
    named(AriaRole.LINK, say("recoveryCodes.go")).click();
    headed("work.title");
    assertThat(page().locator(".who")).containsText(name);
    assertThat(page().locator(".who")).containsText(say("role.officer"));
  }

  void signsOut() {
    button("layout.signOut").click();
    headed("signIn.title");
    told("Notice.SIGNED_OUT");
  }

  /** What one could see a moment ago now asks who one is. */
  void isOut() {
    for (String path : List.of("/promises", "/", "/journal", "/people")) {
      visitor.goes(path);
      assertThat(visitor.at()).startsWith("/sign-in");
      headed("signIn.title");
    }
  }

  void signsIn() {
    visitor.goes("/sign-in");
    visitor.pictures("sign-in");
    field("field.email").fill(email);
    field("field.password").fill(RunningServer.PASSWORD);
    button("signIn.go").click();
    headed("code.title");
    visitor.pictures("code");
    field("field.code").fill(code());
    button("code.go").click();
    headed("work.title");
  }

  /** Hands stay on the keyboard. */
  void signsInByKeyboard() {
    visitor.goes("/sign-in");
    assertThat(field("field.email")).isFocused();
    visitor.types(email);
    assertThat(field("field.email")).hasValue(email);
    visitor.tabsTo(say("field.password"));
    visitor.types(RunningServer.PASSWORD);
    visitor.tabsTo(say("signIn.go"));
    visitor.presses("Enter");
    headed("code.title");
    assertThat(field("field.code")).isFocused();
    visitor.types(code());
    visitor.presses("Enter");
    headed("work.title");
  }

  void prefersTheDark() {
    button("Theme.DARK").click();
    assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
    headed("work.title");
  }

  // ---- proof

  /** Every broken promise stands on the work list. */
  void readsTheWorkList(List<String> broken) {
    assertThat(page().locator(".frame")).containsText(say("work.needs"));
    Locator tasks =
        page()
            .locator(".task")
            .filter(new Locator.FilterOptions().setHasText(say("Verdict.BROKEN")));
    for (String promise : broken) {
      assertThat(tasks.locator("a.what[href='/promises/" + promise + "']")).isVisible();
    }
    assertThat(tasks).hasCount(broken.size());
    visitor.pictures("work-list");
  }

  /** Looks for promises in every way the wall has. */
  void searchesTheWall(List<String> broken) {
    opens("nav.promises");
    headed("wall.title");
    visitor.pictures("wall");
    int all = tiles().size();
    named(AriaRole.RADIO, say("Verdict.BROKEN")).check();
    shows(broken.size());
    assertThat(visitor.at()).contains("verdict=broken");
    assertThat(tiles()).containsExactlyInAnyOrderElementsOf(broken);
    visitor.looks("wall-broken");
    named(AriaRole.LINK, say("filter.clear")).click();
    shows(all);
    field("filter.duty").selectOption(say("Duty.RESIDENCY"));
    page().waitForURL("**/promises?*duty=residency*");
    page().waitForFunction("n => document.querySelectorAll('.tile').length < n", all);
    assertThat(tiles()).isNotEmpty().allMatch(p -> p.contains("/locate"));
    named(AriaRole.LINK, say("filter.clear")).click();
    shows(all);
    field("filter.text").pressSequentially("audience-measurement/keep");
    shows(1);
    assertThat(tiles()).containsExactly("nimbus/audience-measurement/keep");
    field("filter.text").fill("no promise says this");
    assertThat(page().locator("#wall")).containsText(say("wall.noneLeft"));
    visitor.looks("wall-empty");
    named(AriaRole.LINK, say("filter.clear")).click();
    shows(all);
  }

  private void shows(int tiles) {
    assertThat(page().locator(".tile")).hasCount(tiles);
  }

  /** The ids of the promises shown. */
  private List<String> tiles() {
    return page().locator(".tile").all().stream()
        .map(t -> String.valueOf(t.getAttribute("href")).replace("/promises/", ""))
        .toList();
  }

  /** Opens a broken promise from its tile and reads why. */
  void readsWhyItBroke(String promise) {
    page().locator(".tile[href='/promises/" + promise + "']").click();
    assertThat(page().locator(".verdict-line")).containsText(say("Verdict.BROKEN"));
    assertThat(page().locator("h1")).hasAttribute("lang", "en");
    Locator proof = page().locator("section[aria-labelledby=evidence]");
    assertThat(proof.locator(".pairs")).containsText(say("Outcome.VIOLATED"));
    assertThat(proof.locator(".facts dd, .figures .num").allInnerTexts())
        .anyMatch(figure -> figure.matches("[0-9][0-9,\\u202f\\u00a0 ]*"));
    Locator asked = proof.locator("pre").first();
    if (!asked.isVisible()) {
      proof.locator("summary").first().click();
    }
    assertThat(asked).containsText("select");
    Locator history = page().getByRole(AriaRole.IMG);
    assertThat(history).isVisible();
    assertThat(String.valueOf(history.getAttribute("aria-label"))).contains(say("Verdict.BROKEN"));
    assertThat(page().locator("section[aria-labelledby=mend]")).containsText(say("mend.then"));
  }

  /** Says that it is known, gives it to somebody, and writes beside it. */
  void takesCareOfIt() {
    button("Action.ACKNOWLEDGE").click();
    told("Notice.ACKNOWLEDGED");
    assertThat(page().locator(".pairs").filter(holding(say("care.acknowledged"))))
        .containsText(name);
    page().locator("summary", new Page.LocatorOptions().setHasText(say("care.assign"))).click();
    page().locator("#owner").selectOption(name);
    page().locator("#due").fill(day(14));
    button("care.assignGo").click();
    told("Notice.ASSIGNED");
    assertThat(page().locator(".pairs").filter(holding(say("care.owner"))).first())
        .containsText(name);
    field("comment.write").fill(COMMENT);
    button("comment.go").click();
    told("Notice.COMMENTED");
    assertThat(page().locator(".comments")).containsText(COMMENT);
    assertThat(page().locator(".comments")).containsText(name);
    visitor.pictures("broken-promise");
  }

  /** Says from the work list that something is known, and never touches the mouse. */
  void acknowledgesByKeyboard(String promise) {
    Locator task =
        page()
            .locator(".task")
            .filter(
                new Locator.FilterOptions()
                    .setHas(page().locator("a[href='/promises/" + promise + "']")));
    String sentence = task.locator("a.what").innerText();
    assertThat(task).containsText(say("Reason.BROKEN_NEW"));
    visitor.tabsTo(say("Action.ACKNOWLEDGE") + ": " + sentence);
    visitor.presses("Enter");
    told("Notice.ACKNOWLEDGED");
    assertThat(task).containsText(say("Reason.BROKEN_KNOWN"));
  }

  /** A colleague has taken care of it, in another language. */
  void readsWhatSomebodyDid(String promise, String colleague) {
    visitor.goes("/promises/" + promise);
    assertThat(page().locator(".pairs").filter(holding(say("care.acknowledged"))))
        .containsText(colleague);
    assertThat(page().locator(".comments")).containsText(COMMENT);
    assertThat(button("Action.ACKNOWLEDGE")).not().isVisible();
  }

  private static Locator.FilterOptions holding(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private String day(int ahead) {
    return LocalDate.ofInstant(server.clock.instant(), ZoneOffset.UTC).plusDays(ahead).toString();
  }

  /** From the work list to a promise that only a person can confirm, and confirms it. */
  void attests() {
    opens("nav.work");
    page().locator(".task-do a[href$='#attest']").first().click();
    assertThat(page().locator(".verdict-line")).containsText(say("Verdict.UNPROVEN"));
    visitor.looks("to-attest");
    field("attest.document").fill(DOCUMENT);
    visitor.expectsRefusal("/promises/act/attest");
    field("attest.until").fill(day(5000));
    button("attest.go").click();
    assertThat(page().locator("#until-fault")).isVisible();
    assertThat(field("attest.document")).hasValue(DOCUMENT);
    visitor.looks("attest-refused");
    field("attest.until").fill(day(200));
    button("attest.go").click();
    told("Notice.ATTESTED");
    assertThat(page().locator(".verdict-line")).containsText(say("Verdict.UPHELD"));
    Locator proof = page().locator("section[aria-labelledby=evidence]");
    assertThat(proof).containsText(DOCUMENT);
    assertThat(proof).containsText(say("Source.ATTESTATION"));
    assertThat(field("attest.document")).not().isVisible();
    visitor.pictures("attested-promise");
  }

  /** All of it stands in the journal, but not in words that may name people. */
  void readsTheJournal() {
    opens("nav.journal");
    headed("nav.journal");
    Locator entries = page().locator(".entries > li");
    for (String kind : List.of("promise.acknowledged", "promise.assigned", "promise.commented")) {
      assertThat(entries.filter(holding(kind)).first()).containsText(name);
    }
    assertThat(page().locator(".entries")).not().containsText(DOCUMENT);
    assertThat(page().locator(".entries")).not().containsText(COMMENT);
    visitor.pictures("journal");
  }

  /** The other pages, and one that is not there. */
  void walksAround() {
    opens("nav.findings");
    headed("nav.findings");
    visitor.pictures("findings");
    opens("nav.coverage");
    headed("coverage.title");
    visitor.pictures("coverage");
    opens("nav.people");
    headed("people.title");
    visitor.pictures("people");
    opens("nav.tokens");
    headed("tokens.title");
    visitor.pictures("tokens");
    opens("nav.account");
    headed("account.title");
    visitor.pictures("account");
    visitor.expectsRefusal("/promises/nimbus/nothing/here");
    visitor.goes("/promises/nimbus/nothing/here");
    headed("error.NOT_FOUND.title");
    visitor.pictures("error");
    named(AriaRole.LINK, say("error.home")).click();
    headed("work.title");
  }
}

package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.Counts;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.edge.console.view.SignIn;
import dev.upheld.edge.console.view.View;
import dev.upheld.edge.console.view.Wall;
import dev.upheld.verdict.Verdict;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages are made, escaped, and fit the strict content security policy. */
class PagesTest {
  private static final Pattern INLINE =
      Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|javascript:|<script(?![^>]*\\ssrc=)");

  private final Pages pages =
      new Pages(Assets.load(), ZoneId.of("Europe/Paris"), InstantSource.fixed(Looks.NOW));

  @Test
  void everyPageIsMadeInBothLanguages() {
    for (Language language : Language.values()) {
      for (Map.Entry<String, View> look : Looks.all().entrySet()) {
        String html = pages.render(look.getValue(), Frames.officer(language, Theme.AUTO, "/"));
        assertThat(html)
            .as(look.getKey())
            .startsWith("<!doctype html>")
            .contains("<html lang=\"" + language.tag() + "\">", "<h1", "id=\"main\"", "</html>")
            .doesNotContain("${", "null", "Optional");
        assertThat(INLINE.matcher(html).find()).as(look.getKey() + " is inline").isFalse();
      }
    }
  }

  @Test
  void evidenceOfAnotherWordingOrBindingIsMarked() {
    String english =
        pages.render(anyLook("promise-broken"), Frames.officer(Language.EN, Theme.AUTO, "/"));
    String french =
        pages.render(anyLook("promise-broken"), Frames.officer(Language.FR, Theme.AUTO, "/"));
    assertThat(english).containsOnlyOnce("This does not count today: it speaks of another wording");
    assertThat(english).containsOnlyOnce(">does not count today<");
    assertThat(french).containsOnlyOnce("elle porte sur une autre formulation");
    assertThat(french).containsOnlyOnce(">ne vaut pas aujourd’hui<");
    assertThat(
            pages.render(anyLook("promise-upheld"), Frames.officer(Language.EN, Theme.AUTO, "/")))
        .doesNotContain("does not count today");
  }

  /** English as the evidence is; three of them, the rest is only counted. */
  @Test
  void thePageOfAPromiseSaysWhatToDoInParticular() {
    String english =
        pages.render(anyLook("promise-broken"), Frames.officer(Language.EN, Theme.AUTO, "/"));
    String french =
        pages.render(anyLook("promise-broken"), Frames.officer(Language.FR, Theme.AUTO, "/"));
    assertThat(english)
        .contains("<p>In particular:</p>", "<li lang=\"en\">Look whether other jobs stopped")
        .contains("1 more stands under evidence.")
        .doesNotContain("Measure again.");
    assertThat(french)
        .contains("En particulier", "<li lang=\"en\">Look whether other jobs stopped");
    assertThat(
            pages.render(anyLook("promise-upheld"), Frames.officer(Language.EN, Theme.AUTO, "/")))
        .doesNotContain("In particular");
  }

  @Test
  void everyFormThatPostsCarriesTheToken() {
    Pattern form = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    for (View view : Looks.all().values()) {
      String html = pages.render(view, Frames.officer(Language.EN, Theme.AUTO, "/"));
      form.matcher(html)
          .results()
          .forEach(
              f ->
                  assertThat(f.group())
                      .contains("<input type=\"hidden\" name=\"_csrf\" value=\"k3y\">"));
    }
  }

  @Test
  void whatPeopleTypeIsEscaped() {
    String evil = "\"><script>alert(1)</script>";
    String html =
        pages.render(
            new SignIn(evil, Map.of()),
            new Frame(
                Language.EN,
                Theme.DARK,
                Optional.empty(),
                "_csrf",
                evil,
                evil,
                Optional.empty(),
                Optional.empty()));
    assertThat(html).doesNotContain("<script>alert").contains("data-theme=\"dark\"");
  }

  @Test
  void everyPageOfACompanyThatIsMadeUpSaysSo() {
    SignedIn user = new SignedIn("A", "auditor", java.util.Set.of(), "Nimbus", "en", 0);
    for (Language language : Language.values()) {
      Frame frame = frame(language, Optional.empty(), Optional.of("Nimbus"));
      String words = language == Language.EN ? "No statement about Nimbus" : "dit de Nimbus";
      assertThat(pages.render(new SignIn("", Map.of()), frame)).contains(words);
      frame = frame(language, Optional.of(user), Optional.of("Nimbus"));
      assertThat(pages.render(look("account"), frame)).contains(words);
      frame = frame(language, Optional.of(user), Optional.empty());
      assertThat(pages.render(look("account"), frame)).doesNotContain("class=\"fiction\"");
    }
  }

  private static Frame frame(
      Language language, Optional<SignedIn> user, Optional<String> fictionOf) {
    return new Frame(language, Theme.AUTO, user, "_csrf", "k", "/", fictionOf, Optional.empty());
  }

  @Test
  void whatTheLastActDidIsToldOnce() {
    Frame frame = Frames.officer(Language.EN, Theme.AUTO, "/people");
    for (Notice notice : Notice.values()) {
      String html = pages.render(look("people"), Frames.told(frame, notice));
      assertThat(html)
          .contains(notice.tone() == Notice.Tone.REFUSED ? "role=\"alert\"" : "role=\"status\"");
    }
  }

  @Test
  void theNavigationShowsOnlyWhatTheRoleMayAndWhereOneIs() {
    Frame frame = Frames.officer(Language.EN, Theme.AUTO, "/people");
    Frame auditor =
        new Frame(
            Language.EN,
            Theme.AUTO,
            Optional.of(new SignedIn("A", "auditor", java.util.Set.of(), "Nimbus", "en", 0)),
            "_csrf",
            "k3y",
            "/account",
            Optional.empty(),
            Optional.empty());
    View view = look("account");
    assertThat(pages.render(view, frame)).contains("href=\"/people\" aria-current=\"page\"");
    assertThat(pages.render(view, auditor)).doesNotContain("href=\"/people\"", "href=\"/tokens\"");
  }

  @Test
  void sentencesAndTitlesSayTheLanguageTheyAreWrittenIn() {
    PromiseRef ref = new PromiseRef("nimbus/visits/keep", "Les visites durent 180 jours.", "fr");
    Wall wall =
        new Wall(
            Wall.Filter.all(),
            List.of(new Wall.Group("Visites", List.of(new Wall.Tile(ref, Verdict.UPHELD, "keep")))),
            new Counts(0, 0, 0, 1),
            1,
            new Wall.Choices(List.of(), List.of(), List.of(), List.of()));
    SignedIn user = new SignedIn("A", "auditor", java.util.Set.of(), "Nimbus", "fr", 0);
    Frame frame =
        new Frame(
            Language.EN,
            Theme.AUTO,
            Optional.of(user),
            "_csrf",
            "k",
            "/",
            Optional.empty(),
            Optional.empty());
    assertThat(pages.render(wall, frame))
        .contains("<html lang=\"en\"", "<span lang=\"fr\">Visites</span>")
        .contains("<span lang=\"fr\">Les visites durent", "<a lang=\"fr\" href=\"/promises/nimbus");
  }

  private static View anyLook(String name) {
    return Optional.ofNullable(Looks.all().get(name)).orElseThrow();
  }

  private static View look(String name) {
    return Optional.ofNullable(Looks.accounts().get(name)).orElseThrow();
  }
}

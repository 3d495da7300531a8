package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.SignIn;
import dev.upheld.edge.console.view.View;
import java.time.InstantSource;
import java.time.ZoneId;
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
                Language.EN, Theme.DARK, Optional.empty(), "_csrf", evil, evil, Optional.empty()));
    assertThat(html).doesNotContain("<script>alert").contains("data-theme=\"dark\"");
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
            Optional.empty());
    View view = look("account");
    assertThat(pages.render(view, frame)).contains("href=\"/people\" aria-current=\"page\"");
    assertThat(pages.render(view, auditor)).doesNotContain("href=\"/people\"", "href=\"/tokens\"");
  }

  private static View look(String name) {
    return Optional.ofNullable(Looks.accounts().get(name)).orElseThrow();
  }
}

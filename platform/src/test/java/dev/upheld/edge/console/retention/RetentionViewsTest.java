package dev.upheld.edge.console.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.retention.Outlook;
import dev.upheld.duty.retention.Outlook.Night;
import dev.upheld.duty.retention.Release;
import dev.upheld.duty.retention.Rule;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.console.Assets;
import dev.upheld.edge.console.Frames;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Looks;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.Theme;
import dev.upheld.edge.console.view.RetentionCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What pages of retention sum up and say. */
class RetentionViewsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** A Sunday. */
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** One row comes due each noon, from the day after it was counted. */
  private static Standing steady(Rule rule, Instant made) {
    List<Outlook.Count> counts = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      Instant night =
          made.plus(Duration.ofDays(day))
              .atZone(PARIS)
              .toLocalDate()
              .atTime(1, 0)
              .atZone(PARIS)
              .toInstant();
      counts.add(new Outlook.Count(night, Math.max(0, day), day / 2));
    }
    Outlook outlook = new Outlook(rule.id(), rule.digest(), made, 1000, 0, counts);
    return new Standing(
        rule,
        Optional.of(
            new Standing.Leave(
                new Release(rule.id(), rule.digest(), made, 1, 1000), Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(outlook));
  }

  @Test
  void nightsAndWeeksOfCountsOfDifferentDaysAddUpByDate() {
    List<Rule> able =
        RetentionLooks.rules().stream().filter(r -> r.expiry().isPresent()).limit(2).toList();
    RetentionCalendar page =
        RetentionViews.calendar(
            RetentionLooks.workspace(),
            List.of(steady(able.get(0), NOW), steady(able.get(1), NOW.minus(Duration.ofDays(2)))),
            NOW);
    assertThat(page.nights().getFirst())
        .as("the two rows of nights that are over wait for the first that comes")
        .isEqualTo(new Night(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23), 1 + 3, 0 + 1));
    assertThat(page.nights().subList(1, 12)).allMatch(n -> n.rows() == 2);
    assertThat(page.weeks().getFirst().first()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(page.weeks().getFirst().last()).isEqualTo(LocalDate.of(2026, 11, 29));
    assertThat(page.weeks().getFirst().rows()).isEqualTo(7 + 9);
    assertThat(page.weeks().subList(1, 11))
        .allMatch(w -> w.rows() == 14 && w.last().equals(w.first().plusDays(6)))
        .allMatch(w -> w.held() >= 6 && w.held() <= 8);
    assertThat(page.held()).isTrue();
    assertThat(page.apart()).isTrue();
  }

  @Test
  void whatKeepsRowsBackIsSaidInWords() {
    Pages pages = new Pages(Assets.load(), PARIS, InstantSource.fixed(Looks.NOW));
    for (Language language : Language.values()) {
      String html =
          pages.render(
              Objects.requireNonNull(RetentionLooks.all().get("retention-rule")),
              Frames.officer(language, Theme.AUTO, "/"));
      assertThat(html).doesNotContain("younger-entries", "in-use", "linked<", "pointed-at");
    }
  }
}

package dev.upheld.edge.console.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.retention.Planned;
import dev.upheld.edge.console.view.RetentionReviews;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only what was looked at is offered to go. */
class RetentionReviewsTest {
  @Test
  void aPlaceThatCouldNotBeLookedAtIsNotOfferedToGo() {
    RetentionReviews look =
        (RetentionReviews) Objects.requireNonNull(ReviewsLooks.all().get("reviews-look"));
    Planned seen = look.endings().getFirst();
    Planned unseen =
        new Planned(
            seen.rule(),
            Optional.empty(),
            Optional.empty(),
            seen.whole(),
            false,
            List.of(),
            Optional.empty(),
            Optional.of("The system eu-main does not answer."));
    RetentionReviews page =
        new RetentionReviews(
            look.lines(),
            look.today(),
            true,
            look.chosen(),
            look.entered(),
            look.errors(),
            List.of(unseen, seen),
            Optional.empty());
    assertThat(page.able()).containsExactly(seen);
    assertThat(page.goes()).isTrue();
  }
}

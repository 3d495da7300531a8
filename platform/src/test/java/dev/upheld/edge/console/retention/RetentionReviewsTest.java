package dev.upheld.edge.console.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.ReviewEndings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only what was looked at within a day is offered to go. */
class RetentionReviewsTest {
  private static ReviewEndings of(ReviewEndings.Item... items) {
    return new ReviewEndings(List.of(items), Set.of(), "", Map.of(), Optional.empty());
  }

  @Test
  void whatCouldNotBeLookedAtOrIsOldOrNothingIsNotOfferedToGo() {
    ReviewEndings none =
        of(
            ReviewsLooks.item(0, Optional.of(ReviewsLooks.failed()), 1),
            ReviewsLooks.item(1, ReviewsLooks.found(12), 30),
            ReviewsLooks.item(2, ReviewsLooks.found(0), 1));
    assertThat(none.items()).noneMatch(ReviewEndings.Item::able);
    assertThat(none.goes()).isFalse();
    assertThat(none.going()).isFalse();
    assertThat(of(ReviewsLooks.item(0, ReviewsLooks.found(12), 1)).goes()).isTrue();
    assertThat(of(ReviewsLooks.item(0, Optional.empty(), 0)).going()).isTrue();
  }
}

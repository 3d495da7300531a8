package dev.upheld.edge.api;

import dev.upheld.duty.retention.Found;
import dev.upheld.duty.retention.ReviewLook;
import dev.upheld.duty.retention.Reviewed;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.edge.api.RetentionShapes.DueRowsShape;
import dev.upheld.edge.api.RetentionShapes.ExpiredShape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the queue of dated reviews looks to programs: figures, and never the reasons of people. */
final class ReviewShapes {
  private ReviewShapes() {}

  /** Rows older than so many years. */
  public record ReviewAgeShape(int years, long rows) {}

  /** What was counted. */
  public record ReviewCountsShape(
      Instant counted, long rows, long due, Optional<Instant> oldest, List<ReviewAgeShape> ages) {
    static ReviewCountsShape of(Reviewing.Counts counts) {
      return new ReviewCountsShape(
          counts.made(),
          counts.rows(),
          counts.due(),
          counts.oldest(),
          counts.ages().stream().map(a -> new ReviewAgeShape(a.years(), a.rows())).toList());
    }
  }

  /** A look at what would go; it goes on while there is no end. */
  public record ReviewSeenShape(
      String before,
      String digest,
      Optional<Instant> ended,
      Optional<DueRowsShape> due,
      Optional<ExpiredShape> would,
      Optional<String> trouble) {
    static ReviewSeenShape of(ReviewLook seen) {
      Optional<Found> found = seen.look().found();
      return new ReviewSeenShape(
          seen.before().toString(),
          seen.look().digest(),
          seen.look().ended(),
          found.flatMap(Found::due).map(DueRowsShape::of),
          found.flatMap(Found::would).map(ExpiredShape::of),
          found.flatMap(Found::trouble));
    }
  }

  /** One promise in one place; {@code mayGo} says whether a review may let rows go. */
  public record RetentionReviewShape(
      String rule,
      String promise,
      String sentence,
      String place,
      String criterion,
      boolean mayGo,
      Optional<ReviewCountsShape> counts,
      Optional<String> next,
      String latest,
      Optional<Instant> lastKept,
      Optional<Instant> endingBefore,
      Optional<ReviewSeenShape> look,
      Optional<String> trouble) {
    static RetentionReviewShape of(Reviewing.Line line) {
      return new RetentionReviewShape(
          line.rule().id(),
          line.rule().keep().id().toString(),
          line.rule().keep().header().sentence(),
          line.rule().where(),
          line.criterion(),
          line.mayGo(),
          line.counts().map(ReviewCountsShape::of),
          line.next().map(Object::toString),
          line.latest().toString(),
          line.last().map(Reviewed::decided),
          line.ending().map(Reviewed::upTo),
          line.look().map(ReviewSeenShape::of),
          line.trouble());
    }
  }
}
